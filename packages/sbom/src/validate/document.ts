import { repeatedField } from "@assay/core";
import { readSource, type Source } from "../read/source.ts";
import { cycloneDxProblems } from "./cyclonedx.ts";
import { jsonPlaces, type TextPlace } from "./json-places.ts";
import type { JsonPath, SchemaProblem } from "./json-schema.ts";
import { referenceProblems } from "./references.ts";
import { spdxProblems } from "./spdx.ts";

/** Something that is wrong in a document. */
export interface DocumentProblem {
  /** Where in the document, such as `components[3].licenses`, as its format has it in JSON; `""` for the whole. */
  readonly pointer: string;
  /** What was found and what is allowed, as a clause. */
  readonly message: string;
  /** XML and tag-value tell no columns. */
  readonly place?: { readonly line: number; readonly column?: number };
}

export interface Validation {
  /** `CycloneDX 1.6`, `SPDX 2.3`, `SPDX 3.0.1`. */
  readonly format: string;
  /** In the order of the document. */
  readonly problems: readonly DocumentProblem[];
  /** What was validated. */
  readonly source: Source;
}

/**
 * Validates the text of a CycloneDX or SPDX document.
 *
 * @param path As people call it, for messages.
 * @throws UsageError when it can't be read, or is neither format in a version that is known.
 */
export async function validateDocument(path: string, bytes: Uint8Array): Promise<Validation> {
  const source = readSource(path, bytes);
  const problems = await problemsOf(source);
  const places = placesOf(source, problems);
  return {
    source,
    format: source.format,
    problems: problems
      .map(({ path: steps, message }, index): DocumentProblem => {
        const place = places[index];
        return { pointer: pointerOf(steps), message, ...(place === undefined ? {} : { place }) };
      })
      .sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0)),
  };
}

async function problemsOf(source: Source): Promise<readonly SchemaProblem[]> {
  const structure = await structureProblems(source);
  const repeated = source.syntax === "json" ? repeatedField(source.text) : undefined;
  const twice = `${JSON.stringify(repeated?.slice(0, 100))} stands twice in one object: readers differ in which counts`;
  return [
    ...(repeated === undefined ? [] : [{ path: [], message: twice }]),
    ...structure,
    ...(source.family === "CycloneDX" ? referenceProblems(source.value) : []),
  ];
}

/** Without what a schema of CycloneDX can't say: that references lead somewhere. */
export async function structureProblems({
  family,
  version,
  syntax,
  value,
}: Source): Promise<readonly SchemaProblem[]> {
  if (family === "SPDX 3") return (await import("./spdx3.ts")).spdx3Problems(value);
  if (family === "SPDX") {
    const broken = spdxProblems(value);
    return syntax === "tag-value" ? broken.filter(isKnownInTags) : broken;
  }
  const broken = await cycloneDxProblems(value, version);
  return syntax === "xml" ? broken.filter(isKnownInXml) : broken;
}

/** Parts of SPDX that tags say in another way than JSON: codes of verification, snippets, and what is a field of its own under its tag. */
function isKnownInTags({ path, message }: SchemaProblem): boolean {
  if (path[0] === "snippets" && path.at(-1) !== "SPDXID") return false;
  return !message.startsWith("there is no field") && !path.includes("packageVerificationCode");
}

/** Parts of CycloneDX whose XML has another structure than its JSON; Assay reads nothing of them. */
const OTHER_IN_XML =
  /^(?:services|vulnerabilities|formulation|declarations|definitions)$|\.(?:releaseNotes|data|modelCard|cryptoProperties|patentAssertions|copyright|identity|callstack|annotator|commits|resolves)(?:\.|$)/;

function isKnownInXml({ path }: SchemaProblem): boolean {
  const names = path.filter((step) => typeof step === "string");
  return !OTHER_IN_XML.test(String(names[0])) && !OTHER_IN_XML.test(names.join("."));
}

function placesOf(
  { value, lines, text }: Source,
  problems: readonly SchemaProblem[],
): readonly (TextPlace | { readonly line: number } | undefined)[] {
  const paths = problems.map(({ path }) => path);
  return lines === undefined
    ? jsonPlaces(text, paths)
    : paths.map((path) => lineOf(value, path, lines));
}

/** The line of the innermost thing on the path that has one. */
function lineOf(value: unknown, path: JsonPath, lines: ReadonlyMap<object, number>) {
  let line: number | undefined;
  let at = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null) break;
    line = lines.get(at) ?? line;
    at = (at as Readonly<Record<string | number, unknown>>)[step];
  }
  if (typeof at === "object" && at !== null) line = lines.get(at) ?? line;
  return line === undefined ? undefined : { line };
}

function pointerOf(steps: JsonPath): string {
  return steps
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      const name = /^[$@\w-]+$/.test(step) ? step : JSON.stringify(step.slice(0, 100));
      return index === 0 ? name : `.${name}`;
    })
    .join("");
}
