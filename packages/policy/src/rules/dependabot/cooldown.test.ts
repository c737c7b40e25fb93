import { expect, test } from "vitest";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { dependabotCooldown } from "./cooldown.ts";

const PATH = ".github/dependabot.yml";
const config = (...rest: string[]) => ({
  [PATH]: `version: 2\nupdates:\n${rest.map((lines) => `  - package-ecosystem: npm # web\n    directory: /\n${lines}`).join("")}`,
});
const judge = async (files: Record<string, string>, cooldownDays = 7) =>
  (await violationsOf(dependabotCooldown, files, { settings: { cooldownDays } })).map(
    ({ place, message, severity = "" }) =>
      `${place?.startLine}:${place?.startColumn} ${severity}${message}`,
  );
const fixed = async (files: Record<string, string>) => {
  const text = files[PATH] ?? "";
  const edits = (await violationsOf(dependabotCooldown, files)).flatMap(({ edits = [] }) => edits);
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((to, edit) => to.slice(0, edit.start) + edit.text + to.slice(edit.end), text);
};
const SET = "    cooldown:\n      default-days: 7\n";

test("every entry is judged, also behind one that is right", async () => {
  expect(await judge(config(SET, "", "    cooldown:\n      default-days: 3 # few\n"))).toEqual([
    "7:5 The updates of npm in /: `cooldown` is missing; at least 7 days are required.",
    "12:7 The updates of npm in /: `default-days` is 3; at least 7 days are required.",
  ]);
});

test.each([
  ["exactly the days", config(SET)],
  ["more days", config(SET.replace("7", "30"))],
  ["security updates alone", config("    open-pull-requests-limit: 0\n")],
  ["an exception for some", config(`${SET}      exclude: [ours]\n`)],
  ["Renovate's age", { "renovate.json": '{ "minimumReleaseAge": "1 week" }' }],
  [
    "Renovate's age for all packages",
    {
      "renovate.json":
        '{"packageRules":[{"matchPackageNames":["*"],"minimumReleaseAge":"9 days"}]}',
    },
  ],
])("%s is fine", async (_, files) => {
  expect(await judge(files)).toEqual([]);
});

test("keys that weaken it", async () => {
  expect(
    await judge(
      config(`${SET}      semver-patch-days: 1\n      include: [a]\n      exclude: ["*"]\n`),
    ),
  ).toEqual([
    "7:7 The updates of npm in /: `semver-patch-days` is 1; at least 7 days are required.",
    "8:7 The updates of npm in /: `include` leaves out all other packages; at least 7 days are required.",
    "9:7 The updates of npm in /: `exclude` leaves out every package; at least 7 days are required.",
  ]);
  expect(await judge(config("    cooldown:\n      semver-major-days: 9\n"))).toEqual([
    "6:7 The updates of npm in /: `cooldown` has no `default-days`; at least 7 days are required.",
  ]);
});

test("three days are waited where nothing is set", async () => {
  expect(await judge(config(""), 3)).toEqual([]);
  expect(await judge(config(""), 0)).toEqual([]);
});

test("fixes keep comments and are stable", async () => {
  const once = await fixed(
    config(
      "",
      "    cooldown:\n      default-days: 3 # few\n",
      "    cooldown:\n      include: ['*']\n",
    ),
  );
  expect(once).toBe(
    `version: 2
updates:
  - package-ecosystem: npm # web
    cooldown:
      default-days: 7
    directory: /
  - package-ecosystem: npm # web
    directory: /
    cooldown:
      default-days: 7 # few
  - package-ecosystem: npm # web
    directory: /
    cooldown:
      default-days: 7
      include: ['*']
`,
  );
  expect(await judge({ [PATH]: once })).toEqual([]);
});

test("Renovate: missing, too low, and what a foreign preset may set", async () => {
  expect(await judge({ "renovate.json": '{\n  "extends": ["config:best-practices"]\n}' })).toEqual([
    "2:14 `minimumReleaseAge` is missing; the preset sets 3 days for npm alone; at least 7 days are required.",
  ]);
  expect(
    await judge({
      "renovate.json":
        '{\n"minimumReleaseAge": "7 days", "packageRules": [\n{ "matchManagers": ["npm"], "minimumReleaseAge": null }]}',
    }),
  ).toEqual([
    '3:29 low`minimumReleaseAge` is "null" for some packages; at least 7 days are required.',
  ]);
  expect(
    await dependabotCooldown.judge(
      aRepository({ "renovate.json": '{ "extends": ["github>acme/x"] }' }),
    ),
  ).toEqual({
    violations: [],
    looked: 1,
    unknown: ["renovate.json extends a preset from elsewhere, which may set a release age."],
  });
});
