import type { Report } from "@assay/core";
import { conclude } from "@assay/runtime";
import { anInput } from "@assay/testkit/reports";
import { DEPENDENCY_RULES } from "../rules.ts";
import { advisory, gate, lock } from "./gate.ts";

const cvss = (score: string) => ({ severity: [{ type: "CVSS_V3", score: `CVSS:3.1/${score}` }] });
const ungraded = { database_specific: {} };

/** A report with a finding of every kind that this check has: with and without a place, scored or not, new, existing, suppressed. */
export async function reportOfDependencies(): Promise<Report> {
  const scores: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
    ["GHSA-9", "a", { ...cvss("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"), ...ungraded }],
    ["GHSA-7", "a", { ...cvss("AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"), ...ungraded }],
    ["GHSA-label", "b", cvss("AV:N/AC:L/PR:N/UI:R/S:U/C:L/I:N/A:N")],
    ["GHSA-unknown", "c", { ...ungraded, summary: "See [this](javascript:1)\n\u202e" }],
    ["MAL-1", "d", {}],
    ["RUSTSEC-1", "e", { affected: [{ ...notice("e") }] }],
    ["GHSA-ignored", "b", { aliases: ["CVE-2026-7"] }],
    ["GHSA-new", "new", {}],
  ];
  const names = { a: "1.0.0", b: "1.0.0", c: "1.0.0", d: "1.0.0", e: "1.0.0" };
  const many = Array.from({ length: 50 }, (_, n) => [`p${n}`, "1.0.0"] as const);
  const { result } = await gate({
    base: { "package-lock.json": lock(names) },
    head: { "package-lock.json": lock({ ...names, new: "1.0.0", ...Object.fromEntries(many) }) },
    records: [
      ...scores.map(([id, name, more]) => advisory(id, name, "2.0.0", more)),
      ...many.map(([name], n) => advisory(`GHSA-many-${n}`, name)),
    ],
    takenAt: "2026-01-01T00:00:00Z",
    options: {
      onDataError: "warn",
      ignores: [
        {
          ...{ id: "CVE-2026-7", reason: "Not reached.", owner: "ann", expires: "2026-12-05" },
          "approved-by": ["bob"],
        },
      ],
    },
  });
  return conclude(
    anInput({ rules: DEPENDENCY_RULES, results: [{ ...result, title: "Dependencies" }] }),
  );
}

function notice(name: string) {
  return {
    package: { ecosystem: "npm", name },
    versions: ["1.0.0"],
    database_specific: { informational: "unmaintained" },
  };
}
