import { isRecord, plural, UsageError } from "@assay/core";
import type { ImageFact, ImageReader } from "../reader.ts";
import { canonicalPurl, createFound } from "./found.ts";

const MAX_BYTES = 32 * 1024 * 1024;
const MAX_NOTICES = 20;
const NAMES =
  /(?:\.(?:spdx|cdx)(?:\.json)?|(?:^|[/._-])s?bom\.json)$|^usr\/(?:local\/)?share\/sbom\/[^/]+$/;
const BITNAMI = /^(opt\/bitnami\/[^/]+\/)\.spdx-[^/]+\.spdx$/;

/** What a document in the image says. */
export interface EmbeddedSbom {
  /** `SPDX-2.3`, `CycloneDX 1.6`; absent where it is neither, or can't be read. */
  readonly format?: string;
  readonly packages: number;
  /** Purls of type `bitnami`, of a document where Bitnami's installer puts it. */
  readonly bitnami: readonly string[];
}

/**
 * SBOMs that lie in the image. What they list is a claim of whoever put them there: it is said, and not read into the inventory. Those
 * of Bitnami are the records of its installer.
 */
export const embeddedSbomReader: ImageReader<EmbeddedSbom> = {
  id: "embedded-sboms",
  wants: ({ path, size }) => NAMES.test(path) && size <= MAX_BYTES,
  async extract({ path, content }) {
    const text = Buffer.from(await content.bytes(MAX_BYTES)).toString("utf8");
    if (/^\uFEFF?SPDXVersion: /.test(text)) return tagged(text);
    if (!text.includes("bomFormat") && !text.includes("spdx")) return undefined;
    try {
      return read(JSON.parse(text), BITNAMI.test(path));
    } catch {
      throw new UsageError("it is no JSON");
    }
  },
  async assemble(facts) {
    const found = createFound();
    const owned = new Map<string, string[]>();
    for (const each of facts) {
      const folder = BITNAMI.exec(each.path)?.[1];
      for (const purl of each.fact.bitnami) {
        const [, name = "", version] = /^pkg:bitnami\/([^@?#]+)(?:@([^?#]+))?/.exec(purl) ?? [];
        const id = found.add(
          `bitnami:${purl}`,
          {
            name,
            version: version === undefined ? undefined : decodeURIComponent(version),
            kind: "application",
            ecosystem: "bitnami",
            purl,
          },
          each,
          "installed",
        );
        if (folder !== undefined) owned.set(id, [...(owned.get(id) ?? []), folder]);
      }
    }
    return { components: found.components(), owned, notices: claims(facts) };
  },
};

function tagged(text: string): EmbeddedSbom {
  const version = /^\uFEFF?SPDXVersion: *(SPDX-[\d.]+)/.exec(text)?.[1] ?? "SPDX";
  return { format: version, packages: text.match(/^PackageName:/gm)?.length ?? 0, bitnami: [] };
}

function read(document: unknown, isBitnami: boolean): EmbeddedSbom | undefined {
  if (!isRecord(document)) return undefined;
  const { bomFormat, specVersion, spdxVersion, components = [], packages = [] } = document;
  if (bomFormat === "CycloneDX")
    return {
      format: `CycloneDX ${String(specVersion)}`,
      packages: lengthOf(components),
      bitnami: [],
    };
  if (typeof spdxVersion === "string")
    return {
      format: spdxVersion,
      packages: lengthOf(packages),
      bitnami: isBitnami && Array.isArray(packages) ? packages.flatMap(bitnamiPurls) : [],
    };
  const graph = document["@graph"];
  if (!Array.isArray(graph)) return undefined;
  const isPackage = (each: unknown) => isRecord(each) && each["type"] === "software_Package";
  return { format: "SPDX 3", packages: graph.filter(isPackage).length, bitnami: [] };
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function bitnamiPurls(entry: unknown): readonly string[] {
  const references: unknown = isRecord(entry) ? entry["externalRefs"] : undefined;
  if (!Array.isArray(references)) return [];
  return references.flatMap((each: unknown) => {
    const locator = isRecord(each) ? each["referenceLocator"] : undefined;
    const purl = typeof locator === "string" ? canonicalPurl(locator) : undefined;
    return purl?.startsWith("pkg:bitnami/") ? [purl] : [];
  });
}

function claims(facts: readonly ImageFact<EmbeddedSbom>[]): readonly string[] {
  const others = facts.filter(({ fact }) => fact.bitnami.length === 0);
  const shown = others
    .slice(0, MAX_NOTICES)
    .map(
      ({ path, fact: { format, packages } }) =>
        `/${path} (${format ?? "an SBOM"}) lists ${plural(packages, "package")}: a claim, which is not read into the inventory.`,
    );
  const more = others.length - shown.length;
  return more > 0 ? [...shown, `${plural(more, "more SBOM")} in the image: claims too.`] : shown;
}
