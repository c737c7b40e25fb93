import { VERSION } from "@assay/core";
import type { Completeness, SbomComponent, SbomDocument, SbomEdge } from "../model.ts";
import { sortedEdges } from "../read/edges.ts";
import { unique } from "./unique.ts";
import { type Conflict, type Placed, united } from "./united.ts";

export interface Part {
  /** As people call it. */
  readonly name: string;
  readonly document: SbomDocument;
}

export interface MergeOptions {
  /**
   * `flat`: each package stands there once, whatever documents name it. `hierarchical`: each document's subject is a component in
   * which its own stand.
   */
  readonly mode: "flat" | "hierarchical";
  /** Of what the merged document is about. */
  readonly name: string;
  readonly version?: string | undefined;
}

export interface Merged {
  readonly document: SbomDocument;
  readonly conflicts: readonly Conflict[];
}

/** One document over several, whose new subject needs what each of them is about. */
export function mergeDocuments(
  parts: readonly Part[],
  { mode, name, version }: MergeOptions,
): Merged {
  const whole = parts.map(withSubject);
  const all = whole.flatMap(({ subject, components }, part) =>
    [subject, ...components].map(
      (component): Placed => ({ part, component: inside(component, subject, mode) }),
    ),
  );
  const { components, refs, conflicts } = united(all, mode === "flat");
  const subject = subjectOf(name, version, components);
  const refOf = (part: number, ref: string) => refs[part]?.get(ref) ?? ref;
  const edges = whole.flatMap((document, part): readonly SbomEdge[] => [
    { from: subject.ref, to: refOf(part, document.subject.ref), kind: "runtime" },
    ...document.edges.map((edge) => ({
      ...edge,
      from: refOf(part, edge.from),
      to: refOf(part, edge.to),
    })),
  ]);
  const documents = parts.map(({ document }) => document);
  return {
    document: {
      subject,
      components: [...components].sort((a, b) => (a.ref < b.ref ? -1 : 1)),
      edges: sortedEdges(edges),
      annotations: unique(
        whole.flatMap(({ annotations }, part) =>
          annotations.map(({ ref, text }) =>
            ref === undefined ? { text } : { ref: refOf(part, ref), text },
          ),
        ),
      ),
      ...aboutAll(documents),
      identity: [name, version ?? "", ...documents.map(({ identity }) => identity)].join("\n"),
    },
    conflicts,
  };
}

type WithSubject = SbomDocument & { readonly subject: SbomComponent };

/** A document that is about nothing is about whatever its file is called; that needs what nothing leads to. */
function withSubject({ name, document }: Part): WithSubject {
  if (document.subject !== undefined) return { ...document, subject: document.subject };
  const asked = new Set(document.edges.map(({ to }) => to));
  const taken = new Set(document.components.map(({ ref }) => ref));
  let ref = name;
  while (taken.has(ref)) ref += "|";
  const heads = document.components.filter(
    (each) => each.parent === undefined && !asked.has(each.ref),
  );
  return {
    ...document,
    subject: { ...bare(ref, name), dependencies: "unknown" },
    edges: [
      ...document.edges,
      ...heads.map((head): SbomEdge => ({ from: ref, to: head.ref, kind: "runtime" })),
    ],
  };
}

/** In a hierarchy everything stands in its document's subject; flat, what stood in that only stands beside it. */
function inside(
  component: SbomComponent,
  subject: SbomComponent,
  mode: MergeOptions["mode"],
): SbomComponent {
  if (component === subject) return component;
  if (mode === "hierarchical") return { ...component, parent: component.parent ?? subject.ref };
  if (component.parent !== subject.ref) return component;
  const { parent: _, ...rest } = component;
  return rest;
}

function subjectOf(
  name: string,
  version: string | undefined,
  components: readonly SbomComponent[],
): SbomComponent {
  const taken = new Set(components.map(({ ref }) => ref));
  let ref = version === undefined ? name : `${name}@${version}`;
  while (taken.has(ref)) ref += "|";
  return {
    ...bare(ref, name),
    ...(version === undefined ? {} : { version }),
    dependencies: "complete",
  };
}

function bare(ref: string, name: string): Omit<SbomComponent, "dependencies"> {
  const none: readonly never[] = [];
  return {
    ref,
    type: "application",
    name,
    authors: none,
    hashes: none,
    licenses: none,
    references: none,
    properties: none,
    places: none,
  };
}

/** What the new document says of itself: what all say, and everybody who made one. The time is that of the latest. */
function aboutAll(documents: readonly SbomDocument[]) {
  const created = documents
    .flatMap((each) => each.created ?? [])
    .sort()
    .at(-1);
  const same = <K extends "manufacturer" | "supplier">(key: K) => {
    const texts = new Set(documents.map((each) => JSON.stringify(each[key])));
    const value = documents[0]?.[key];
    return texts.size === 1 && value !== undefined ? { [key]: value } : {};
  };
  return {
    completeness: weakest(documents.map(({ completeness }) => completeness)),
    lifecycles: unique(documents.flatMap(({ lifecycles }) => lifecycles)),
    tools: unique([
      { name: "assay", version: VERSION },
      ...documents.flatMap(({ tools }) => tools),
    ]),
    authors: unique(documents.flatMap(({ authors }) => authors)),
    licenses: commonTo(documents.map(({ licenses }) => licenses)),
    properties: commonTo(documents.map(({ properties }) => properties)),
    ...(created === undefined ? {} : { created }),
    ...same("manufacturer"),
    ...same("supplier"),
  };
}

function weakest(all: readonly Completeness[]): Completeness {
  if (all.includes("incomplete")) return "incomplete";
  return all.every((each) => each === "complete") ? "complete" : "unknown";
}

function commonTo<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const [first = [], ...rest] = lists;
  const others = rest.map((list) => new Set(list.map((each) => JSON.stringify(each))));
  return first.filter((each) => others.every((texts) => texts.has(JSON.stringify(each))));
}
