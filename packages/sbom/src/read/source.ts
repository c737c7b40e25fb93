import { isRecord, UsageError } from "@assay/core";
import { readXml } from "@assay/inventory";
import { cycloneDxFields } from "./cyclonedx-xml.ts";
import { tagValueFields } from "./tag-value.ts";

/** The versions that are read, as each format writes them. */
export const VERSIONS = {
  CycloneDX: ["1.2", "1.3", "1.4", "1.5", "1.6", "1.7"],
  SPDX: ["SPDX-2.2", "SPDX-2.3"],
  "SPDX 3": ["3.0.0", "3.0.1"],
} as const;

/** A document, whatever it is written in, in the shape that its format has in JSON. */
export interface Source {
  readonly family: keyof typeof VERSIONS;
  /** One of `VERSIONS`. */
  readonly version: string;
  readonly syntax: "json" | "xml" | "tag-value";
  /** As people call it: `CycloneDX 1.6`, `SPDX 2.3`, `SPDX 3.0.1`. */
  readonly format: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** Where an object or list of `value` begins, from 1; JSON has none, for its text tells. */
  readonly lines?: ReadonlyMap<object, number>;
  /** Elements and attributes of XML that are not CycloneDX's. */
  readonly foreign?: readonly string[];
}

/**
 * Reads CycloneDX 1.2 to 1.7 (JSON, XML), SPDX 2.2 and 2.3 (JSON, tag-value) or SPDX 3.0 (JSON-LD).
 *
 * @param path As people call it, for messages.
 * @throws UsageError when it is broken, or is none of these.
 */
export function readSource(path: string, bytes: Uint8Array): Source {
  const text = decode(path, bytes);
  const start = text.trimStart();
  if (start.startsWith("<")) {
    const root = readXml(path, text);
    const { value, version, lines, foreign } = cycloneDxFields(path, root);
    return { ...known(path, "CycloneDX", version), syntax: "xml", value, text, lines, foreign };
  }
  if (isTagValue(start)) {
    const { value, lines } = tagValueFields(path, text);
    return {
      ...known(path, "SPDX", value["spdxVersion"]),
      syntax: "tag-value",
      value,
      text,
      lines,
    };
  }
  const value = parseJson(path, text);
  const { bomFormat, specVersion, spdxVersion } = value;
  const json = { syntax: "json", value, text } as const;
  if (bomFormat === "CycloneDX") return { ...known(path, "CycloneDX", specVersion), ...json };
  if (spdxVersion !== undefined) return { ...known(path, "SPDX", spdxVersion), ...json };
  if (Array.isArray(value["@graph"]))
    return { ...known(path, "SPDX 3", graphVersion(value["@graph"])), ...json };
  throw new UsageError(`${path} is neither a CycloneDX nor an SPDX document`, {
    hint: "A CycloneDX document has `bomFormat`, an SPDX 2 document `spdxVersion` and one of SPDX 3 `@graph`, each at the top. A tool's own JSON is neither: syft writes one with `-o cyclonedx-json`, trivy with `--format cyclonedx`.",
  });
}

/** Whether the first line that is no comment is a tag of SPDX; by whole lines, for there may be any number of them. */
function isTagValue(start: string): boolean {
  let rest = start;
  while (rest.startsWith("#"))
    rest = rest.slice(Math.max(rest.indexOf("\n"), 0) || rest.length).trimStart();
  return /^(?:SPDXVersion|DataLicense|SPDXID|DocumentName|DocumentNamespace)\s*:/.test(
    rest.slice(0, 100),
  );
}

/** The version that the creation information of SPDX 3 names. */
function graphVersion(graph: readonly unknown[]): unknown {
  const creation = graph.find((each) => isRecord(each) && each["type"] === "CreationInfo");
  return isRecord(creation) ? creation["specVersion"] : undefined;
}

function known<F extends keyof typeof VERSIONS>(path: string, family: F, version: unknown) {
  const versions: readonly string[] = VERSIONS[family];
  if (typeof version !== "string" || !versions.includes(version)) {
    const shown = JSON.stringify(version)?.slice(0, 50) ?? "missing";
    throw new UsageError(
      `The version of ${path} is ${shown}; ${family} is read as ${versions.join(", ")}`,
      { hint: "Write the document again in one of these versions." },
    );
  }
  return {
    family,
    version,
    format: family === "SPDX" ? version.replace("-", " ") : `${family.split(" ")[0]} ${version}`,
  };
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${path} is not UTF-8 text`, {
      hint: "Write it in UTF-8; what PowerShell redirects to a file is UTF-16.",
    });
  }
}

function parseJson(path: string, text: string): Readonly<Record<string, unknown>> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.replaceAll(/\s+/g, " ").slice(0, 200) : "";
    throw new UsageError(`${path} is no JSON: ${why}`, {
      hint: "Documents are read as JSON, CycloneDX also as XML and SPDX 2 as tag-value.",
    });
  }
  if (isRecord(document)) return document;
  throw new UsageError(`${path} is no JSON object`, { hint: "Name the file of one document." });
}
