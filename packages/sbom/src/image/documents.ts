import { createHash } from "node:crypto";
import type { Artifact, CheckContext } from "@assay/core";
import type { ImageInventory } from "@assay/inventory/image";
import { type SbomConfig, withConfig } from "../config-facts.ts";
import { topLevelText } from "../json-bytes.ts";
import type { SbomDocument } from "../model.ts";
import type { SbomFormat } from "../options.ts";
import { writeDocuments } from "../writers.ts";
import { createdOf } from "./created.ts";
import { imageDocument } from "./document.ts";
import { type IndexPart, indexDocument } from "./index-document.ts";
import { type ImageSubject, platformFileName } from "./subject.ts";

/** A document in one format, with the image that it is about. */
export interface ImageArtifact extends Artifact {
  readonly format: SbomFormat;
  /** Of the manifest or index that it is about; absent where there is none. */
  readonly digest?: string | undefined;
  readonly sha256: string;
}

export interface ImageDocuments {
  /** Those of the index first. */
  readonly artifacts: readonly ImageArtifact[];
  readonly images: readonly {
    readonly subject: ImageSubject;
    readonly document: SbomDocument;
  }[];
  readonly notices: readonly string[];
}

export interface ImageDocumentOptions {
  readonly formats: readonly SbomFormat[];
  readonly config?: SbomConfig | undefined;
  /** The image of all platforms, where `images` are those of an index. */
  readonly index?: ImageSubject | undefined;
}

interface Read {
  readonly subject: ImageSubject;
  readonly image: ImageInventory;
}

/**
 * The documents of every platform's image, `sbom.linux-amd64.cdx.json`, and one of the index that composes them, `sbom.index.cdx.json`.
 * A folder's is `sbom.cdx.json`. An image at a time: what was read of one is let go before the next.
 */
export async function imageDocuments(
  context: Pick<CheckContext, "environment">,
  images: AsyncIterable<Read> | Iterable<Read>,
  { formats, config = {}, index }: ImageDocumentOptions,
): Promise<ImageDocuments> {
  const artifacts: ImageArtifact[] = [];
  const made: { subject: ImageSubject; document: SbomDocument }[] = [];
  const parts = new Map<SbomFormat, IndexPart[]>();
  const names = new Set<string>();
  const notices = new Set<string>();
  for await (const { subject, image } of images) {
    const { created, notice } = createdOf(context, subject.created);
    if (notice !== undefined) notices.add(notice);
    const document = withConfig(await imageDocument(image, subject, created), config);
    const name = uniqueName(subject, names);
    for (const format of sorted(formats)) {
      const written = await write(document, format, name, subject.digest);
      artifacts.push(written);
      const link = bomLink(written);
      const part = {
        subject,
        document: { name: written.name, sha256: written.sha256, link, created },
      };
      parts.set(format, [...(parts.get(format) ?? []), part]);
    }
    made.push({ subject, document });
  }
  const composed: ImageArtifact[] = [];
  if (index !== undefined) {
    for (const format of sorted(formats)) {
      const own = parts.get(format) ?? [];
      // Not older than what it points to.
      const created =
        own
          .map(({ document }) => document.created)
          .sort()
          .at(-1) ?? "";
      const document = withConfig(indexDocument(index, own, created), config);
      composed.push(await write(document, format, "index", index.digest));
    }
  }
  return { artifacts: [...composed, ...artifacts], images: made, notices: [...notices] };
}

async function write(
  document: SbomDocument,
  format: SbomFormat,
  name: string | undefined,
  digest: string | undefined,
): Promise<ImageArtifact> {
  const [written] = await writeDocuments(document, [format]);
  if (written === undefined) throw new TypeError("a format has a writer");
  return {
    ...written,
    name: name === undefined ? written.name : written.name.replace(/^sbom\./, `sbom.${name}.`),
    format,
    digest,
    sha256: createHash("sha256").update(written.bytes).digest("hex"),
  };
}

function sorted(formats: readonly SbomFormat[]): readonly SbomFormat[] {
  return [...new Set(formats)].sort();
}

/** Two images of one platform (gzip and zstd) are both there: the second is called by its digest too. */
function uniqueName({ platform, digest }: ImageSubject, names: Set<string>): string | undefined {
  const name = platform && platformFileName(platform);
  const own =
    name !== undefined && names.has(name)
      ? `${name}-${digest?.split(":")[1]?.slice(0, 12) ?? names.size}`
      : name;
  if (own !== undefined) names.add(own);
  return own;
}

/** A document of CycloneDX is called by its serial number. */
function bomLink({ format, bytes }: ImageArtifact): string | undefined {
  if (!format.startsWith("cyclonedx")) return undefined;
  const serial = format.endsWith("xml")
    ? /serialNumber="([^"]+)"/.exec(Buffer.from(bytes.subarray(0, 1000)).toString("latin1"))?.[1]
    : topLevelText(bytes, "serialNumber");
  return serial && `urn:cdx:${serial.replace(/^urn:uuid:/, "")}/1`;
}
