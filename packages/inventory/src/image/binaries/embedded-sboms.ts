import { groupBy, isRecord, plural, UsageError } from "@assay/core";
import type { ImageFact, ImageReader } from "../reader.ts";

const MAX_BYTES = 32 * 1024 * 1024;
const MAX_NOTICES = 20;
/** More in one folder are said together. */
const MANY = 3;
const NAMES =
  /(?:\.(?:spdx|cdx)(?:\.json)?|(?:^|[/._-])s?bom\.json)$|^usr\/(?:local\/)?share\/sbom\/[^/]+$/;
/** Records of an installer, which have a reader of their own. */
const BITNAMI = /^opt\/bitnami\/[^/]+\/\.spdx-[^/]+\.spdx$/;

/** What a document in the image says. */
export interface EmbeddedSbom {
  /** `SPDX-2.3`, `CycloneDX 1.6`. */
  readonly format: string;
  readonly packages: number;
}

/**
 * SBOMs that lie in the image. What they list is a claim of whoever put them there: it is said, and not read into the inventory.
 */
export const embeddedSbomReader: ImageReader<EmbeddedSbom> = {
  id: "embedded-sboms",
  wants: ({ path, size }) => size <= MAX_BYTES && NAMES.test(path) && !BITNAMI.test(path),
  async extract({ content }) {
    const text = Buffer.from(await content.bytes(MAX_BYTES)).toString("utf8");
    if (/^\uFEFF?SPDXVersion: /.test(text)) return tagged(text);
    if (!text.includes("bomFormat") && !text.includes("spdx")) return undefined;
    try {
      return read(JSON.parse(text));
    } catch {
      throw new UsageError("it is no JSON");
    }
  },
  async assemble(facts) {
    return { components: [], notices: claims(facts) };
  },
};

function tagged(text: string): EmbeddedSbom {
  const version = /^\uFEFF?SPDXVersion: *(SPDX-[\d.]+)/.exec(text)?.[1] ?? "SPDX";
  return { format: version, packages: text.match(/^PackageName:/gm)?.length ?? 0 };
}

function read(document: unknown): EmbeddedSbom | undefined {
  if (!isRecord(document)) return undefined;
  const { bomFormat, specVersion, spdxVersion, components = [], packages = [] } = document;
  if (bomFormat === "CycloneDX")
    return {
      format: `CycloneDX ${String(specVersion)}`,
      packages: lengthOf(components),
    };
  if (typeof spdxVersion === "string")
    return {
      format: spdxVersion,
      packages: lengthOf(packages),
    };
  const graph = document["@graph"];
  if (!Array.isArray(graph)) return undefined;
  const isPackage = (each: unknown) => isRecord(each) && each["type"] === "software_Package";
  return { format: "SPDX 3", packages: graph.filter(isPackage).length };
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** A sentence for each, or for a folder of many: some distributions have one for each package. */
function claims(facts: readonly ImageFact<EmbeddedSbom>[]): readonly string[] {
  const folders = groupBy(facts, ({ path }) => path.slice(0, path.lastIndexOf("/") + 1));
  const all = [...folders].flatMap(([folder, some]) => {
    const packages = some.reduce((sum, { fact }) => sum + fact.packages, 0);
    return some.length > MANY
      ? [claim(`/${folder} has ${plural(some.length, "SBOM")}, which list`, packages)]
      : some.map(({ path, fact }) => claim(`/${path} (${fact.format}) lists`, fact.packages));
  });
  const more = all.length - MAX_NOTICES;
  return more > 0
    ? [
        ...all.slice(0, MAX_NOTICES),
        `${plural(more, "more place")} in the image with SBOMs: claims too.`,
      ]
    : all;
}

function claim(start: string, packages: number): string {
  return `${start} ${plural(packages, "package")}: a claim, which is not read into the inventory.`;
}
