import type { X509Certificate } from "@sigstore/core";
import { VerificationError } from "../error.ts";

/** What a CI said about the run that a certificate was issued to. */
export type ClaimName =
  | "repository"
  | "ref"
  | "sha"
  | "workflow"
  | "trigger"
  | "runner"
  | "builder"
  | "builder-sha"
  | "workflow-name"
  | "workflow-sha"
  | "repository-id"
  | "owner-id"
  | "run"
  | "environment"
  | "token-subject";
export type CertificateClaims = Readonly<Partial<Record<ClaimName, string>>>;

const ARC = "1.3.6.1.4.1.57264.1.";

/** Last arcs of the extension and of its predecessor, which holds bare text (Fulcio, oid-info.md). */
const CLAIMS: readonly (readonly [name: ClaimName, arc: number, older?: number])[] = [
  ["repository", 12, 5],
  ["ref", 14, 6],
  ["sha", 13, 3],
  ["workflow", 18],
  ["trigger", 20, 2],
  ["runner", 11],
  ["builder", 9],
  ["builder-sha", 10],
  ["workflow-name", 0, 4],
  ["workflow-sha", 19],
  ["repository-id", 15],
  ["owner-id", 17],
  ["run", 21],
  ["environment", 23],
  ["token-subject", 24],
];
const UTF8_STRING = 0x0c;

/**
 * The claims of a Fulcio certificate. Where an older and a newer extension carry one fact, both must say the same.
 *
 * @throws VerificationError `untrusted-certificate`
 */
export function certificateClaims(certificate: X509Certificate): CertificateClaims {
  const claims: Partial<Record<ClaimName, string>> = {};
  for (const [name, arc, older] of CLAIMS) {
    const value = newer(certificate, arc, name);
    const old = older === undefined ? undefined : text(certificate.extension(ARC + older)?.value);
    if (value !== undefined && old !== undefined && !isSame(name, value, old)) {
      throw unreadable(`it says two things of its ${name}`, `${value} and ${old}`);
    }
    const found = value ?? (name === "repository" && old ? `https://github.com/${old}` : old);
    if (found !== undefined) claims[name] = found;
  }
  return claims;
}

/** The older extension has a repository without its server. */
function isSame(name: ClaimName, value: string, old: string): boolean {
  return value === old || (name === "repository" && value === `https://github.com/${old}`);
}

function newer(certificate: X509Certificate, arc: number, name: ClaimName): string | undefined {
  const value = arc === 0 ? undefined : certificate.extension(ARC + arc)?.valueObj.subs[0];
  if (value === undefined) return undefined;
  if (value.tag.number === UTF8_STRING && value.tag.isUniversal()) return text(value.value);
  throw unreadable(`its ${name} is no text`, "another type");
}

function text(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw unreadable("an extension is no text", "something else than UTF-8");
  }
}

function unreadable(problem: string, found: string): VerificationError {
  return new VerificationError(
    "untrusted-certificate",
    `the certificate is ambiguous: ${problem}`,
    {
      expected: "one text in UTF-8 for each fact",
      found,
    },
  );
}

/**
 * Compares what a certificate says with what is asked for. A repository may be given as `owner/name`, a workflow as its
 * path in the repository, a builder without its ref; all else is compared to the letter.
 *
 * @throws VerificationError `identity-mismatch`
 */
export function checkClaims(found: CertificateClaims, expected: CertificateClaims): void {
  for (const [name, wanted] of Object.entries(expected) as [ClaimName, string][]) {
    const value = found[name];
    if (value !== undefined && holds(name, wanted, value, found)) continue;
    throw new VerificationError(
      "identity-mismatch",
      `the certificate is of another ${name.replace("-", " ")}`,
      { expected: wanted, found: value ?? "nothing of it in the certificate" },
    );
  }
}

function holds(name: ClaimName, wanted: string, value: string, all: CertificateClaims): boolean {
  switch (name) {
    case "repository":
      return value === (wanted.includes("://") ? wanted : `https://github.com/${wanted}`);
    case "workflow":
      // A path and a ref may hold `@`: the repository and the ref of the run say where the path begins and ends.
      return (
        value === wanted ||
        (all.ref !== undefined && value === `${all.repository}/${wanted}@${all.ref}`)
      );
    case "builder":
      return isBuilder(wanted, value);
    case "token-subject":
      return isTokenSubject(wanted, value);
    default:
      return value === wanted;
  }
}

/**
 * Whether a builder (a workflow with its ref) is the wanted one, which may come without a ref. A workflow lies directly in its
 * folder: none is called `…@refs/…`.
 */
export function isBuilder(wanted: string, builder: string): boolean {
  if (builder === wanted) return true;
  const rest = builder.startsWith(`${wanted}@`) ? builder.slice(wanted.length + 1) : "";
  return /^(?:refs\/.+|[0-9a-f]{40})$/.test(rest);
}

/**
 * Whether a subject of GitHub's tokens is the wanted one: since 2026 names are followed by ids
 * (`repo:acme@1/app@2:ref:…`), and a colon within a value is `%3A`, which stays so: as a colon it could begin
 * another claim. A wanted one with ids must have just these.
 */
export function isTokenSubject(wanted: string, subject: string): boolean {
  if (wanted === subject) return true;
  const named = /^repo:([^@/:]+)@\d+\/([^@/:]+)@\d+(:.*)?$/s.exec(subject);
  if (named === null || /^repo:[^:]*@/.test(wanted)) return false;
  const [, owner, name, rest = ""] = named;
  return wanted === `repo:${owner}/${name}${rest}`;
}
