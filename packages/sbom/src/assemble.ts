import { VERSION } from "@assay/core";
import { type Component, type Inventory, isIncomplete, type Origin } from "@assay/inventory";
import type { PackageStatement } from "@assay/inventory/installed";
import { sbomComponent } from "./component.ts";
import { declaredLicenses } from "./declared-licenses.ts";
import { mergeEdges } from "./edges.ts";
import { entriesOf, subjectOf, withoutEdges } from "./entries.ts";
import { groupEqualEntries } from "./equal-entries.ts";
import { annotationsOf } from "./missing.ts";
import type { Completeness, Organization, SbomComponent, SbomDocument } from "./model.ts";
import { uniqueRefs } from "./refs.ts";
import type { Provenance } from "./subject.ts";

/**
 * One document over all lockfiles: their packages, put together where they are equal, below one subject.
 *
 * @param manufacturer Who supplies what is first-party; the repository's owner where it is not given.
 * @param statements What packages say of themselves, by the ids of the inventory's components.
 */
export async function assembleDocument(
  inventory: Inventory,
  { origin, revision, folder, workspace, created, reproducible }: Provenance,
  scope: "all" | "runtime",
  manufacturer?: Organization,
  statements?: ReadonlyMap<string, PackageStatement>,
): Promise<SbomDocument> {
  const subject = subjectOf(inventory, origin, workspace);
  const gaps = inventory.graphs.flatMap((graph) => graph.gaps.filter(isIncomplete));
  const { components, edges, cut } = entriesOf(inventory, subject, scope);
  const unlisted = withoutEdges(inventory, subject);
  const known: Known = {
    unlisted: new Set(unlisted),
    incomplete: new Set([...gaps.map(({ componentId }) => componentId), ...cut]),
  };
  const supplier = manufacturer ?? (origin === undefined ? undefined : ownerOf(origin));
  const shared = { supplier, licenses: await declaredLicenses(components) };
  const withStatement = statements && (await import("./said-of-itself.ts")).withStatement;
  const groups = groupEqualEntries(components, edges, identities(components));
  const refs = uniqueRefs(groups);
  const refOf = new Map<string, string>();
  const byRef = new Map<string, SbomComponent>();
  for (const [index, group] of groups.entries()) {
    const ref = refs[index] ?? "";
    for (const { id } of group) refOf.set(id, ref);
    const dependencies = completenessOf(group, known);
    const component = sbomComponent(group, { ...shared, ref, dependencies });
    const said = statements && group.map(({ id }) => statements.get(id)).find(Boolean);
    byRef.set(ref, (said && withStatement?.(component, said)) ?? component);
  }
  const subjectRef = refOf.get(subject.id) ?? "";
  const facts = { ...shared, ref: "", dependencies: completenessOf([subject], known) };
  const whole = byRef.get(subjectRef) ?? sbomComponent([subject], facts);
  byRef.delete(subjectRef);
  const isComplete =
    scope === "all" &&
    gaps.length === 0 &&
    unlisted.length === 0 &&
    inventory.skipped.every(({ kind }) => kind === "excluded");
  return {
    subject: asSubject(whole, origin),
    // Texts alone are sorted by the engine itself, several times quicker than by a function that compares.
    components: [...byRef.keys()].sort().flatMap((ref) => byRef.get(ref) ?? []),
    edges: mergeEdges(edges, refOf),
    completeness: isComplete ? "complete" : "incomplete",
    annotations: annotationsOf(inventory, scope, whole.ref, refOf),
    created,
    lifecycles: ["pre-build"],
    tools: [{ name: "assay", version: VERSION }],
    authors: [],
    supplier,
    licenses: [],
    // The same input gives the same document: the time does not come from the machine's clock.
    properties: [["assay:scope", scope], ...(reproducible ? [REPRODUCIBLE] : [])],
    identity: [
      origin?.serverUrl ?? "",
      origin?.repository ?? "",
      revision ?? "",
      folder,
      ...(workspace ? [workspace] : []),
    ].join("\n"),
  };
}

const REPRODUCIBLE = ["cdx:reproducible", "true"] as const;

/** A scope says how the subject needs something: it has none itself. */
function asSubject(component: SbomComponent, origin: Origin | undefined): SbomComponent {
  const { references } = component;
  return {
    ...component,
    type: "application",
    scope: undefined,
    references:
      origin === undefined
        ? references
        : [
            { type: "vcs", url: `${origin.serverUrl}/${origin.repository}`, hashes: [] },
            ...references,
          ],
  };
}

/** Who supplies what is first-party. */
function ownerOf({ serverUrl, repository }: Origin): Organization {
  const owner = repository.split("/")[0] ?? "";
  return { name: owner, urls: [`${serverUrl}/${owner}`], contacts: [] };
}

/** By a component what it must share with another to be one package with it. */
function identities(components: readonly Component[]): (component: Component) => string {
  const known = new Set<string>();
  const twice = new Set<string>();
  for (const { purl } of components) {
    if (purl !== undefined && known.has(purl)) twice.add(purl);
    else if (purl !== undefined) known.add(purl);
  }
  // One without a purl has nothing that would tell, and most purls stand in one entry: those stay alone.
  return (component) => (twice.has(component.purl ?? "") ? identityOf(component) : component.id);
}

function identityOf(component: Component): string {
  const { purl, artifacts, declaredLicense, firstParty, ecosystem, name, patches } = component;
  const { requirement, ancestors } = component;
  return JSON.stringify([
    ecosystem,
    name,
    purl,
    firstParty,
    artifacts,
    declaredLicense,
    patches,
    requirement,
    ancestors,
  ]);
}

/** Ids of components. */
interface Known {
  /** Of these no source says what they need. */
  readonly unlisted: ReadonlySet<unknown>;
  /** Of these something that they need is missing. */
  readonly incomplete: ReadonlySet<unknown>;
}

function completenessOf(
  group: readonly Component[],
  { unlisted, incomplete }: Known,
): Completeness {
  if (group.some(({ id }) => unlisted.has(id))) return "unknown";
  return group.some(({ id }) => incomplete.has(id)) ? "incomplete" : "complete";
}
