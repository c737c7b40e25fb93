import { type Artifact, type CheckContext, type CheckResult, openWorkspace } from "@assay/core";
import { type Inventory, readInventory, workTreeSource } from "@assay/inventory";
import { assembleDocument } from "./assemble.ts";
import type { SbomDocument } from "./document.ts";
import { sbomFindings } from "./findings.ts";
import type { SbomFormat, SbomOptions } from "./options.ts";
import { readProvenance } from "./subject.ts";

const TITLE = "Bill of materials";

export interface SbomRun {
  readonly result: CheckResult;
  readonly componentCount: number;
  readonly complete: boolean;
}

/** The check `sbom`, with the figures that the command gives out. */
export async function runSbom(context: CheckContext, options: SbomOptions): Promise<SbomRun> {
  const provenance = await readProvenance(context);
  const source = workTreeSource(await openWorkspace(context.root));
  const inventory = await readInventory(source, { origin: provenance.origin });
  const unlisted = (await source.unlisted?.()) ?? [];
  context.signal.throwIfAborted();
  // No lockfile, no document: an empty one would be taken for an answer.
  const document =
    inventory.graphs.length === 0
      ? undefined
      : assembleDocument(inventory, provenance, options.scope);
  const skipped = [
    ...inventory.skipped.map(({ item, reason }) => ({ item, reason })),
    ...unlisted,
  ].sort((a, b) => (a.item < b.item ? -1 : 1));
  const result: CheckResult = {
    check: "sbom",
    title: TITLE,
    findings: sbomFindings(inventory),
    artifacts: document === undefined ? [] : await writeDocuments(document, options.formats),
    coverage: {
      inspected: {
        lockfiles: inventory.graphs.length,
        packages: document?.components.length ?? 0,
      },
      skipped,
      summary: summarize(inventory, document),
    },
    notices: [...provenance.notices, ...scopeNotice(inventory)],
  };
  return {
    result,
    componentCount: document?.components.length ?? 0,
    complete: document?.complete ?? false,
  };
}

/** By format: the file's name, its media type, and the module that writes it. */
const WRITERS: Readonly<
  Record<SbomFormat, Omit<Artifact, "bytes"> & { load(): Promise<(d: SbomDocument) => Uint8Array> }>
> = {
  "cyclonedx-1.6": {
    name: "sbom.cdx.json",
    mediaType: "application/vnd.cyclonedx+json; version=1.6",
    load: async () => (await import("./cyclonedx/document.ts")).cycloneDxDocument,
  },
  "cyclonedx-1.6-xml": {
    name: "sbom.cdx.xml",
    mediaType: "application/vnd.cyclonedx+xml; version=1.6",
    load: async () => (await import("./cyclonedx/xml.ts")).cycloneDxXmlDocument,
  },
  "spdx-2.3": {
    name: "sbom.spdx.json",
    mediaType: "application/spdx+json; version=2.3",
    load: async () => (await import("./spdx/document.ts")).spdxDocument,
  },
};

async function writeDocuments(
  document: SbomDocument,
  formats: readonly SbomFormat[],
): Promise<readonly Artifact[]> {
  const artifacts: Artifact[] = [];
  for (const format of [...new Set(formats)].sort()) {
    const { name, mediaType, load } = WRITERS[format];
    artifacts.push({ name, mediaType, bytes: (await load())(document) });
  }
  return artifacts;
}

function summarize({ graphs }: Inventory, document: SbomDocument | undefined): string {
  if (document === undefined) return "No lockfile was read";
  const count = (scope: string) =>
    document.components.filter((component) => component.scope === scope).length;
  const files = graphs.length === 1 ? "1 lockfile" : `${graphs.length} lockfiles`;
  const packages = `${count("runtime")} runtime, ${count("optional")} optional and ${count("development")} development packages`;
  return `${packages} in ${files}${document.complete ? "" : "; the document is not complete"}`;
}

function scopeNotice({ graphs }: Inventory): readonly string[] {
  const wrong = graphs
    .flatMap(({ components }) => components)
    .filter(({ flags }) => flags.includes("scopeMismatch")).length;
  return wrong === 0
    ? []
    : [
        `${wrong} lockfile entries carry dev or optional flags that the dependencies contradict; the dependencies count.`,
      ];
}
