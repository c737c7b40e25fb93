import { groupBy } from "@assay/core";
import type { ExternalReference, SbomComponent, SbomDocument, StatedLicense } from "../model.ts";
import { edgeKey } from "../read/edges.ts";
import type { Unread } from "../read/fields.ts";

/** Of a component: lists whose items are looked for one by one, and what is one value. */
const LISTS = ["authors", "hashes", "properties", "places"] as const;
const VALUES = [
  ...([
    "type",
    "group",
    "name",
    "version",
    "versionRange",
    "description",
    "scope",
    "purl",
  ] as const),
  ...(["cpe", "supplier", "manufacturer", "publisher", "copyright", "pedigree"] as const),
];
const DOCUMENT_LISTS = ["lifecycles", "tools", "authors", "properties"] as const;
const DOCUMENT_VALUES = ["created", "manufacturer", "supplier"] as const;

/**
 * What a document said before it was written in another format, and says no more, or not in the same way: the paths are those of the
 * model. What the format adds is no loss.
 *
 * @param after What is read back.
 * @param refOf The ref that a component has there.
 */
export function losses(
  before: SbomDocument,
  after: SbomDocument,
  refOf: (ref: string) => string,
): readonly Unread[] {
  const counts = new Map<string, number>();
  const add = (path: string, count: number) => {
    if (count > 0) counts.set(path, (counts.get(path) ?? 0) + count);
  };
  const found = new Map(
    [after.subject, ...after.components].flatMap((each) =>
      each === undefined ? [] : [[each.ref, each]],
    ),
  );
  compareLists(before, after, DOCUMENT_LISTS, "document", add);
  compareValues(before, after, DOCUMENT_VALUES, "document", add);
  compareLicenses(before.licenses, after.licenses, "document.licenses[]", add);
  if (before.completeness !== "unknown" && before.completeness !== after.completeness)
    add("document.completeness", 1);
  if (before.subject !== undefined && after.subject === undefined) add("document.subject", 1);
  for (const each of [before.subject, ...before.components]) {
    if (each === undefined) continue;
    const other = found.get(refOf(each.ref));
    if (other === undefined) add("components[]", 1);
    else compareComponents(each, other, refOf, add);
  }
  const kinds = new Map(after.edges.map((edge) => [edgeKey(edge), edge.kind]));
  for (const { from, to, kind } of before.edges) {
    const now = kinds.get(edgeKey({ from: refOf(from), to: refOf(to) }));
    if (now === undefined) add("edges[]", 1);
    else if (now !== kind) add(`edges[].kind (${kind})`, 1);
  }
  const notes = new Set(
    after.annotations.map(({ ref = "", text: to }) => edgeKey({ from: ref, to })),
  );
  for (const { ref, text: to } of before.annotations)
    if (!notes.has(edgeKey({ from: ref === undefined ? "" : refOf(ref), to })))
      add("annotations[]", 1);
  return [...counts]
    .map(([path, count]) => ({ path, count }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

type Add = (path: string, count: number) => void;

function compareComponents(
  before: SbomComponent,
  after: SbomComponent,
  refOf: (ref: string) => string,
  add: Add,
): void {
  compareLists(before, after, LISTS, "components[]", add);
  compareValues(before, after, VALUES, "components[]", add);
  compareLicenses(before.licenses, after.licenses, "components[].licenses[]", add);
  const bare = (each: SbomComponent) => each.references.map(({ hashes: _, ...rest }) => rest);
  add("components[].references[]", missing(bare(before), bare(after)));
  const placeOf = ({ type, url }: ExternalReference) => `${type} ${url}`;
  const own = groupBy(after.references, placeOf);
  for (const [place, references] of groupBy(before.references, placeOf)) {
    const hashesOf = (list: readonly ExternalReference[]) => list.flatMap(({ hashes }) => hashes);
    const now = own.get(place) ?? references;
    add("components[].references[].hashes[]", missing(hashesOf(references), hashesOf(now)));
  }
  if (before.parent !== undefined && refOf(before.parent) !== after.parent)
    add("components[].parent", 1);
  if (before.dependencies !== "unknown" && before.dependencies !== after.dependencies)
    add(`components[].dependencies (${before.dependencies})`, 1);
}

/** A statement of which nobody says whose it is may be declared afterwards: that is what it counts as. */
function compareLicenses(
  before: readonly StatedLicense[],
  after: readonly StatedLicense[],
  path: string,
  add: Add,
): void {
  const keyOf = ({ acknowledgement = "declared", statement }: StatedLicense) =>
    `${acknowledgement} ${text(statement)}`;
  const known = new Map(after.map((each) => [keyOf(each), each]));
  for (const each of before) {
    const other = known.get(keyOf(each));
    if (other === undefined) add(path, 1);
    else compareValues(each, other, ["text", "url"], path, add);
  }
}

function compareLists<K extends string>(
  before: { readonly [key in K]: readonly unknown[] },
  after: { readonly [key in K]: readonly unknown[] },
  keys: readonly K[],
  path: string,
  add: Add,
): void {
  for (const key of keys) add(`${path}.${key}[]`, missing(before[key], after[key]));
}

function compareValues<K extends string>(
  before: { readonly [key in K]?: unknown },
  after: { readonly [key in K]?: unknown },
  keys: readonly K[],
  path: string,
  add: Add,
): void {
  for (const key of keys) {
    const value = before[key];
    if (value !== undefined && text(value) !== text(after[key])) add(`${path}.${key}`, 1);
  }
}

function missing(before: readonly unknown[], after: readonly unknown[]): number {
  if (before.length === 0) return 0;
  const there = new Set(after.map(text));
  return before.filter((item) => !there.has(text(item))).length;
}

/** The same for equal values, in whatever order their keys are. */
function text(value: unknown): string {
  return (
    JSON.stringify(value, (_, each: unknown) =>
      typeof each === "object" && each !== null && !Array.isArray(each)
        ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
        : each,
    ) ?? ""
  );
}
