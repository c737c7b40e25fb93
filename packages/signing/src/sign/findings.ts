import { asKnownError, type Finding, fingerprint, type KnownError } from "@assay/core";
import { VerificationError } from "@assay/sigstore";
import type { Targets } from "../targets/find-targets.ts";
import { SIGN_RULES } from "./rules.ts";

type ErrnoError = NodeJS.ErrnoException;

/**
 * Why a file was not signed.
 *
 * @throws what is a fault of the program and of no file.
 */
export function failure(path: string, error: unknown): Finding {
  const isFileError = error instanceof Error && "code" in error && "syscall" in error;
  const rejection = error instanceof VerificationError ? error : undefined;
  const known = rejection === undefined && !isFileError ? asKnownError(error) : undefined;
  if (known?.kind === "internal") throw known;
  return {
    ruleId: "sign.failed",
    severity: SIGN_RULES["sign.failed"]?.severity ?? "high",
    message: `${path} was not signed: ${reasonOf(error, rejection, known)}`.replace(/\s+/g, " "),
    location: { path },
    subject: { name: path },
    fingerprint: fingerprint("sign.failed", path),
    remediation: known?.hint ?? remediationOf(rejection),
  };
}

function reasonOf(
  error: unknown,
  rejection: VerificationError | undefined,
  known: KnownError | undefined,
): string {
  if (known !== undefined) return known.message;
  if (rejection === undefined) return `it can't be read (${String((error as ErrnoError).code)})`;
  const { expected, found } = rejection;
  const compared = [
    ...(expected === undefined ? [] : [`expected ${expected}`]),
    ...(found === undefined ? [] : [`found ${found}`]),
  ].join(", ");
  return `the new bundle does not verify: ${rejection.message}${compared === "" ? "" : ` (${compared})`}`;
}

function remediationOf(rejection: VerificationError | undefined): string {
  if (rejection === undefined) return "Give this user the right to read the file.";
  return "Check that `trusted-root` is that of the services which signed, and up to date.";
}

/** Patterns and folders that named nothing. */
export function missingFindings(targets: Targets): readonly Finding[] {
  const items = [
    ...targets.unmatched,
    ...targets.unreadable.map(({ path, reason }) => ({
      item: path === "" ? "." : path,
      reason: `the folder can't be listed: ${reason}`,
    })),
  ];
  const none = targets.files.length === 0 && items.length === 0;
  return (none ? [{ item: "files", reason: "everything is excluded or a bundle" }] : items).map(
    ({ item, reason }) => ({
      ruleId: "sign.nothing-to-sign",
      severity: SIGN_RULES["sign.nothing-to-sign"]?.severity ?? "high",
      message: `${item} names nothing to sign: ${reason}`,
      fingerprint: fingerprint("sign.nothing-to-sign", item),
      remediation:
        "Correct the pattern, or build the files before this step; name files instead of folders and links.",
    }),
  );
}
