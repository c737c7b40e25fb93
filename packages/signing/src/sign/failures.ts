import { type ActFailure, asKnownError, type KnownError } from "@assay/core";
import { VerificationError } from "@assay/sigstore";
import type { Targets } from "../targets/find-targets.ts";

type Act = "sign" | "attest";

/**
 * Why a file was not signed or attested.
 *
 * @throws what is a fault of the program and of no file.
 */
export function failureOf(path: string, error: unknown, act: Act = "sign"): ActFailure {
  const { reason, kind, hint } = causeOf(error);
  return {
    item: path,
    ruleId: `${act}.failed`,
    kind,
    message: `${path} was not ${act === "sign" ? "signed" : "attested"}: ${reason}`.replace(
      /\s+/g,
      " ",
    ),
    location: { path },
    ...(hint === undefined ? {} : { hint }),
  };
}

interface Cause {
  readonly reason: string;
  readonly kind: KnownError["kind"];
  readonly hint: string | undefined;
}

function causeOf(error: unknown): Cause {
  if (error instanceof VerificationError) {
    const compared = [
      ...(error.expected === undefined ? [] : [`expected ${error.expected}`]),
      ...(error.found === undefined ? [] : [`found ${error.found}`]),
    ].join(", ");
    return {
      reason: `the new bundle does not verify: ${error.message}${compared === "" ? "" : ` (${compared})`}`,
      kind: "external",
      hint: "Check that `trusted-root` is that of the services which signed, and up to date.",
    };
  }
  if (error instanceof Error && "code" in error && "syscall" in error) {
    return {
      reason: `it can't be read (${String(error.code)})`,
      kind: "usage",
      hint: "Give this user the right to read the file.",
    };
  }
  const known = asKnownError(error);
  if (known.kind === "internal") throw known;
  const problems = known.problems.length === 0 ? "" : ` (${known.problems.join("; ")})`;
  return { reason: `${known.message}${problems}`, kind: known.kind, hint: known.hint };
}

/** Patterns and folders that named nothing. */
export function missingFailures(targets: Targets, act: Act = "sign"): readonly ActFailure[] {
  const items = [
    ...targets.unmatched,
    ...targets.unreadable.map(({ path, reason }) => ({
      item: path === "" ? "." : path,
      reason: `the folder can't be listed: ${reason}`,
    })),
  ];
  const none = targets.files.length === 0 && items.length === 0;
  const nothing = [
    { item: "files", reason: "none is given, or all are excluded, bundles or no regular files" },
  ];
  return (none ? nothing : items).map(({ item, reason }) => ({
    item,
    ruleId: `${act}.nothing-to-${act}`,
    kind: "usage",
    message: `${item} names nothing to ${act}: ${reason}`,
    hint: "Correct the pattern, or build the files before this step; name files instead of folders and links.",
  }));
}
