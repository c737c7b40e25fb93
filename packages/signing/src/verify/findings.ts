import { asKnownError, type Finding, fingerprint } from "@assay/core";
import { VerificationError } from "@assay/sigstore";
import type { Targets } from "../targets/find-targets.ts";
import { REMEDIATION } from "./remediation.ts";
import { VERIFY_RULES, type VerifyRuleId } from "./rules.ts";

/** Nothing lies where a file's bundle should. */
export class MissingBundle extends Error {
  readonly found = "nothing";
  readonly expected: string;

  constructor(expected: string) {
    super("there is no bundle");
    this.expected = expected;
  }
}

/**
 * Why a file is not verified.
 *
 * @throws what is a fault of the program and of no file.
 */
export function findingFor(path: string, error: unknown): Finding {
  if (error instanceof VerificationError) {
    return finding(`verify.${error.code}`, path, path, error.message, error);
  }
  if (error instanceof MissingBundle) {
    return finding("verify.no-bundle", path, path, "there is no bundle", error);
  }
  const isFileError = error instanceof Error && "code" in error && "syscall" in error;
  const known = asKnownError(error);
  if (known.kind === "internal" && !isFileError) throw known;
  const reason = isFileError ? `it can't be read (${String(error.code)})` : known.message;
  return finding("verify.unreadable", path, path, reason);
}

function finding(
  ruleId: VerifyRuleId,
  item: string,
  path: string | undefined,
  reason: string,
  detail: { readonly expected?: string | undefined; readonly found?: string | undefined } = {},
): Finding {
  const { expected, found } = detail;
  const pair = [
    ...(expected === undefined ? [] : [{ label: "Expected", value: expected }]),
    ...(found === undefined ? [] : [{ label: "Found", value: found }]),
  ];
  // Two digests side by side are for machines: the evidence has them.
  const told = ruleId === "verify.digest-mismatch" ? [] : pair;
  const compared = told.map(({ label, value }) => `${label.toLowerCase()} ${value}`).join(", ");
  return {
    ruleId,
    severity: VERIFY_RULES[ruleId]?.severity ?? "critical",
    message: `${item} is not verified: ${reason}${compared === "" ? "" : ` (${compared})`}`.replace(
      /\s+/g,
      " ",
    ),
    ...(path === undefined ? {} : { location: { path }, subject: { name: path } }),
    fingerprint: fingerprint(ruleId, item),
    ...(pair.length === 0 ? {} : { evidence: pair }),
    remediation: REMEDIATION[ruleId],
  };
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
  const nothing = [{ item: "files", reason: "everything is excluded or a bundle" }];
  return (none ? nothing : items).map(({ item, reason }) =>
    finding("verify.nothing-to-verify", item, undefined, reason),
  );
}
