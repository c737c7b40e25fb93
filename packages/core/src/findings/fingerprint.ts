import { createHash } from "node:crypto";

/**
 * A stable name for a finding: SHA-256 in hex over its parts, separated by NUL, which can't occur in them.
 *
 * Parts say *what* was found (rule, package without version, path, hash of the content), never *where in time or text*
 * (line, commit, version, message), so that a moved line, a squash merge or a newer tool keeps the name.
 */
export function fingerprint(ruleId: string, ...parts: readonly string[]): string {
  return createHash("sha256")
    .update([ruleId, ...parts].map((part) => part.replaceAll("\0", "\uFFFD")).join("\0"))
    .digest("hex");
}
