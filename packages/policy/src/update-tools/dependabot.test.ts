import { readYaml } from "@assay/core/yaml";
import { expect, test } from "vitest";
import { readDependabot, takesFolder } from "./dependabot.ts";

test("entries have ecosystem, folders and place", () => {
  const document = readYaml(
    `version: 2
updates:
  - package-ecosystem: npm
    directories: [/, "/apps/*"]
    schedule: { interval: weekly }
    open-pull-requests-limit: 0
  - package-ecosystem: "docker"
    directory: /
    multi-ecosystem-group: infra
`,
  );
  const { entries, problems } = readDependabot(document);
  expect(problems).toEqual([]);
  expect(
    entries.map(({ ecosystem, directories, securityOnly, span }) => [
      ecosystem,
      directories,
      securityOnly,
      document.position(span.start),
    ]),
  ).toEqual([
    ["npm", ["/", "/apps/*"], true, { line: 3, column: 5 }],
    ["docker", ["/"], false, { line: 7, column: 5 }],
  ]);
});

test("what Dependabot refuses is a problem", () => {
  const document = readYaml("version: 1\nupdates:\n  - directory: /\n");
  expect(
    readDependabot(document).problems.map(({ message, span }) => [
      document.position(span.start).line,
      message,
    ]),
  ).toEqual([
    [1, "`version: 2` is missing"],
    [3, "an entry of `updates` has no `package-ecosystem`"],
    [3, "an entry of `updates` has no `schedule`"],
  ]);
  for (const text of ["", "[]", "version: 2\nupdates: {}", "version: 2\nupdates: []"])
    expect(readDependabot(readYaml(text)).problems.at(-1)?.message).toBe("`updates` lists nothing");
});

test.each([
  ["/", "", true],
  ["/", "a", false],
  ["/a/", "a", true],
  ["a", "a", true],
  ["/apps/*", "apps/web", true],
  ["/apps/*", "apps/web/x", false],
  ["/apps/*", "apps", false],
  ["**/*", "", true],
  ["**/*", "a/b", true],
  ["/lib-*", "lib-a", true],
  ["/lib-*", "lib-a/b", false],
  ["/a/**", "a/b/c", true],
  ["/.", "", true],
] as const)("%s takes %s: %s", (directory, folder, isTaken) => {
  expect(takesFolder(directory, folder)).toBe(isTaken);
});
