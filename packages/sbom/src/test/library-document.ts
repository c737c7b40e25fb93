import { JSON as CycloneDxJson } from "@cyclonedx/cyclonedx-library/Serialize";
import { Spec1dot6 } from "@cyclonedx/cyclonedx-library/Spec";
import { compositions } from "../cyclonedx/compositions.ts";
import type { SbomComponent, SbomDocument } from "../model.ts";
import { libraryModel } from "./library-model.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The document as the CycloneDX library serialises it, with what that can't model added; without a serial number. */
export function libraryDocument(document: SbomDocument): Fields {
  const factory = new CycloneDxJson.Normalize.Factory(Spec1dot6);
  const normalized = factory.makeForBom().normalize(libraryModel(document), { sortLists: false });
  const base = JSON.parse(wellFormed(JSON.stringify(normalized))) as {
    readonly metadata: { readonly component: Fields };
    readonly components: readonly Fields[];
  };
  const byRef = new Map(document.components.map((each) => [each.ref, each]));
  return {
    ...base,
    version: 1,
    metadata: {
      ...base.metadata,
      component: withEvidence(base.metadata.component, document.subject),
    },
    components: base.components.map((each) =>
      withEvidence(each, byRef.get(String(each["bom-ref"]))),
    ),
    compositions: compositions(document),
    ...(document.annotations.length === 0
      ? {}
      : {
          annotations: document.annotations.map(({ ref, text }) => ({
            annotator: { component: { type: "application", ...document.tools[0] } },
            subjects: [ref],
            text: text.toWellFormed(),
            timestamp: new Date(document.created ?? "").toISOString(),
          })),
        }),
  };
}

function withEvidence(json: Fields, { places = [] }: Partial<SbomComponent> = {}): Fields {
  const occurrences = places.map(({ path, line }) => ({
    location: path,
    ...(line === undefined ? {} : { line }),
  }));
  return occurrences.length === 0 ? json : { ...json, evidence: { occurrences } };
}

/** `JSON.stringify` escapes half a surrogate pair, which UTF-8 has no bytes for; whole pairs it leaves alone. */
function wellFormed(json: string): string {
  return json.replace(/\\ud[89a-f][0-9a-f]{2}/g, "\ufffd");
}
