import { compareText, groupBy, type ResultTable } from "@assay/core";
import type { Answer } from "./ask.ts";
import type { PackageChange } from "./changes.ts";
import { fixedOf } from "./findings.ts";
import { fixesOf } from "./fix/fix-of.ts";
import type { FixSuggestion } from "./fix/suggestion.ts";
import type { Exceptions } from "./ignores/read.ts";
import { foremost, nameOf } from "./packages.ts";
import type { FoundVulnerability } from "./vulnerabilities.ts";
import { LEVELS } from "./vulnerability.ts";

const MAX_ROWS = 200;

type Found = Omit<FoundVulnerability, "path">;

/** What was found, by package and worst first, what the change fixes and moves, and how fresh the data is. */
export function auditTables(
  found: readonly FoundVulnerability[],
  fixed: readonly Found[],
  changes: readonly PackageChange[],
  { info }: Answer,
  fixes: readonly FixSuggestion[],
  exceptions: Pick<Exceptions, "of">,
): readonly ResultTable[] {
  const moved = changes.filter(({ kind }) => kind !== "same");
  const tables: readonly ResultTable[] = [
    {
      title: "Vulnerabilities by package",
      columns: ["Severity", "Package", "Advisories", "Upgrade to", "Lockfile", "Against the base"],
      rows: byPackage(found, fixes, (each) => exceptions.of(each)?.by).map(([row, change]) => [
        ...row,
        change,
      ]),
    },
    {
      title: "Fixed by this change",
      open: true,
      columns: ["Severity", "Package", "Advisories", "Fixed in", "Lockfile"],
      rows: byPackage(fixed, [], () => undefined).map(([row]) => row),
    },
    {
      title: "Changed packages",
      columns: ["Package", "Change", "From", "To", "Scope", "Lockfile"],
      rows: moved.map(({ kind, name, before, after, manifest }) => {
        const [old, now] = [before, after].map((side) =>
          side.length === 0 ? undefined : foremost(side).component,
        );
        const scope = (now ?? old)?.scope ?? "";
        return [name, kind, old?.version ?? "", now?.version ?? "", scope, manifest];
      }),
    },
    {
      title: "Advisory data",
      columns: ["Ecosystem", "Records", "Taken at", "Newest record", "Source"],
      rows: Object.entries(info?.ecosystems ?? {}).map(([name, { records, takenAt, newest }]) => [
        name,
        String(records),
        Date.parse(takenAt) > 0 ? takenAt : "unknown",
        newest ?? "",
        `${info?.source}: ${info?.place}${info?.signer === undefined ? "" : `, signed by ${info.signer}`}`,
      ]),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0).map(bounded);
}

/**
 * One row for a package of a lockfile, whatever number of advisories it has, and one version that fixes them. What an ignore or VEX
 * covers is marked, and graded only where nothing else is left.
 */
function byPackage<T extends Found>(
  found: readonly T[],
  fixes: readonly FixSuggestion[],
  markOf: (each: T) => "ignore" | "vex" | undefined,
) {
  const rank = (each: T) =>
    LEVELS.indexOf(each.match.group.severity.level) + (markOf(each) === undefined ? 0 : 10);
  const sorted = found.toSorted((a, b) => rank(a) - rank(b) || compareText(a.key, b.key));
  const groups = groupBy(sorted, ({ graph, component, change, match }) =>
    JSON.stringify([graph.path, nameOf(component), change, match.group.kind]),
  );
  return [...groups.values()].map((all): readonly [readonly string[], string] => {
    const [{ match, component, graph, change = "" }] = all as [T, ...T[]];
    const { kind, severity } = match.group;
    const level = kind === "vulnerability" ? severity.level : kind;
    const ids = all
      .map((each) => {
        const mark = markOf(each);
        return `${each.match.group.id}${mark === undefined ? "" : mark === "vex" ? " (VEX)" : " (ignored)"}`;
      })
      .join(", ");
    const named = [...new Set(all.map((each) => fixedOf(each.match)).filter(Boolean))].join(", ");
    const own = kind === "malware" ? [] : all.flatMap((each) => fixesOf(each, fixes));
    const to = [...new Set(own.map((each) => each.to ?? "none known"))].join(", ");
    const fixed = to === "" ? named : to;
    return [[level, nameOf(component), ids, fixed, graph.path], change];
  });
}

function bounded(table: ResultTable): ResultTable {
  const { rows, columns, title } = table;
  if (rows.length <= MAX_ROWS) return table;
  return {
    ...table,
    title: `${title} (${MAX_ROWS} of ${rows.length})`,
    rows: rows.slice(0, MAX_ROWS).map((row) => row.slice(0, columns.length)),
  };
}
