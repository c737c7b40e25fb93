import type { Component } from "@assay/inventory";
import { compositions } from "./compositions.ts";
import { normalizedBom } from "./cyclonedx-base.ts";
import type { DocumentComponent, SbomDocument } from "./document.ts";
import { nameBasedUuid } from "./name-based-uuid.ts";
import { stableJsonWith } from "./stable-json.ts";

const SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json";

type Fields = Readonly<Record<string, unknown>>;

/**
 * A CycloneDX 1.6 document (https://cyclonedx.org/docs/1.6/json/), UTF-8 JSON.
 *
 * The library makes the base; hashes, evidence and compositions, which it can't model, are added to its JSON. The serial
 * number is made from the content and the subject's identity.
 */
export function cycloneDxDocument(document: SbomDocument): Uint8Array {
  const base: Fields = { ...normalizedBom(document) };
  const metadata = base["metadata"] as Fields;
  const byRef = new Map(document.components.map((each) => [each.ref, each]));
  const components = (base["components"] as readonly Fields[]).map((json) =>
    extend(json, byRef.get(String(json["bom-ref"]))),
  );
  const content: Fields = {
    ...base,
    $schema: SCHEMA,
    version: 1,
    metadata: { ...metadata, component: extend(metadata["component"] as Fields, document.subject) },
    components,
    compositions: compositions(document),
  };
  const text = stableJsonWith(content, {
    name: "serialNumber",
    placeholder: "",
    derive: (rest) => `urn:uuid:${nameBasedUuid("cyclonedx", document.identity, rest)}`,
  });
  return new TextEncoder().encode(text);
}

function extend(json: Fields, each: DocumentComponent | undefined): Fields {
  if (each === undefined) return json;
  const hashes = each.component.hashes.map(({ algorithm, value }) => ({
    alg: algorithm,
    content: value,
  }));
  const references = json["externalReferences"] as readonly Fields[] | undefined;
  return {
    ...json,
    ...(hashes.length === 0 ? {} : { hashes }),
    // BSI TR-03183-2 reads the hash of the archive here, NTIA on the component: it is the same archive.
    ...(references === undefined || hashes.length === 0
      ? {}
      : { externalReferences: references.map((reference) => ({ ...reference, hashes })) }),
    ...(each.component.id === "" ? {} : { evidence: evidence(each) }),
  };
}

/** A lockfile names its packages outright: nothing is guessed. */
function evidence({ component, entries }: DocumentComponent): Fields {
  const field = component.purl === undefined ? "name" : "purl";
  const value = component.purl ?? component.name;
  const lockfiles = [...new Set(entries.map(({ location }) => location.path))].sort();
  return {
    identity: [
      {
        field,
        confidence: 1,
        concludedValue: value,
        methods: lockfiles.map((lockfile) => ({
          technique: "manifest-analysis",
          confidence: 1,
          value: lockfile,
        })),
      },
    ],
    occurrences: [...entries].sort(byPlace).map(({ location }) => ({
      location: location.path,
      ...(location.startLine === undefined ? {} : { line: location.startLine }),
    })),
  };
}

function byPlace(a: Component, b: Component): number {
  if (a.location.path !== b.location.path) return a.location.path < b.location.path ? -1 : 1;
  return (a.location.startLine ?? 0) - (b.location.startLine ?? 0);
}
