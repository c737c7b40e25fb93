import { addTo, clip, groupBy } from "@assay/core";
import type { Hash, Scope } from "@assay/inventory";
import { licenseText } from "../diff/licenses.ts";
import type { Completeness, SbomComponent } from "../model.ts";
import { labelOf, nameKey } from "../names.ts";
import { refMaker } from "../read/ref-maker.ts";
import { unique } from "./unique.ts";

/** A component with the place that it came from. */
export interface Placed {
  readonly part: number;
  readonly component: SbomComponent;
}

/** Two documents say different things of one package. */
export interface Conflict {
  /** `name@version`. */
  readonly component: string;
  readonly field: string;
  /** What the merged document says; for hashes: that there are two components. */
  readonly kept: string;
  readonly other: string;
}

export interface United {
  /** In the order of their first places. */
  readonly components: readonly SbomComponent[];
  /** By part: the new ref of each component. */
  readonly refs: readonly ReadonlyMap<string, string>[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Components of several documents under refs of their own.
 *
 * @param isFlat Whether those that are the same package become one: the same purl (or, without one, the same name and version) and no
 * hash that differs, in the same component where they are parts of one. Else each stays.
 */
export function united(all: readonly Placed[], isFlat: boolean): United {
  const conflicts: Conflict[] = [];
  const ordered = wholesFirst(all);
  const refs: Map<string, string>[] = [];
  const taken = new Set<string>();
  const refOf = refMaker(taken);
  const groups: Group[] = [];
  const known = new Map<string, Group[]>();
  for (const placed of ordered) {
    const { part, component } = placed;
    const own = refs[part] ?? new Map<string, string>();
    refs[part] = own;
    const parent = component.parent === undefined ? undefined : own.get(component.parent);
    const key = isFlat ? identityOf(component, parent) : `${part} ${component.ref}`;
    const same = known.get(key) ?? [];
    known.set(key, same);
    // Beyond a few archives of one version nobody looks for the one that fits.
    const group = same.slice(0, MAX_ARCHIVES).find((each) => agree(each.hashes, component));
    if (group !== undefined) {
      group.members.push(placed);
      for (const [key, { value }] of hashesOf(component)) addTo(group.hashes, key, value);
      own.set(component.ref, group.ref);
      continue;
    }
    const [other] = same;
    if (other?.members[0] !== undefined)
      conflicts.push(hashConflict(other.members[0].component, component));
    const ref = taken.has(component.ref) ? refOf({ name: component.ref }) : component.ref;
    taken.add(ref);
    own.set(component.ref, ref);
    const hashes = new Map<string, string[]>();
    for (const [key, { value }] of hashesOf(component)) addTo(hashes, key, value);
    const made: Group = { members: [placed], ref, hashes };
    same.push(made);
    groups.push(made);
  }
  const components = groups.map(({ members, ref }) => {
    const [first] = members;
    const parent = first?.component.parent;
    const whole =
      parent === undefined || first === undefined ? undefined : refs[first.part]?.get(parent);
    return oneOf(
      members.map(({ component }) => component),
      ref,
      whole,
      conflicts,
    );
  });
  return { components, refs, conflicts };
}

interface Group {
  readonly members: Placed[];
  readonly ref: string;
  /** As `hashesOf` has them. */
  readonly hashes: Map<string, string[]>;
}

const MAX_ARCHIVES = 50;
const MAX_SHOWN = 5;

/** Each component after the one that it stands in; their depths are bounded by the readers. */
function wholesFirst(all: readonly Placed[]): readonly Placed[] {
  const byRef = new Map(all.map((each) => [`${each.part} ${each.component.ref}`, each]));
  const depthOf = ({ part, component }: Placed): number => {
    let depth = 0;
    for (let at = component.parent; at !== undefined && depth < 1000; depth++)
      at = byRef.get(`${part} ${at}`)?.component.parent;
    return depth;
  };
  return [...groupBy(all, (each) => String(depthOf(each)))]
    .sort(([a], [b]) => Number(a) - Number(b))
    .flatMap(([, placed]) => placed);
}

function identityOf(component: SbomComponent, parent: string | undefined): string {
  const { purl, type, version } = component;
  return JSON.stringify(
    purl === undefined ? [type, nameKey(component), version, parent] : [purl, parent],
  );
}

/** The hashes of a package and of each of its archives, by place and algorithm. */
function hashesOf({ hashes, references }: SbomComponent): readonly (readonly [string, Hash])[] {
  const own = hashes.map((hash) => [hash.algorithm, hash] as const);
  const others = references.flatMap((each) =>
    each.hashes.map((hash) => [`${hash.algorithm} of ${each.url}`, hash] as const),
  );
  return [...own, ...others];
}

/** Whether no algorithm has other values only. */
function agree(known: Group["hashes"], component: SbomComponent): boolean {
  const said = groupBy(hashesOf(component), ([key]) => key);
  return [...said].every(([key, hashes]) => {
    const values = known.get(key);
    return values === undefined || hashes.some(([, { value }]) => values.includes(value));
  });
}

function hashConflict(one: SbomComponent, other: SbomComponent): Conflict {
  const text = (each: SbomComponent) =>
    hashesOf(each)
      .slice(0, MAX_SHOWN)
      .map(([key, { value }]) => `${clip(key, 100)} ${value.slice(0, 16)}…`)
      .join(", ");
  return {
    component: labelOf(one),
    field: "hashes (both stay)",
    kept: text(one),
    other: text(other),
  };
}

const SCOPES: readonly Scope[] = ["runtime", "optional", "development"];
const CLAIMS: readonly Completeness[] = ["complete", "incomplete", "unknown"];
const SCALARS = [
  "type",
  "group",
  "name",
  "version",
  "versionRange",
  "description",
  "cpe",
  "supplier",
  "manufacturer",
  "publisher",
  "copyright",
  "pedigree",
] as const;

/** Lists are put together, the strongest scope and claim hold, and of what can be said once the first that says it counts. */
function oneOf(
  members: readonly SbomComponent[],
  ref: string,
  parent: string | undefined,
  conflicts: Conflict[],
): SbomComponent {
  const [first] = members;
  if (first === undefined) throw new TypeError("a group has at least one member");
  const { parent: _, ...rest } = first;
  const own = { ref, ...(parent === undefined ? {} : { parent }) };
  if (members.length === 1) return { ...rest, ...own };
  const scalars: Record<string, unknown> = {};
  for (const key of SCALARS) {
    const values = unique(members.flatMap((each) => (each[key] === undefined ? [] : [each[key]])));
    if (values.length > 0) scalars[key] = values[0];
    for (const other of values.slice(1))
      conflicts.push({
        component: labelOf(first),
        field: key,
        kept: show(values[0]),
        other: show(other),
      });
  }
  const licenses = (["declared", "concluded"] as const).flatMap((side) => {
    const said = members
      .map((each) =>
        each.licenses.filter(({ acknowledgement = "declared" }) => acknowledgement === side),
      )
      .filter((list) => list.length > 0)
      .map((list) => ({ list, text: licenseText({ licenses: list }) }));
    for (const text of unique(said.map((each) => each.text)).slice(1))
      conflicts.push({
        component: labelOf(first),
        field: `licence (${side})`,
        kept: said[0]?.text ?? "",
        other: text,
      });
    return said[0]?.list ?? [];
  });
  const scope = SCOPES.find((each) => members.some((one) => one.scope === each));
  return {
    ...rest,
    ...scalars,
    ...own,
    ...(scope === undefined ? {} : { scope }),
    authors: unique(members.flatMap((each) => each.authors)),
    hashes: unique(members.flatMap((each) => each.hashes)),
    references: unique(members.flatMap((each) => each.references)),
    properties: unique(members.flatMap((each) => each.properties)),
    places: unique(members.flatMap((each) => each.places)),
    licenses,
    dependencies:
      CLAIMS.find((claim) => members.some((each) => each.dependencies === claim)) ?? "unknown",
  };
}

function show(value: unknown): string {
  return (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, 200);
}
