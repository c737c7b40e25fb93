import { isRecord, UsageError } from "@assay/core";
import type { Completeness, SbomComponent, SbomDocument } from "../model.ts";
import {
  byNameAndValue,
  readComponent,
  readContacts,
  readOrganization,
  readProperties,
} from "./cyclonedx-component.ts";
import { readLicenses } from "./cyclonedx-licenses.ts";
import { inferredKinds, sortedEdges } from "./edges.ts";
import type { Fields, UnreadFields } from "./fields.ts";
import { present } from "./present.ts";
import { refMaker } from "./ref-maker.ts";
import { readTime } from "./time.ts";

/** Levels of components that stand in each other. XML has two levels for each, of which as many as this are read again. */
const MAX_DEPTH = 50;

/**
 * A CycloneDX document (1.2 to 1.7) in the shape of its JSON (https://cyclonedx.org/docs/1.7/json/).
 *
 * Of several components with one `bom-ref` the first counts. Every edge is of the kind that the scopes of its ends tell, for the
 * format names none.
 *
 * @param path As people call it, for messages.
 * @throws UsageError when components are nested too deeply
 */
export function readCycloneDx(
  path: string,
  value: Readonly<Record<string, unknown>>,
  unread: UnreadFields,
): SbomDocument {
  const top = unread.open(value, "");
  top.skip("$schema", "bomFormat", "specVersion");
  if (top.take("version") !== 1) unread.add("version");
  const metadata = top.one("metadata");
  const claims = readCompositions(top, unread);
  const read = reader(path, claims.dependencies, unread);
  const main = metadata?.one("component");
  // One without a name is no subject: some writers put it there whatever they know.
  const isNamed = ["name", "purl"].some((key) => main?.peek(key));
  const subject = main && isNamed ? read.component(main, undefined, 0) : undefined;
  read.list(top, "components", undefined, 0);
  const components = read.components.filter((each) => each !== subject);
  const refs = new Map(read.components.map((each) => [each.ref, each]));
  const nowhere = [...claims.dependencies.keys()].filter((ref) => !refs.has(ref)).length;
  if (nowhere > 0) unread.add("compositions[].dependencies[] (leads nowhere)", nowhere);
  const created = metadata && readTime(metadata, "timestamp");
  const serial = top.text("serialNumber");
  const tools = metadata === undefined ? [] : readTools(metadata);
  return {
    components: components.sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    edges: inferredKinds(readDependencies(top, refs, unread), refs),
    completeness: claims.completeness,
    annotations: readAnnotations(top, refs, metadata, tools),
    lifecycles: metadata?.all("lifecycles").flatMap((each) => each.text("phase") ?? []) ?? [],
    tools,
    authors: metadata === undefined ? [] : readContacts(metadata, "authors"),
    licenses: metadata === undefined ? [] : readLicenses(metadata),
    properties: [metadata, top]
      .flatMap((each) => (each === undefined ? [] : readProperties(each)))
      .sort(byNameAndValue),
    identity: serial ?? "",
    ...present({
      subject,
      created,
      serial,
      manufacturer:
        metadata &&
        (readOrganization(metadata, "manufacturer") ?? readOrganization(metadata, "manufacture")),
      supplier: metadata && readOrganization(metadata, "supplier"),
    }),
  };
}

function reader(
  path: string,
  dependencies: ReadonlyMap<string, Completeness>,
  unread: UnreadFields,
) {
  const refs = new Map<string, SbomComponent>();
  const components: SbomComponent[] = [];
  const refOf = refMaker(refs);
  /** One component and what stands in it. */
  const component = (fields: Fields, parent: string | undefined, depth: number): SbomComponent => {
    if (depth > MAX_DEPTH) {
      throw new UsageError(
        `${path} has components in each other more than ${MAX_DEPTH} levels deep`,
        {
          hint: "No real software is built like that: ask whoever made the document.",
        },
      );
    }
    const own = readComponent(fields);
    const given = fields.text("bom-ref") || undefined;
    const known = given === undefined ? undefined : refs.get(given);
    const ref = known?.ref ?? given ?? refOf(own);
    const made: SbomComponent = known ?? {
      ref,
      ...own,
      ...present({ parent }),
      dependencies: dependencies.get(ref) ?? "unknown",
    };
    if (known !== undefined) unread.add(`${fields.path} (its bom-ref is given a second time)`);
    else {
      refs.set(ref, made);
      components.push(made);
    }
    list(fields, "components", ref, depth + 1);
    return made;
  };
  const list = (fields: Fields, key: string, parent: string | undefined, depth: number) => {
    for (const each of fields.all(key)) component(each, parent, depth);
  };
  return { component, list, components };
}

function readDependencies(
  top: Fields,
  refs: ReadonlyMap<string, SbomComponent>,
  unread: UnreadFields,
) {
  const edges = top.all("dependencies").flatMap((each) => {
    const from = each.text("ref") ?? "";
    return each.texts("dependsOn").map((to) => ({ from, to, kind: "runtime" as const }));
  });
  const good = edges.filter(({ from, to }) => refs.has(from) && refs.has(to));
  if (good.length < edges.length)
    unread.add("dependencies[].dependsOn[] (leads nowhere)", edges.length - good.length);
  const own = good.filter(({ from, to }) => from === to).length;
  if (own > 0) unread.add("dependencies[].dependsOn[] (leads to itself)", own);
  return sortedEdges(good);
}

/** Claims over the whole, and over what each component asks for. */
function readCompositions(top: Fields, unread: UnreadFields) {
  let completeness: Completeness = "unknown";
  let hasGlobal = false;
  const dependencies = new Map<string, Completeness>();
  for (const each of top.all("compositions")) {
    each.skip("bom-ref");
    const word = each.text("aggregate") ?? "";
    const aggregate = completenessOf(word);
    if (word !== aggregate) unread.add(`compositions[].aggregate (${word.slice(0, 50)})`);
    const refs = each.texts("dependencies");
    const isGlobal = ["assemblies", "dependencies", "vulnerabilities"].every(
      (key) => each.peek(key) === undefined,
    );
    if (isGlobal) {
      if (hasGlobal) unread.add("compositions[] (of the whole a second time)");
      else completeness = aggregate;
      hasGlobal = true;
    }
    for (const ref of refs) {
      if ((dependencies.get(ref) ?? aggregate) !== aggregate)
        unread.add("compositions[].dependencies[] (said in two ways)");
      else dependencies.set(ref, aggregate);
    }
    const assemblies = each.texts("assemblies");
    if (assemblies.length > 0) unread.add("compositions[].assemblies[]", assemblies.length);
  }
  return { completeness, dependencies };
}

function completenessOf(aggregate: string): Completeness {
  if (aggregate === "complete") return "complete";
  return aggregate.startsWith("incomplete") ? "incomplete" : "unknown";
}

/** A list of tools as before 1.5, or an object of components and services. */
function readTools(metadata: Fields): SbomDocument["tools"] {
  const isList = Array.isArray(metadata.peek("tools"));
  const tools = isList ? metadata.all("tools") : (metadata.one("tools")?.all("components") ?? []);
  return tools.map((each) => {
    each.skip("type", "bom-ref");
    return {
      name: each.text("name") ?? "",
      ...present({ version: each.text("version") || undefined }),
    };
  });
}

function readAnnotations(
  top: Fields,
  refs: ReadonlyMap<string, SbomComponent>,
  metadata: Fields | undefined,
  tools: SbomDocument["tools"],
): SbomDocument["annotations"] {
  const makers = new Set<unknown>(tools.map(({ name }) => name));
  return top.all("annotations").flatMap((each) => {
    each.skip("bom-ref");
    // Written down with the document itself, by what made that: it says nothing of its own.
    if (each.peek("timestamp") === metadata?.peek("timestamp")) each.skip("timestamp");
    const annotator = each.peek("annotator");
    const maker = isRecord(annotator) ? annotator["component"] : undefined;
    if (isRecord(maker) && makers.has(maker["name"])) each.skip("annotator");
    const text = each.text("text");
    if (text === undefined) return [];
    const given = each.texts("subjects");
    const subjects = given.filter((ref) => refs.has(ref));
    const nowhere = given.length - subjects.length;
    if (nowhere > 0) each.leave("subjects[] (leads nowhere)", nowhere);
    return subjects.length === 0 ? [{ text }] : subjects.map((ref) => ({ ref, text }));
  });
}
