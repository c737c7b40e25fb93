import { expect, test } from "vitest";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { securityMdSlo } from "./slo.ts";

const TABLE = `| Severity | First answer | Fix |
|---|---|---|
| Critical | 24 hours | 7 days |
| High | 48 hours | 14 days |
| Medium | 1 week | 30 days |
`;
const judge = (text: string, slo = {}) =>
  securityMdSlo.judge(aRepository({ "SECURITY.md": text }, { settings: { slo } }));

test("the default times are met by equal ones", async () => {
  expect(await judge(TABLE)).toEqual({ violations: [], looked: 1 });
});

test("looser ones have their place, also against the user's own windows", async () => {
  const looser = {
    path: "SECURITY.md",
    place: { startLine: 4, startColumn: 21 },
    key: "high fix",
    message: 'It promises "20 days" for a fix to high; at most 14 days are allowed.',
  };
  expect(await judge(TABLE.replace("14 days", "20 days"))).toEqual({
    violations: [looser],
    looked: 1,
  });
  expect(await judge(TABLE.replace("14 days", "20 days"), { high: { fix: "3w" } })).toEqual({
    violations: [],
    looked: 1,
  });
});

test("missing ones are one violation, unclear ones are not evaluated", async () => {
  const { violations, unknown } = await judge(
    TABLE.replace("7 days", "as soon as possible").replace(/\| Medium.*/, ""),
  );
  expect(violations.map(({ message }) => message)).toEqual([
    "It promises no time for a first answer to medium (7 days), a fix to medium (30 days).",
  ]);
  expect(unknown).toEqual([
    'SECURITY.md:3: "as soon as possible" can\'t be read as a fix to critical (7 days).',
  ]);
});

test("a second table that says more contradicts", async () => {
  const { violations } = await judge(`${TABLE}\n${TABLE.replace("24 hours", "3 days")}`);
  expect(violations.map(({ place, message }) => [place?.startLine, message])).toEqual([
    [
      9,
      'It promises "3 days" for a first answer to critical although another place of it promises less; at most 24 hours are allowed.',
    ],
  ]);
});

test("without a file nothing is promised", async () => {
  expect((await violationsOf(securityMdSlo, {})).map(({ key }) => key)).toEqual(["missing"]);
});
