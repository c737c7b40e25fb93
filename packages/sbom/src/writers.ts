import type { Artifact } from "@assay/core";
import { cycloneDxDocument } from "./cyclonedx/document.ts";
import type { SpecVersion } from "./cyclonedx/licenses.ts";
import { inKnownWords } from "./cyclonedx/vocabulary.ts";
import type { SbomDocument } from "./model.ts";
import type { SbomFormat } from "./options.ts";
import { spdxDocument } from "./spdx/document.ts";

type Write = (document: SbomDocument) => Uint8Array;

/** By format: the file's name, its media type, and the module that writes it. */
const WRITERS: Readonly<
  Record<SbomFormat, Omit<Artifact, "bytes"> & { readonly load: () => Promise<Write> }>
> = {
  "cyclonedx-1.6": {
    name: "sbom.cdx.json",
    mediaType: "application/vnd.cyclonedx+json; version=1.6",
    load: async () => cycloneDxDocument,
  },
  "cyclonedx-1.6-xml": {
    name: "sbom.cdx.xml",
    mediaType: "application/vnd.cyclonedx+xml; version=1.6",
    load: async () => (await import("./cyclonedx/xml.ts")).cycloneDxXmlDocument,
  },
  "cyclonedx-1.7": {
    name: "sbom.1.7.cdx.json",
    mediaType: "application/vnd.cyclonedx+json; version=1.7",
    load: async () => (document) => cycloneDxDocument(document, "1.7"),
  },
  "cyclonedx-1.7-xml": {
    name: "sbom.1.7.cdx.xml",
    mediaType: "application/vnd.cyclonedx+xml; version=1.7",
    load: async () => {
      const { cycloneDxXmlDocument } = await import("./cyclonedx/xml.ts");
      return (document) => cycloneDxXmlDocument(document, "1.7");
    },
  },
  "spdx-2.3": {
    name: "sbom.spdx.json",
    mediaType: "application/spdx+json; version=2.3",
    load: async () => spdxDocument,
  },
  "spdx-2.3-tag-value": {
    name: "sbom.spdx",
    mediaType: "text/spdx",
    load: async () => (await import("./spdx/tag-value.ts")).spdxTagValueDocument,
  },
  "spdx-3.0.1": {
    name: "sbom.spdx3.json",
    mediaType: "application/spdx+json; version=3.0.1",
    load: async () => (await import("./spdx3/document.ts")).spdx3Document,
  },
};

/** What is done to a document before it goes anywhere. */
export type Finish = (format: SbomFormat, bytes: Uint8Array) => Uint8Array;

/** The document in each format, once, in the order of the formats' names. */
export async function writeDocuments(
  document: SbomDocument,
  formats: readonly SbomFormat[],
  finish: Finish = (_, bytes) => bytes,
): Promise<readonly Artifact[]> {
  const artifacts: Artifact[] = [];
  for (const format of [...new Set(formats)].sort()) {
    const { name, mediaType, load } = WRITERS[format];
    const spec = /^cyclonedx-(1\.[67])/.exec(format)?.[1] as SpecVersion | undefined;
    const said = spec === undefined ? document : await inKnownWords(document, spec);
    artifacts.push({ name, mediaType, bytes: finish(format, (await load())(said)) });
  }
  return artifacts;
}
