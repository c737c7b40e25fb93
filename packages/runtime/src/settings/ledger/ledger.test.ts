import { UsageError } from "@assay/core";
import { describe, expect, it } from "vitest";
import { spanOf } from "./ledger.ts";
import { parseLedger } from "./parse.ts";

const ID = "GHSA-aaaa-bbbb-cccc";

function problemsOf(text: string): readonly string[] {
  try {
    parseLedger(text, "l.yml");
  } catch (error) {
    if (error instanceof UsageError) return [error.message, ...error.problems];
  }
  return [];
}

describe("parseLedger", () => {
  it("reads entries with the lines that they stand in", () => {
    const text = `# ours\n- id: ${ID}\n  owner: "@octo/security"\n  date: 2026-11-02\n\n- id: secrets.aws-access-key\n  package: shop@>=1\n  owner: maria\n  date: 2026-11-02T10:00:00+01:00\n  ticket: SEC-7\n  note: rotated\n  fixed: 2026-11-03\n`;
    expect(parseLedger(text, "l.yml")).toEqual({
      path: "l.yml",
      entries: [
        { id: ID, owner: "@octo/security", date: "2026-11-02", line: 2 },
        {
          ...{ id: "secrets.aws-access-key", package: "shop@>=1", owner: "maria", line: 6 },
          ...{ date: "2026-11-02T10:00:00+01:00", ticket: "SEC-7", note: "rotated" },
          fixed: "2026-11-03",
        },
      ],
    });
  });

  it.each(["", "# nothing yet\n", "[]\n"])("reads %j as a ledger without entries", (text) => {
    expect(parseLedger(text, "l.yml").entries).toEqual([]);
  });

  it.each([
    ["- id: a\n  owner: b\n", "l.yml:1:3: `[0].date` is missing; it must be text"],
    [
      "- id: a\n  owner: b\n  date: 2026-02-30\n",
      "`[0].date`: write a day as YYYY-MM-DD in UTC, or an instant such as 2027-01-31T12:00:00Z",
    ],
    [
      "- id: a\n  owner: b\n  date: 2026-01-01\n  tiket: x\n",
      "l.yml:4:3: there is no key `tiket` in `[0]`; did you mean `ticket`?",
    ],
    ["- id: a\n  owner: ''\n  date: 2026-01-01\n", "l.yml:2:3: `[0].owner`"],
    [
      "- id: 7\n  owner: b\n  date: 2026-01-01\n",
      "l.yml:1:3: `[0].id` is 7 (a number); it must be text",
    ],
    [
      "- id: a\n  owner: b\n  date: 2026-01-02\n  fixed: 2026-01-01\n",
      "l.yml:4:3: `[0].fixed`: it lies before `date`",
    ],
    [
      "- {id: A, owner: b, date: 2026-01-02}\n- {id: a, owner: c, date: 2026-01-02}\n",
      "l.yml:2:3: `a` is acknowledged in line 1 already",
    ],
    ["- id: a\n  id: b\n", "l.yml:2:3: the key `id` is already given in line 1"],
    [
      `- {id: a, owner: b, date: 2026-01-02, note: "${"x".repeat(1001)}"}`,
      "one line of at most 1000",
    ],
    ["- {id: a, owner: b, date: 2026-01-02, package: 'pkg:'}", "`[0].package`"],
  ])("refuses %.60j and says where", (text, problem) => {
    expect(problemsOf(text).join("\n")).toContain(problem);
  });

  it("says every mistake at once, and nothing of a file that is no list", () => {
    expect(problemsOf("- id: a\n- owner: b\n")).toHaveLength(1 + 4);
    const shown = problemsOf("TOKEN=hunter2\n").join("\n");
    expect(shown).toContain("it holds no list");
    expect(shown).not.toContain("hunter2");
  });

  it("takes an id again after its entry was closed", () => {
    const text =
      "- {id: a, owner: b, date: 2026-01-01, fixed: 2026-01-02}\n- {id: a, owner: b, date: 2026-02-01}\n";
    expect(parseLedger(text, "l.yml").entries).toHaveLength(2);
  });
});

it.each([
  ["2028-02-29", "2028-02-29T00:00:00.000Z", "2028-02-29T23:59:59.999Z"],
  ["2026-03-29T01:30:00+02:00", "2026-03-28T23:30:00.000Z", "2026-03-28T23:30:00.000Z"],
])("a date of the ledger is a day in UTC or an instant: %s", (date, first, last) => {
  expect(spanOf(date)?.map((time) => new Date(time).toISOString())).toEqual([first, last]);
});

it.each(["2027-02-29", "2026-13-01", "2026-1-1", "2026-01-01T10:00", "soon"])(
  "%s is no date of the ledger",
  (date) => {
    expect(spanOf(date)).toBeUndefined();
  },
);
