import { expect, test } from "vitest";
import { npmProject } from "../../test/npm-lock.ts";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { minReleaseAge } from "./min-release-age.ts";

const NPM = npmProject({ a: {} });
const PNPM = {
  "package.json": '{"dependencies":{}}\n',
  "pnpm-lock.yaml":
    "lockfileVersion: '9.0'\nsettings: {}\nimporters:\n  .: {}\npackages: {}\nsnapshots: {}\n",
};
const YARN = {
  "package.json": '{"name":"app","dependencies":{}}\n',
  "yarn.lock":
    '__metadata:\n  version: 8\n\n"app@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "app@workspace:."\n  languageName: unknown\n  linkType: soft\n',
};
const UV = {
  "pyproject.toml": '[project]\nname = "app"\nversion = "1"\n',
  "uv.lock":
    'version = 1\nrequires-python = ">=3.12"\n\n[[package]]\nname = "app"\nversion = "1"\nsource = { virtual = "." }\n',
};

test("a lockfile whose package manager waits for nothing is found", async () => {
  expect(await violationsOf(minReleaseAge, NPM)).toEqual([
    {
      path: "package-lock.json",
      key: "age",
      message:
        "New versions for package-lock.json are taken at once: `min-release-age` is set in no `.npmrc`.",
      remediation: "Set `min-release-age` in `.npmrc` to 7 (days).",
    },
  ]);
});

test.each([
  ["npm", { ...NPM, ".npmrc": "min-release-age=7\n" }],
  ["pnpm", { ...PNPM, "pnpm-workspace.yaml": "minimumReleaseAge: 10080\n" }],
  ["Yarn, in words", { ...YARN, ".yarnrc.yml": "npmMinimalAgeGate: 7d\n" }],
  ["Yarn, in minutes", { ...YARN, ".yarnrc.yml": "npmMinimalAgeGate: 10080\n" }],
  ["uv, by a length", { ...UV, "uv.toml": 'exclude-newer = "1 week"\n' }],
  ["uv, by a day", { ...UV, "uv.toml": 'exclude-newer = "2026-11-20T00:00:00Z"\n' }],
  ["the classic Yarn, which can't", { ...YARN, "yarn.lock": "# yarn lockfile v1\n" }],
])("%s is fine", async (_, files) => {
  expect(await violationsOf(minReleaseAge, files)).toEqual([]);
});

test.each([
  ["npm", { ...NPM, ".npmrc": "min-release-age = 3\n# min-release-age=7\n" }, "3"],
  ["pnpm", { ...PNPM, "pnpm-workspace.yaml": "minimumReleaseAge: 1440\n" }, "1"],
  ["uv", { ...UV, "uv.toml": 'exclude-newer = "2026-11-30T12:00:00Z"\n' }, "1"],
])("a shorter time of %s is found", async (_, files, days) => {
  const [violation] = await violationsOf(minReleaseAge, files);
  expect(violation?.message).toMatch(new RegExp(` wait ${days} days; the policy asks for 7\\.$`));
});

test("a member of a workspace has the setting of the root", async () => {
  const files = Object.fromEntries(
    Object.entries(NPM).map(([path, text]) => [`app/${path}`, text]),
  );
  expect(await violationsOf(minReleaseAge, { ...files, ".npmrc": "min-release-age=7\n" })).toEqual(
    [],
  );
  const [violation] = await violationsOf(minReleaseAge, files);
  expect(violation?.remediation).toBe("Set `min-release-age` in `app/.npmrc` to 7 (days).");
});

test("a setting that can't be read is not evaluated", async () => {
  const { violations, unknown } = await minReleaseAge.judge(
    aRepository({ ...UV, "uv.toml": "exclude-newer = [" }),
  );
  expect(violations).toEqual([]);
  expect(unknown?.[0]).toMatch(/^uv\.toml is no TOML/);
});
