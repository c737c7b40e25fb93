import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import {
  type CheckContext,
  type CheckResult,
  type Finding,
  fingerprint,
  openWorkspace,
  plural,
} from "@assay/core";
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
  { root }: Pick<CheckContext, "root">,
  file: string,
): Promise<CheckResult> {
  const path = resolve(root, file);
  const folder = await openWorkspace(dirname(path));
  const bytes = await folder.read(path);
  const { format, problems } = await validateDocument(file, bytes);
  const shown = shownPath(root, path);
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
      ...(place === undefined ? {} : { startLine: place.line, startColumn: place.column }),
    },
    fingerprint: fingerprint("sbom.invalid-document", path, pointer, message),
  };
}

/** As reports write paths: relative to the root where it lies there. */
function shownPath(root: string, path: string): string {
  const near = relative(root, path);
  const isInside = near !== "" && !near.startsWith("..") && !isAbsolute(near);
  return (isInside ? near : path).split(sep).join("/");
}
