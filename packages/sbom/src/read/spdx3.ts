import { addTo } from "@assay/core";
import { type EdgeKind, scopesFrom } from "@assay/inventory";
import { entryOf } from "../entry-of.ts";
import type {
  Completeness,
  ExternalReference,
  SbomComponent,
  SbomDocument,
  SbomEdge,
  StatedLicense,
} from "../model.ts";
import { sortedEdges } from "./edges.ts";
import type { Fields, UnreadFields } from "./fields.ts";
import { cutCircles } from "./parents.ts";
import { present } from "./present.ts";
import { refMaker } from "./ref-maker.ts";
import {
  type Agents,
  readAgents,
  readArchive3,
  readElement3,
  readProperties3,
} from "./spdx3-element.ts";
import { type Graph, graphOf, idOf } from "./spdx3-graph.ts";
import { type Licenses3, readLicenses3 } from "./spdx3-licenses.ts";
import { readTime } from "./time.ts";

/** When in its life software is described, in the words of CycloneDX. */
const LIFECYCLES: Readonly<Record<string, string>> = {
  design: "design",
  source: "pre-build",
  build: "build",
  analyzed: "post-build",
  deployed: "operations",
  runtime: "operations",
};

const SCOPES: Readonly<Record<string, EdgeKind>> = {
  development: "development",
  build: "build",
  test: "test",
};

const DEPENDENCY = /^(?:dependsOn|hasOptionalDependency|hasProvidedDependency)$/;
const TYPES: Readonly<Record<string, EdgeKind>> = {
  hasOptionalDependency: "optional",
  hasProvidedDependency: "peer",
};

/**
 * An SPDX 3.0 document as JSON-LD (https://spdx.github.io/spdx-spec/v3.0.1/), its elements side by side in `@graph`. What stands
 * inside of another element stays unread.
 */
export function readSpdx3(
  value: Readonly<Record<string, unknown>>,
  unread: UnreadFields,
): SbomDocument {
  const top = unread.open(value, "");
  top.skip("@context", "@graph");
  const graph = graphOf(value["@graph"], unread);
  const agents = readAgents(graph);
  const components = new Map<string, SbomComponent>();
  const archives = archiveIds(graph);
  const taken = new Set<string>();
  const unusedRef = refMaker(taken);
  const archiveOf = new Map<string, ExternalReference>();
  for (const type of ["software_Package", "software_File"]) {
    for (const each of graph.get(type) ?? []) {
      const given = idOf(each);
      const ref = given || unusedRef({ name: String(each.peek("name")) });
      // What has no id stays; no relationship leads to it.
      const id = given || ` ${ref}`;
      taken.add(ref);
      if (components.has(id) || archiveOf.has(id))
        unread.add(`${type}[] (its spdxId is given a second time)`);
      else if (type === "software_File" && archives.has(id)) archiveOf.set(id, readArchive3(each));
      else components.set(id, readElement3(each, ref, type === "software_File", agents));
    }
  }
  const licenses = readLicenses3(graph);
  const relations = readRelations(graph, components, { licenses: licenses.of, archiveOf }, unread);
  const documents = [...(graph.get("SpdxDocument") ?? []), ...(graph.get("software_Sbom") ?? [])];
  const roots = documents
    .flatMap((each) => each.texts("rootElement"))
    .filter((id) => components.has(id));
  const [root, ...others] = new Set([...roots, ...relations.described]);
  if (others.length > 0) unread.add("rootElement[]", others.length + 1);
  const subject = root === undefined || others.length > 0 ? undefined : components.get(root);
  const edges = sortedEdges(relations.edges);
  const scopes =
    subject !== undefined && edges.some(({ kind }) => kind !== "runtime")
      ? scopesFrom([subject.ref], edges)
      : new Map();
  const finished = (each: SbomComponent): SbomComponent => {
    const parent = relations.parents.get(each.ref);
    return {
      ...each,
      references: [...each.references, ...(relations.archives.get(each.ref) ?? [])],
      licenses: relations.licenses.get(each.ref) ?? [],
      ...(each === subject
        ? {}
        : present({
            scope: scopes.get(each.ref),
            parent: parent === subject?.ref ? undefined : parent,
          })),
      dependencies: relations.completeness.get(each.ref) ?? "unknown",
    };
  };
  const read: SbomDocument = {
    components: [...components.values()]
      .filter((each) => each !== subject)
      .map(finished)
      .sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    edges,
    completeness: "unknown",
    annotations: readAnnotations(graph, components),
    ...readDocuments(documents, graph, agents, licenses.of),
    ...present({ subject: subject && finished(subject) }),
  };
  licenses.countUnused(unread);
  return read;
}

/** Ids of what packages are distributed as. */
function archiveIds(graph: Graph): ReadonlySet<string> {
  const packages = new Set((graph.get("software_Package") ?? []).map(idOf));
  const all = (graph.get("Relationship") ?? []).filter(
    (each) =>
      each.peek("relationshipType") === "hasDistributionArtifact" &&
      packages.has(String(each.peek("from"))),
  );
  return new Set(all.flatMap((each) => each.texts("to")));
}

function readDocuments(
  documents: readonly Fields[],
  graph: Graph,
  agents: Agents,
  known: Licenses3,
) {
  const [main] = graph.get("SpdxDocument") ?? [];
  for (const each of documents) each.skip("element", "profileConformance");
  const licenses = known(main?.text("dataLicense") ?? "", "declared") ?? [];
  const creations = graph.get("CreationInfo") ?? [];
  const creation =
    creations.find((each) => idOf(each) === main?.peek("creationInfo")) ?? creations[0];
  for (const each of creations) each.skip("specVersion");
  const makers = creation?.texts("createdBy") ?? [];
  const used = creation?.texts("createdUsing") ?? [];
  const organizations = makers.flatMap((id) => agents.organizations.get(id) ?? []);
  const authors = makers.flatMap((id) => agents.people.get(id) ?? []);
  const tools = [...used, ...makers].flatMap((id) => agents.tools.get(id) ?? []);
  // One organisation is the manufacturer.
  const named = Math.min(organizations.length, 1) + authors.length + tools.length;
  const left = makers.length + used.length - named;
  if (left > 0) creation?.leave("createdBy[], createdUsing[]", left);
  const lifecycles = new Set<string>();
  for (const each of documents)
    for (const phase of each.texts("software_sbomType")) {
      const known = entryOf(LIFECYCLES, phase);
      if (known === undefined) each.leave("software_sbomType[]", 1);
      else lifecycles.add(known);
    }
  return {
    tools,
    authors,
    lifecycles: [...lifecycles],
    licenses: licenses.map(({ acknowledgement: _, ...rest }): StatedLicense => rest),
    properties: main === undefined ? [] : readProperties3(main),
    identity: main === undefined ? "" : idOf(main),
    ...present({
      created: creation && readTime(creation, "created"),
      manufacturer: organizations[0],
      serial: main && idOf(main),
    }),
  };
}

function readAnnotations(
  graph: Graph,
  components: ReadonlyMap<string, SbomComponent>,
): SbomDocument["annotations"] {
  const wholes = ["SpdxDocument", "software_Sbom"].flatMap((type) => graph.get(type) ?? []);
  const ids = new Set(wholes.map(idOf));
  return (graph.get("Annotation") ?? []).flatMap((each) => {
    each.skip("annotationType", "contentType");
    const text = each.text("statement");
    const about = String(each.peek("subject"));
    if (components.has(about) || ids.has(about)) each.skip("subject");
    if (text === undefined) return [];
    return components.has(about) ? [{ ref: about, text }] : [{ text }];
  });
}

function readRelations(
  graph: Graph,
  components: ReadonlyMap<string, SbomComponent>,
  known: {
    readonly licenses: Licenses3;
    readonly archiveOf: ReadonlyMap<string, ExternalReference>;
  },
  unread: UnreadFields,
) {
  const edges: SbomEdge[] = [];
  const described: string[] = [];
  const parents = new Map<string, string>();
  const licenses = new Map<string, StatedLicense[]>();
  const completeness = new Map<string, Completeness>();
  const archives = new Map<string, ExternalReference[]>();
  const all = ["Relationship", "LifecycleScopedRelationship"].flatMap(
    (type) => graph.get(type) ?? [],
  );
  for (const each of all) {
    const from = each.text("from") ?? "";
    const type = each.text("relationshipType") ?? "";
    const scope = each.text("scope") ?? "";
    const claim = each.text("completeness");
    const stated = claim === "complete" || claim === "incomplete" ? claim : undefined;
    for (const to of each.texts("to")) {
      const isThere = components.has(from) && components.has(to);
      const license = /^has(Declared|Concluded)License$/.exec(type)?.[1]?.toLowerCase();
      if (license === "declared" || license === "concluded") {
        const said = components.has(from) ? known.licenses(to, license) : undefined;
        for (const one of said ?? []) addTo(licenses, from, one);
        if (said === undefined) unread.add(`Relationship[] of the type ${type} (leads nowhere)`);
      } else if (type === "hasDistributionArtifact" && known.archiveOf.has(to)) {
        const archive = known.archiveOf.get(to);
        if (archive !== undefined && components.has(from)) addTo(archives, from, archive);
        else unread.add(`Relationship[] of the type ${type} (leads nowhere)`);
      } else if (type === "dependsOn" && /\bNoneElement$/.test(to))
        completeness.set(from, "complete");
      else if (type === "dependsOn" && /\bNoAssertionElement$/.test(to))
        completeness.set(from, claim === "noAssertion" ? "unknown" : "incomplete");
      else if (type === "describes" && components.has(to)) described.push(to);
      else if (DEPENDENCY.test(type) && isThere && from !== to)
        edges.push({ from, to, kind: entryOf(TYPES, type) ?? entryOf(SCOPES, scope) ?? "runtime" });
      else if (type === "contains" && isThere && !parents.has(to)) parents.set(to, from);
      else unread.add(`Relationship[] of the type ${type.slice(0, 50)}`);
    }
    const isScoped = scope === "" || scope === "runtime" || entryOf(SCOPES, scope) !== undefined;
    if (!isScoped) unread.add(`Relationship[].scope (${scope.slice(0, 50)})`);
    if (DEPENDENCY.test(type) && stated !== undefined && components.has(from))
      completeness.set(from, stated);
  }
  cutCircles(parents, () => unread.add("Relationship[] of the type contains"));
  return { edges, described, parents, licenses, completeness, archives };
}
