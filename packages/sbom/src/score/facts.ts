import { addTo, isRecord } from "@assay/core";
import {
  classOfExpression,
  DEPRECATED_LICENSE_IDS,
  type Expression,
  LICENSE_IDS,
  parseExpression,
} from "@assay/spdx";
import { statementText } from "../diff/licenses.ts";
import type { SbomComponent, SbomDocument, StatedLicense } from "../model.ts";
import type { Source } from "../read/source.ts";

/** What the rules ask of a document, put together once. */
export interface Facts {
  readonly source: Source;
  readonly document: SbomDocument;
  readonly isCycloneDx: boolean;
  /** It breaks no rule of its format. */
  readonly isValid: boolean;
  /** The subject and every component, once each; files of SPDX are none. */
  readonly all: readonly SbomComponent[];
  /** Refs that the subject asks for itself. */
  readonly direct: readonly SbomComponent[];
  /** Refs that ask for anything. */
  readonly asking: ReadonlySet<string>;
  /** Refs to which the subject leads, over dependencies and parts. */
  readonly reached: ReadonlySet<string>;
  /** Components as they stand in the document that have a field. */
  countWith(field: string): number;
  /** What compositions say of the dependencies of a ref, and under `""` of everything: the word of CycloneDX. */
  readonly claims: ReadonlyMap<string, string>;
  /** Of the document itself. */
  readonly ownLicenses: readonly LicenseFacts[];
  licenses(component: SbomComponent, side: "declared" | "concluded"): readonly LicenseFacts[];
}

export interface LicenseFacts {
  /** An expression of ids and references. */
  readonly isValid: boolean;
  /** Every id is of the SPDX list. */
  readonly isListed: boolean;
  readonly isDeprecated: boolean;
  /** It asks for more than its notice: copyleft of any reach, or no commercial use. */
  readonly isRestrictive: boolean;
}

export function factsOf(source: Source, document: SbomDocument, isValid: boolean): Facts {
  const { subject, components, edges } = document;
  const isCycloneDx = source.family === "CycloneDX";
  const raw = isCycloneDx ? cycloneDxComponents(source.value) : spdxPackages(source);
  const files = isCycloneDx
    ? new Set()
    : new Set(components.filter(isSpdxFile).map(({ ref }) => ref));
  const all = (subject === undefined ? components : [subject, ...components]).filter(
    ({ ref }) => !files.has(ref),
  );
  const targets = new Set(edges.filter(({ from }) => from === subject?.ref).map(({ to }) => to));
  const known = new Map<string, LicenseFacts>();
  const judged = (license: StatedLicense): LicenseFacts => {
    const text = statementText(license);
    const facts = known.get(text) ?? licenseFacts(text);
    known.set(text, facts);
    return facts;
  };
  // Before 1.6 nobody could say whose word a licence is, and it counts as concluded.
  const unsaid = isCycloneDx && Number(source.version.slice(2)) < 6 ? "concluded" : "declared";
  return {
    source,
    document,
    isCycloneDx,
    isValid,
    all,
    direct: components.filter(({ ref }) => targets.has(ref)),
    asking: new Set(edges.map(({ from }) => from)),
    reached: reachedFrom(document),
    countWith: (field) =>
      raw.filter((each) => each[field] !== undefined && each[field] !== "").length,
    claims: isCycloneDx ? claimsIn(source.value) : new Map(),
    ownLicenses: document.licenses.map(judged),
    licenses: (component, side) =>
      component.licenses
        .filter(({ acknowledgement = unsaid }) => acknowledgement === side)
        .map(judged),
  };
}

function isSpdxFile({ type, purl, version }: SbomComponent): boolean {
  return type === "file" && purl === undefined && version === undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function spdxPackages({ family, value }: Source): readonly Fields[] {
  const list = family === "SPDX" ? value["packages"] : value["@graph"];
  const isPackage = (each: unknown): each is Fields =>
    isRecord(each) && (family === "SPDX" || each["type"] === "software_Package");
  return Array.isArray(list) ? list.filter(isPackage) : [];
}

function claimsIn({ compositions }: Fields): ReadonlyMap<string, string> {
  const claims = new Map<string, string>();
  for (const each of Array.isArray(compositions) ? compositions : []) {
    if (!isRecord(each)) continue;
    const { aggregate, dependencies, assemblies } = each;
    const isGlobal = dependencies === undefined && assemblies === undefined;
    for (const ref of isGlobal ? [""] : Array.isArray(dependencies) ? dependencies : [])
      if (!claims.has(String(ref))) claims.set(String(ref), String(aggregate));
  }
  return claims;
}

/** Every component of the document and of its metadata, however deep; without recursion. */
function cycloneDxComponents(value: Fields): readonly Fields[] {
  const metadata = value["metadata"];
  const pending: unknown[] = [
    value["components"],
    isRecord(metadata) ? metadata["component"] : undefined,
  ];
  const found: Fields[] = [];
  for (let next = pending.pop(); pending.length > 0 || next !== undefined; next = pending.pop()) {
    if (Array.isArray(next)) for (const each of next) pending.push(each);
    else if (isRecord(next)) {
      found.push(next);
      pending.push(next["components"]);
    }
  }
  return found;
}

function reachedFrom({ subject, components, edges }: SbomDocument): ReadonlySet<string> {
  if (subject === undefined) return new Set();
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) addTo(next, from, to);
  for (const { ref, parent } of components) if (parent !== undefined) addTo(next, parent, ref);
  const reached = new Set([subject.ref]);
  for (const ref of reached) for (const to of next.get(ref) ?? []) reached.add(to);
  return reached;
}

const LISTED = new Set([...LICENSE_IDS, ...DEPRECATED_LICENSE_IDS]);
const DEPRECATED = new Set(DEPRECATED_LICENSE_IDS);
const RESTRICTIVE = /copyleft|non-commercial/;

function licenseFacts(text: string): LicenseFacts {
  const parsed = parseExpression(text);
  if (!parsed.ok)
    return { isValid: false, isListed: false, isDeprecated: false, isRestrictive: false };
  const terms = termsOf(parsed.expression);
  const ids = terms.flatMap((term) => (term.kind === "license" ? [term.written.id] : []));
  return {
    isValid: terms.every(({ kind }) => kind === "license" || kind === "reference"),
    isListed: terms.every(
      (term) =>
        term.kind === "license" && (LISTED.has(term.form.id) || LISTED.has(term.written.id)),
    ),
    isDeprecated: ids.some((id) => DEPRECATED.has(id)),
    isRestrictive: terms.some((term) => RESTRICTIVE.test(classOfExpression(term) ?? "")),
  };
}

function termsOf(
  expression: Expression,
): readonly Exclude<Expression, { readonly operands: unknown }>[] {
  return expression.kind === "and" || expression.kind === "or"
    ? expression.operands.flatMap(termsOf)
    : [expression];
}
