import {
  type CheckContext,
  type CheckResult,
  type Finding,
  fingerprint,
  plural,
} from "@assay/core";
import type { readTrustedKey } from "@assay/sigstore/keys";
import { readDocumentFile } from "../read/file.ts";
import type { Source } from "../read/source.ts";
import type { SignatureCheck } from "../signature/verify.ts";
import { type DocumentProblem, validateDocument } from "./document.ts";
import { jsonPlaces } from "./json-places.ts";

/** A document that is broken throughout says so in its first problems. */
const MAX_FINDINGS = 100;

/**
 * The check `sbom validate`.
 *
 * @param file Absolute, or relative to the root; it may lie anywhere.
 * @param key The public key that must have signed it: a path, `env://NAME` or PEM text.
 * @throws UsageError when there is no such file or key, or it is no document of a format that is known.
 */
export async function runValidate(
  context: Pick<CheckContext, "root" | "environment" | "event" | "settings">,
  file: string,
  key?: string,
): Promise<CheckResult> {
  const { path: shown, bytes } = await readDocumentFile(context, file);
  const { format, problems, source } = await validateDocument(file, bytes);
  const signature = await signatureOf(context, source, key);
  const left = problems.length - MAX_FINDINGS;
  return {
    check: "validate",
    findings: [
      ...signature.problems.map((problem) => forged(shown, source, problem)),
      ...problems.slice(0, MAX_FINDINGS).map((problem) => finding(shown, format, problem)),
    ],
    artifacts: [],
    coverage: {
      inspected: { documents: 1, bytes: bytes.byteLength },
      skipped: [],
      summary: `${shown}, ${format}, ${plural(problems.length, "problem")}`,
    },
    notices: [
      ...signature.notices.map((notice) => `${shown}: ${notice}`),
      ...(left > 0 ? [`${plural(left, "more problem")} of ${shown} are not listed.`] : []),
    ],
  };
}

async function signatureOf(
  context: Parameters<typeof readTrustedKey>[0],
  source: Source,
  key: string | undefined,
): Promise<SignatureCheck> {
  const { family, value, text } = source;
  const isSigned =
    family === "CycloneDX" && (value["signature"] !== undefined || text.includes('"signature"'));
  if (!isSigned && key === undefined) return { notices: [], problems: [] };
  const { checkSignature } = await import("../signature/verify.ts");
  if (key === undefined) return checkSignature(source);
  const { readTrustedKey } = await import("@assay/sigstore/keys");
  return checkSignature(source, await readTrustedKey(context, key));
}

function forged(path: string, { syntax, text }: Source, problem: string): Finding {
  const [place] = syntax === "json" ? jsonPlaces(text, [["signature"]]) : [];
  return {
    ruleId: "sbom.invalid-signature",
    severity: "high",
    message: `The signature of ${path} does not hold: ${problem}`,
    location: { path, ...(place && { startLine: place.line, startColumn: place.column }) },
    fingerprint: fingerprint("sbom.invalid-signature", path, problem),
    remediation:
      place === undefined
        ? "Give a document that is signed inside (`assay sbom --sign-key`), or verify the bundle beside it with `assay verify`."
        : "Don't use the document until whoever signed it says why, or sends it again.",
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
