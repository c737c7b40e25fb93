import { readYaml } from "@assay/core/yaml";
import { expect, test } from "vitest";
import { checkInsights } from "./read.ts";

const GOOD = `header:
  schema-version: 2.1.0
  last-updated: '2026-10-01'
  last-reviewed: 2026-10-01
  url: https://example.org/si.yml
project:
  name: A
  administrators:
    - name: Ann
      primary: true
  repositories:
    - name: a
      url: https://example.org/a
      comment: All of it.
  vulnerability-reporting:
    reports-accepted: true
    bug-bounty-available: false
repository:
  url: https://example.org/a
  status: active
  accepts-change-request: true
  accepts-automated-change-request: true
  core-team:
    - name: Ann
      primary: true
  license:
    url: https://example.org/LICENSE
    expression: MIT
  security:
    assessments:
      self:
        comment: None yet.
`;
const check = (text: string) => {
  const document = readYaml(text);
  return checkInsights(document, new Date("2026-12-01T12:00:00Z")).map(
    ({ message, span }) => `${document.position(span.start).line}: ${message}`,
  );
};

test("a valid file has no problem", () => {
  expect(check(GOOD)).toEqual([]);
  const inherited = GOOD.replace(/project:[\s\S]*(?=repository:)/, "").replace(
    "header:",
    "header:\n  project-si-source: https://example.org/x",
  );
  expect(check(inherited)).toEqual([]);
});

test("version 1 is only that", () => {
  expect(check("header:\n  schema-version: 1.0.0\n")).toEqual([
    "2: schema-version 1.0.0 is an old version; write the file in version 2",
  ]);
});

test("what is missing or of another kind has its key and line", () => {
  const broken = GOOD.replace("2.1.0", "3.0")
    .replace("      primary: true\n  repos", "      primary: yes\n  repos")
    .replace("    expression: MIT\n", "")
    .replace("  url: https://example.org/si.yml", "  url: example.org")
    .replace("2026-10-01\n", "last week\n");
  expect(check(broken)).toEqual([
    '2: `header.schema-version` is "3.0"; 2.x.y is allowed',
    "4: `header.last-reviewed` is not a date (YYYY-MM-DD)",
    "5: `header.url` is not an http(s) URL",
    "10: `project.administrators[0].primary` is not true or false",
    "27: `repository.license.expression` is missing",
  ]);
  expect(check("header: x\n")).toEqual([
    "1: `header.schema-version` is missing",
    "1: `header.last-updated` is missing",
    "1: `header.last-reviewed` is missing",
    "1: `header.url` is missing",
    "1: `project` is missing",
    "1: `repository` is missing",
  ]);
});

test("dates in the future and older than a year", () => {
  expect(
    check(GOOD.replace("'2026-10-01'", "2027-01-01").replace("2026-10-01\n", "2025-01-01\n")),
  ).toEqual([
    "3: `header.last-updated` (2027-01-01) lies in the future",
    "4: `header.last-reviewed` (2025-01-01) is more than a year old",
  ]);
});
