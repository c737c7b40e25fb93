import { expect, test } from "vitest";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { securityInsightsValid } from "./valid.ts";

test("no file, a broken one and an old version", async () => {
  const judge = async (files: Record<string, string>) =>
    (await violationsOf(securityInsightsValid, files)).map(
      ({ path, place, message }) => `${path}:${place?.startLine}:${place?.startColumn} ${message}`,
    );
  expect(await judge({})).toEqual([
    "security-insights.yml:undefined:undefined There is no security-insights.yml in the root or `.github/`.",
  ]);
  expect(
    await judge({ ".github/security-insights.yml": "header:\n  schema-version: 1.0.0\n" }),
  ).toEqual([
    ".github/security-insights.yml:2:3 The file is not valid: schema-version 1.0.0 is an old version; write the file in version 2.",
  ]);
  expect(await judge({ "security-insights.yml": "a: [\n" })).toEqual([
    expect.stringMatching(/^security-insights\.yml:\d+:\d+ The file is no YAML: /),
  ]);
});

test("a date that is old is only said", async () => {
  const text = `header:
  schema-version: 2.0.0
  last-updated: 2024-01-01
  last-reviewed: 2026-10-01
  url: https://a.org/x
  project-si-source: https://a.org/y
`;
  const violations = await violationsOf(securityInsightsValid, { "security-insights.yml": text });
  expect(violations.map(({ severity, message }) => [severity, message])).toEqual([
    [
      "info",
      "The file is not up to date: `header.last-updated` (2024-01-01) is more than a year old.",
    ],
  ]);
});

test("a file that is no text is not judged", async () => {
  const repository = aRepository({ "security-insights.yml": new Uint8Array([0]) });
  expect(await securityInsightsValid.judge(repository)).toEqual({
    violations: [],
    looked: 1,
    unknown: ["security-insights.yml can't be read."],
  });
});
