import { expect, test } from "vitest";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { dependabotPresent } from "./present.ts";

const GO = { "go.mod": "module a.org/b\n\ngo 1.24\n" };
const GOOD =
  "version: 2\nupdates:\n  - package-ecosystem: gomod\n    directory: /\n    schedule: { interval: weekly }\n";

test("a repository with dependencies and no update tool", async () => {
  expect(await violationsOf(dependabotPresent, GO)).toEqual([
    {
      path: ".github/dependabot.yml",
      key: "missing",
      message:
        "There is neither a `.github/dependabot.yml` nor a Renovate configuration; one of them must be there.",
    },
  ]);
});

test.each([
  ["Dependabot", { ".github/dependabot.yml": GOOD }],
  ["Dependabot under its other name", { ".github/dependabot.yaml": GOOD }],
  ["Renovate", { ".github/renovate.json5": "{ extends: ['config:recommended'], }" }],
  ["Renovate in package.json", { "package.json": '{\n  "renovate": {}\n}' }],
])("%s is fine", async (_, files) => {
  expect(await violationsOf(dependabotPresent, { ...GO, ...files })).toEqual([]);
});

test("a file that the tool refuses is found at its place", async () => {
  const judge = async (files: Record<string, string>) =>
    (await violationsOf(dependabotPresent, files)).map(
      ({ place, message }) => `${place?.startLine}:${place?.startColumn} ${message}`,
    );
  expect(await judge({ ".github/dependabot.yml": GOOD.replace("2", "1") })).toEqual([
    "1:10 Dependabot refuses the file: `version: 2` is missing.",
  ]);
  expect(await judge({ ".github/dependabot.yml": GOOD.replace("    directory: /\n", "") })).toEqual(
    ["3:5 Dependabot refuses the file: an entry of `updates` has no `directory` or `directories`."],
  );
  expect(await judge({ ".github/dependabot.yml": 'version: 2\nupdates: "' })).toHaveLength(1);
  expect(await judge({ "renovate.json": '{\n  "enabled": false }' })).toEqual([
    "undefined:undefined Renovate is off: `enabled` is false.",
  ]);
});

test("a repository without dependencies needs none; one that can't be read is not judged", async () => {
  expect(await dependabotPresent.judge(aRepository({ "a.txt": "" }))).toEqual({
    violations: [],
    looked: 0,
  });
  const binary = new Uint8Array([0, 1]);
  expect(
    await dependabotPresent.judge(aRepository({ ...GO, ".github/dependabot.yml": binary })),
  ).toEqual({
    violations: [],
    looked: 0,
    unknown: ["The update tool's configuration can't be read."],
  });
});
