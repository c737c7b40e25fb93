import { compareText, type ResultTable } from "@assay/core";
import type { Answer } from "./ask.ts";
import type { PackageChange } from "./changes.ts";
import { fixedOf } from "./findings.ts";
import { foremost, nameOf } from "./packages.ts";
import type { FoundVulnerability } from "./vulnerabilities.ts";

const MAX_ROWS = 200;
const WORST = ["critical", "high", "medium", "unknown", "low", "none"];

type Found = Omit<FoundVulnerability, "path">;

/** What was found, by package and worst first, what the change fixes and moves, and how fresh the data is. */
export function auditTables(
  found: readonly Found[],
  fixed: readonly Found[],
  changes: readonly PackageChange[],
  { info }: Answer,
): readonly ResultTable[] {
  const moved = changes.filter(({ kind }) => kind !== "same");
  const tables: readonly ResultTable[] = [
    {
      title: "Vulnerabilities by package",
      columns: ["Severity", "Package", "Advisory", "Fixed in", "Lockfile", "Against the base"],
      rows: worstFirst(found).map((each) => [...cells(each), each.change ?? ""]),
    },
    {
      title: "Fixed by this change",
      open: true,
      columns: ["Severity", "Package", "Advisory", "Fixed in", "Lockfile"],
      rows: worstFirst(fixed).map(cells),
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

function worstFirst(found: readonly Found[]): readonly Found[] {
  const rank = ({ match }: Found) => WORST.indexOf(match.group.severity.level);
  return found.toSorted((a, b) => rank(a) - rank(b) || compareText(a.key, b.key));
}

function cells({ match, component, graph }: Found): readonly string[] {
  const { id, severity, kind } = match.group;
  const level = kind === "vulnerability" ? severity.level : kind;
  return [level, nameOf(component), id, fixedOf(match), graph.path];
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
