import { UsageError } from "@assay/core";
import { expect, test } from "vitest";
import { npmProject } from "../../test/npm-lock.ts";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { rfc } from "./rfc.ts";

type Entries = Parameters<typeof npmProject>[0];
type Facts = NonNullable<Parameters<typeof violationsOf>[2]>;

const GPL = { license: "GPL-3.0-only" };
const BEFORE: Entries = { old: GPL };
/** What a change says that adds these packages. */
async function added(entries: Entries, settings: Facts["settings"] = {}, files = {}) {
  const violations = await violationsOf(
    rfc,
    { ...npmProject({ ...BEFORE, ...entries }), ...files },
    { settings, base: aRepository(npmProject(BEFORE), { settings }) },
  );
  return violations.map(({ message }) => message);
}

test("a new dependency under a licence that is not allowed needs an RFC", async () => {
  expect(await added({ a: GPL })).toEqual([
    "`a@1.0.0` is new, and its licence GPL-3.0-only is not allowed, and no entry in `policy.rfcs` names it.",
  ]);
});

test.each([
  ["under an allowed licence", { a: { license: "MIT" } }],
  ["with a choice of which one is allowed", { a: { license: "(MIT OR GPL-3.0-only)" } }],
  ["that was there before", { old: { ...GPL, version: "2.0.0" } }],
])("a dependency %s needs none", async (_, entries) => {
  expect(await added(entries)).toEqual([]);
});

test("the user's own list of licences counts", async () => {
  expect(await added({ a: GPL }, { allowedLicenses: ["GPL-3.0-only"] })).toEqual([]);
  expect(await added({ a: { license: "MIT" } }, { allowedLicenses: ["ISC"] })).toHaveLength(1);
});

test("a package that the user calls commercial needs one, whatever its licence", async () => {
  expect(await added({ "acme-sdk": {} }, { commercial: ["acme-*"] })).toEqual([
    "`acme-sdk@1.0.0` is new and commercial, and no entry in `policy.rfcs` names it.",
  ]);
});

test("a dependency of a dependency is not the project's decision", async () => {
  const asks = { a: { dependencies: { b: "1" } } };
  const files = npmProject({ ...asks, b: GPL }, ["a"]);
  expect(await violationsOf(rfc, files, { base: aRepository(npmProject({})) })).toEqual([]);
});

test.each([
  ["a file of the repository", "docs/rfcs/7.md"],
  ["a part of a file", "./docs/rfcs/7.md#decision"],
  ["an https link", "https://octo.example/rfcs/7"],
])("%s is an RFC", async (_, place) => {
  const settings = { rfcs: [{ package: "a@^1.0.0", rfc: place }] };
  expect(await added({ a: GPL }, settings, { "docs/rfcs/7.md": "" })).toEqual([]);
});

test.each(["docs/rfcs/8.md", "http://octo.example/rfcs/7", "https://", "docs"])(
  "%s is no RFC",
  async (place) => {
    const settings = { rfcs: [{ package: "a", rfc: place }] };
    expect(await added({ a: GPL }, settings, { "docs/rfcs/7.md": "" })).toEqual([
      `\`a@1.0.0\` is new, and its licence GPL-3.0-only is not allowed, and its RFC ${JSON.stringify(place)} is neither a file of the repository nor an \`https:\` link.`,
    ]);
  },
);

test("an RFC for other versions does not count", async () => {
  const settings = { rfcs: [{ package: "a@^2", rfc: "https://octo.example/7" }] };
  expect(await added({ a: GPL }, settings)).toHaveLength(1);
});

test("an entry that names no package is a wrong setting", async () => {
  await expect(added({ a: {} }, { rfcs: [{ package: " ", rfc: "x" }] })).rejects.toThrow(
    UsageError,
  );
});

test("in a whole tree a proprietary dependency needs one, and a copyleft one does not", async () => {
  const files = npmProject({
    ...{ a: { license: "UNLICENSED" }, b: GPL },
    c: { license: "LicenseRef-Acme-Commercial" },
  });
  const violations = await violationsOf(rfc, files);
  expect(violations.map(({ key, message }) => [key, message.split(",")[0]])).toEqual([
    ["npm/a", "`a@1.0.0` is proprietary (UNLICENSED)"],
    ["npm/c", "`c@1.0.0` is proprietary (LicenseRef-Acme-Commercial)"],
  ]);
});

test("a new dependency of which no licence is known is not evaluated", async () => {
  const files = npmProject({ a: { license: undefined } });
  const { violations, unknown } = await rfc.judge(
    aRepository(files, { base: aRepository(npmProject({})) }),
  );
  expect({ violations, unknown }).toEqual({
    violations: [],
    unknown: ["The licence of the new dependency `a@1.0.0` is not known."],
  });
});
