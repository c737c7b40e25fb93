import type { ResultTable } from "@assay/core";
import type { Inventory } from "@assay/inventory";
import type { ChangeKind, ComponentChange } from "../diff/compare.ts";
import { statementText } from "../diff/licenses.ts";
import type { SbomComponent } from "../model.ts";
import { nameKey, purlType } from "../names.ts";

/** More than anybody looks at; the documents have the rest. */
const MAX_ROWS = 300;

/** Worst first, with the words for it in a row and in the title. */
const WORDS: readonly (readonly [ChangeKind, string, string])[] = [
  ["hash", "hash changed", "with another hash"],
  ["weaker", "hash weaker or gone", "with a weaker hash or none"],
  ["source", "source changed", "from another place"],
  ["downgraded", "downgraded", "downgraded"],
  ["license", "licence changed", "with another licence"],
  ["added", "added", "added"],
  ["changed", "version changed", "with another version"],
  ["upgraded", "upgraded", "upgraded"],
  ["scope", "scope changed", "with another scope"],
  ["removed", "removed", "removed"],
];
const SCOPES: readonly unknown[] = ["runtime", "optional", "development"];

export interface TableOptions {
  readonly title?: string;
  /** 300 where it is not given. */
  readonly maxRows?: number;
}

/**
 * What a change does to the packages of a project, worst first; `undefined` where it does nothing to them.
 *
 * @param ways Of the old side and the new one.
 */
export function changesTable(
  changes: readonly ComponentChange[],
  ways: readonly [WayTo, WayTo],
  { title = "Packages that the change touches", maxRows = MAX_ROWS }: TableOptions = {},
): { readonly table: ResultTable; readonly leftOut: number } | undefined {
  if (changes.length === 0) return undefined;
  const types = new Set(changes.map((change) => purlType(latest(change).purl)));
  const rows = changes
    .map((change) => ({ change, rank: rankOf(change, ways) }))
    .sort((a, b) => firstDifference(a.rank, b.rank))
    .slice(0, maxRows)
    .map(({ change }) => rowOf(change, ways, types.size > 1));
  const counts = WORDS.map(([kind, , word]) => {
    const count = changes.filter(({ kinds }) => kinds.includes(kind)).length;
    return count === 0 ? "" : `${count} ${word}`;
  });
  return {
    table: {
      title: `${title}: ${counts.filter((text) => text !== "").join(", ")}`,
      open: true,
      columns: ["Change", "Package", "Before", "After", "Licence", "Needed"],
      rows,
    },
    leftOut: changes.length - rows.length,
  };
}

/** Whether the project itself asks for a package; `undefined` where its lockfile does not tell. */
export type WayTo = (component: SbomComponent) => boolean | undefined;

/** What the inventory says that a document was made of. */
export function wayTo({ graphs }: Inventory): WayTo {
  const direct = new Map<string, boolean>();
  for (const { name, version, purl, direct: isDirect } of graphs.flatMap((g) => g.components)) {
    const key = purl ?? `${name}@${version ?? ""}`;
    if (isDirect !== undefined) direct.set(key, isDirect || direct.get(key) === true);
  }
  return (each) => direct.get(each.purl ?? `${nameKey(each)}@${each.version ?? ""}`);
}

function latest({ before, after }: ComponentChange): SbomComponent {
  const any = after ?? before;
  if (any === undefined) throw new TypeError("a change has at least one side");
  return any;
}

function isDirect(change: ComponentChange, [before, after]: readonly [WayTo, WayTo]) {
  return (change.after === undefined ? before : after)(latest(change));
}

function rankOf(change: ComponentChange, ways: readonly [WayTo, WayTo]): readonly number[] {
  return [
    WORDS.findIndex(([kind]) => change.kinds.includes(kind)),
    SCOPES.indexOf(latest(change).scope),
    isDirect(change, ways) === true ? 0 : 1,
  ];
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  return a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function rowOf(
  change: ComponentChange,
  ways: readonly [WayTo, WayTo],
  withType: boolean,
): readonly string[] {
  const { kinds, before, after } = change;
  const component = latest(change);
  const type = withType ? purlType(component.purl) : undefined;
  const direct = isDirect(change, ways);
  const way = direct === undefined ? [] : [direct ? "direct" : "indirect"];
  const scope = movement(before?.scope, after?.scope, change);
  return [
    WORDS.flatMap(([kind, word]) => (kinds.includes(kind) ? [word] : [])).join(", "),
    `${nameKey(component)}${type === undefined ? "" : ` (${type})`}`,
    before?.version ?? "",
    after?.version ?? "",
    movement(before && licensesOf(before), after && licensesOf(after), change),
    [...way, ...(scope === "" ? [] : [scope])].join(", "),
  ];
}

/** One text for both sides where they say the same, or where there is one side only. */
function movement(
  before: string | undefined,
  after: string | undefined,
  change: ComponentChange,
): string {
  if (change.before === undefined) return after ?? "";
  if (change.after === undefined || before === after) return before ?? "";
  return `${before ?? "none"} → ${after ?? "none"}`;
}

function licensesOf({ licenses }: SbomComponent): string | undefined {
  return licenses.length === 0 ? undefined : licenses.map(statementText).join(", ");
}
