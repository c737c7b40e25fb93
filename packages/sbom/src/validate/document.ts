import { UsageError } from "@assay/core";
import { CYCLONEDX_VERSIONS, cycloneDxProblems } from "./cyclonedx.ts";
import { jsonPlaces, type TextPlace } from "./json-places.ts";
import type { SchemaProblem } from "./json-schema.ts";
import { referenceProblems } from "./references.ts";
import { SPDX_VERSIONS, spdxProblems } from "./spdx.ts";

/** Something that is wrong in a document. */
export interface DocumentProblem {
  /** Where in the document, such as `components[3].licenses`; `""` for the whole. */
  readonly pointer: string;
  /** What was found and what is allowed, as a clause. */
  readonly message: string;
  readonly place?: TextPlace;
}

export interface Validation {
  /** `CycloneDX 1.6`, `SPDX-2.3`. */
  readonly format: string;
  /** In the order of the document. */
  readonly problems: readonly DocumentProblem[];
}

/**
 * Validates the text of a CycloneDX or SPDX JSON document.
 *
 * @param path As people call it, for messages.
 * @throws UsageError when it is no JSON, or neither format in a version that is known.
 */
export async function validateDocument(path: string, bytes: Uint8Array): Promise<Validation> {
  const text = decode(path, bytes);
  const document = parse(path, text);
  const { format, problems } = await problemsOf(path, document);
  const places = jsonPlaces(
    text,
    problems.map((problem) => problem.path),
  );
  return {
    format,
    problems: problems
      .map(({ path: steps, message }, index): DocumentProblem => {
        const place = places[index];
        return { pointer: pointerOf(steps), message, ...(place === undefined ? {} : { place }) };
      })
      .sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0)),
  };
}

type Fields = Readonly<Record<string, unknown>>;

async function problemsOf(path: string, document: Fields) {
  const { bomFormat, specVersion, spdxVersion } = document;
  if (bomFormat === "CycloneDX") {
    if (typeof specVersion !== "string" || !CYCLONEDX_VERSIONS.includes(specVersion))
      throw unknownVersion(path, "CycloneDX", specVersion, CYCLONEDX_VERSIONS);
    const broken: readonly SchemaProblem[] = await cycloneDxProblems(document, specVersion);
    const problems = [...broken, ...referenceProblems(document)];
    return { format: `CycloneDX ${specVersion}`, problems };
  }
  if (spdxVersion !== undefined) {
    if (typeof spdxVersion !== "string" || !SPDX_VERSIONS.includes(spdxVersion))
      throw unknownVersion(path, "SPDX", spdxVersion, SPDX_VERSIONS);
    return { format: spdxVersion, problems: spdxProblems(document) };
  }
  throw new UsageError(`${path} is neither a CycloneDX nor an SPDX document`, {
    hint: "A CycloneDX document has `bomFormat`, an SPDX 2 document `spdxVersion`, each at the top.",
  });
}

function unknownVersion(path: string, format: string, version: unknown, known: readonly string[]) {
  const shown = JSON.stringify(version)?.slice(0, 50) ?? "missing";
  return new UsageError(
    `The version of ${path} is ${shown}; ${format} is validated as ${known.join(", ")}`,
  );
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${path} is not UTF-8 text`, {
      hint: "JSON documents are written in UTF-8.",
    });
  }
}

function parse(path: string, text: string): Fields {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    const hint = text.trimStart().startsWith("<")
      ? "It looks like XML: JSON documents are validated only."
      : undefined;
    const why = cause instanceof Error ? cause.message.replaceAll(/\s+/g, " ").slice(0, 200) : "";
    throw new UsageError(`${path} is no JSON: ${why}`, hint === undefined ? {} : { hint });
  }
  if (typeof document === "object" && document !== null && !Array.isArray(document))
    return document as Fields;
  throw new UsageError(`${path} is no JSON object`);
}

function pointerOf(steps: readonly (string | number)[]): string {
  return steps
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      const name = /^[$\w-]+$/.test(step) ? step : JSON.stringify(step.slice(0, 100));
      return index === 0 ? name : `.${name}`;
    })
    .join("");
}
