import { expect, test } from "vitest";
import { readRenovate } from "./renovate.ts";

test("JSON5 with comments, single quotes and last commas", () => {
  const { document, ages, ...rest } = readRenovate(
    `// all of it
{
\t$schema: 'https://docs.renovatebot.com/renovate-schema.json',
\textends: ['config:recommended', ":pinDigests", 'github>acme/presets', 'local>a/b'], /* why */
\tminimumReleaseAge: '7 days',
\tenabledManagers: ['npm'],
\tpackageRules: [
\t\t{ matchUpdateTypes: ['major'], minimumReleaseAge: "2 weeks" },
\t\t{ matchPackageNames: ['*'], minimumReleaseAge: null },
\t],
}
`,
  );
  expect(document.problems).toEqual([]);
  expect(rest).toEqual({
    isDisabled: false,
    presets: ["config:recommended", ":pinDigests", "github>acme/presets", "local>a/b"],
    foreignPresets: ["github>acme/presets", "local>a/b"],
    managers: ["npm"],
  });
  expect(
    ages.map(({ days, forSome, span }) => [days, forSome, document.position(span.start).line]),
  ).toEqual([
    [7, false, 5],
    [14, true, 8],
    [0, false, 9],
  ]);
});

test("a broken file has problems, an empty one says nothing", () => {
  expect(readRenovate('{ "extends": [').document.problems).not.toEqual([]);
  expect(readRenovate("{}").ages).toEqual([]);
});
