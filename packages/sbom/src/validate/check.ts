import {
  type CheckContext,
  type CheckResult,
  type Finding,
  fingerprint,
  plural,
} from "@assay/core";
import { readDocumentFile } from "../read/file.ts";
import { type DocumentProblem, validateDocument } from "./document.ts";

/** A document that is broken throughout says so in its first problems. */
const MAX_FINDINGS = 100;

/**
 * The check `sbom validate`.
 *
 * @param file Absolute, or relative to the root; it may lie anywhere.
 * @throws UsageError when there is no such file, or it is no document of a format that is known.
 */
export async function runValidate(
  context: Pick<CheckContext, "root">,
  file: string,
): Promise<CheckResult> {
  const { path: shown, bytes } = await readDocumentFile(context, file);
  const { format, problems } = await validateDocument(file, bytes);
  const left = problems.length - MAX_FINDINGS;
  return {
    check: "validate",
    findings: problems.slice(0, MAX_FINDINGS).map((problem) => finding(shown, format, problem)),
    artifacts: [],
    coverage: {
      inspected: { documents: 1, bytes: bytes.byteLength },
      skipped: [],
      summary: `${shown}, ${format}, ${plural(problems.length, "problem")}`,
    },
    notices: left > 0 ? [`${plural(left, "more problem")} of ${shown} are not listed.`] : [],
  };
}

function finding(path: string, format: string, problem: DocumentProblem): Finding {
  const { pointer, message, place } = problem;
  const where = pointer === "" ? "The document" : `\`${pointer}\``;
  return {
    ruleId: "sbom.invalid-document",
    severity: "high",
    message: `${where} breaks ${format}: ${message}`,
    location: {
      path,
      ...(place === undefined ? {} : { startLine: place.line }),
      ...(place?.column === undefined ? {} : { startColumn: place.column }),
    },
    fingerprint: fingerprint("sbom.invalid-document", path, pointer, message),
  };
}
