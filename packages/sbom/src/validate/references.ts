import { isRecord } from "@assay/core";
import { MAX_DEPTH } from "../json-bytes.ts";
import type { JsonPath, SchemaProblem } from "./json-schema.ts";
import { quote } from "./quote.ts";

/**
 * What the schema of CycloneDX can't say: `bom-ref` is unique in a document, and dependencies and compositions name only those that
 * are there.
 */
export function referenceProblems(document: unknown): readonly SchemaProblem[] {
  const known = new Map<string, JsonPath>();
  const problems: SchemaProblem[] = [];
  for (const { path, value } of fieldsNamed("bom-ref", document)) {
    const before = known.get(value);
    if (before === undefined) known.set(value, path);
    else problems.push({ path, message: `the bom-ref ${quote(value)} is given a second time` });
  }
  for (const { path, value } of usedReferences(document)) {
    // A BOM-Link leads into another document.
    if (!known.has(value) && !value.startsWith("urn:cdx:"))
      problems.push({ path, message: `${quote(value)} is the bom-ref of nothing in the document` });
  }
  return problems;
}

interface Named {
  readonly path: JsonPath;
  readonly value: string;
}

function usedReferences(document: unknown): readonly Named[] {
  const lists = (from: unknown, at: JsonPath, keys: readonly string[]) =>
    itemsOf(from).flatMap(([index, item]) =>
      keys.flatMap((key) => textsAt(item, key, [...at, index])),
    );
  const top = isRecord(document) ? document : {};
  return [
    ...lists(top["dependencies"], ["dependencies"], ["ref", "dependsOn", "provides"]),
    ...lists(top["compositions"], ["compositions"], ["assemblies", "dependencies"]),
  ];
}

function textsAt(item: unknown, key: string, path: JsonPath): readonly Named[] {
  const value = isRecord(item) ? item[key] : undefined;
  if (typeof value === "string") return [{ path: [...path, key], value }];
  return itemsOf(value).flatMap(([index, text]) =>
    typeof text === "string" ? [{ path: [...path, key, index], value: text }] : [],
  );
}

function itemsOf(value: unknown): readonly (readonly [number, unknown])[] {
  return Array.isArray(value) ? [...value.entries()] : [];
}

/** Every text field of a name, at any depth; iterative, for a document may be nested as deep as it likes. */
function fieldsNamed(name: string, document: unknown): readonly Named[] {
  const found: Named[] = [];
  const pending: { readonly path: JsonPath; readonly value: unknown }[] = [
    { path: [], value: document },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { path, value } = next;
    if (typeof value !== "object" || value === null || path.length > MAX_DEPTH) continue;
    const steps: (readonly [string | number, unknown])[] = Array.isArray(value)
      ? [...value.entries()]
      : Object.entries(value);
    // The last goes first: what is found comes in the order of the document.
    for (const [step, inner] of steps.reverse()) {
      if (step === name && typeof inner === "string")
        found.push({ path: [...path, step], value: inner });
      else pending.push({ path: [...path, step], value: inner });
    }
  }
  return found;
}
