import { expect, test } from "vitest";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { dependabotCoversEcosystems } from "./covers-ecosystems.ts";

const FILES = {
  "go.mod": "module a.org/b\n\ngo 1.24\n",
  "tools/go.mod": "module a.org/tools\n\ngo 1.24\n",
  "docs/go.mod": "module a.org/docs\n\ngo 1.24\n",
  "deploy/Dockerfile.web": "FROM scratch\n",
  "testdata/Dockerfile": "FROM scratch\n",
  "Cargo.toml": '[workspace]\nmembers = ["a"]\n',
  "a/Cargo.toml": '[package]\nname = "a"\nversion = "1.0.0"\n[dependencies]\nb = "1"\n',
  ".github/workflows/ci.yml": "jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n",
  ".github/actions/x/action.yml": "runs:\n  steps:\n    - uses: a/b@v1\n",
  ".github/actions/y/action.yml": "runs:\n  steps:\n    - run: make\n",
};
const entry = (ecosystem: string, ...directories: string[]) =>
  `  - package-ecosystem: ${ecosystem}\n    directories: ${JSON.stringify(directories)}\n    schedule: { interval: daily }\n`;
const config = (...entries: string[]) => ({
  ".github/dependabot.yml": `version: 2\nupdates:\n${entries.join("")}`,
});
const judge = (files: Record<string, string>) =>
  violationsOf(dependabotCoversEcosystems, { ...FILES, ...files });

test("every folder without an entry is found, those for show as a guess", async () => {
  const violations = await judge(config(entry("npm", "/")));
  expect(
    violations.map(({ key, confidence, place }) => [key, confidence, place?.startLine]),
  ).toEqual([
    ["gomod docs", "low", 2],
    ["gomod ", undefined, 2],
    ["gomod tools", undefined, 2],
    ["cargo ", undefined, 2],
    ["github-actions .github/actions/x", undefined, 2],
    ["github-actions ", undefined, 2],
    ["docker deploy", undefined, 2],
  ]);
  expect(violations[2]?.message).toBe(
    "tools/go.mod gets no updates: no entry has `package-ecosystem: gomod` with `directory: /tools`.",
  );
});

test("entries with globs and for the root of a workspace take all", async () => {
  expect(
    await judge(
      config(
        entry("gomod", "**/*"),
        entry("docker", "/deploy"),
        entry("cargo", "/"),
        entry("github-actions", "/", "/.github/actions/*"),
      ),
    ),
  ).toEqual([]);
});

test("Renovate takes all but what `enabledManagers` leaves out", async () => {
  expect(await judge({ "renovate.json": "{}" })).toEqual([]);
  const some = '{ "enabledManagers": ["gomod", "cargo", "github-actions"] }';
  expect(
    (await judge({ "renovate.json": some })).map(({ key, message }) => [key, message]),
  ).toEqual([
    [
      "docker deploy",
      "deploy/Dockerfile.web gets no updates: `enabledManagers` leaves its manager out.",
    ],
  ]);
});

test("without an update tool it is not evaluated", async () => {
  expect(await dependabotCoversEcosystems.judge(aRepository(FILES))).toEqual({
    violations: [],
    looked: 0,
    unknown: ["No update tool is there (`dependabot.present`)."],
  });
});
