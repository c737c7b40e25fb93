import type { Report } from "@assay/core";
import { jsonText } from "./json-text.ts";

/** The order in which keys are written, wherever they occur: what people look for first comes first. */
const KEYS: ReadonlyMap<string, number> = new Map(
  [
    ["schema", "tool", "name", "version", "command", "outcome", "headline", "generatedAt"],
    ["failOn", "subject", "settings", "checks", "acts", "findings", "clocks", "rules", "artifacts"],
    ["server", "repository", "commit", "headCommit", "ref", "event", "pullRequest", "runUrl"],
    ["workingDirectory", "sources", "loosened", "what", "from", "key", "before", "after"],
    [
      "id",
      "check",
      "ruleId",
      "variant",
      "severity",
      "status",
      "decision",
      "decisionReason",
      "title",
    ],
    ["message", "description", "help", "kind", "hint", "problems", "places"],
    [
      "location",
      "path",
      "startLine",
      "startColumn",
      "endLine",
      "endColumn",
      "excerpt",
      "text",
      "markStart",
      "markEnd",
    ],
    ["relatedLocations", "subjects", "purl", "ecosystem", "scope", "direct", "paths"],
    [
      "fingerprint",
      "parts",
      "aliases",
      "evidence",
      "label",
      "value",
      "verbatim",
      "remediation",
      "change",
    ],
    ["published", "firstSeen", "threshold", "suppression", "by", "reason", "owner", "expires"],
    ["acknowledged", "ticket", "note", "slo", "startedAt", "answerDue", "fixDue"],
    ["answer", "fix", "state", "mediaType", "sha256", "size"],
    ["coverage", "inspected", "skipped", "item", "summary", "counts", "suppressed", "tags"],
    ["act", "records", "failures", "item", "digests", "signer", "identity", "issuer", "keySha256"],
    [
      "time",
      "at",
      "source",
      "logEntries",
      "log",
      "index",
      "product",
      "destination",
      "notes",
      "verifyWith",
    ],
    ["error", "tables", "open", "columns", "rows", "notices"],
  ]
    .flat()
    .map((key, index) => [key, index]),
);

/**
 * The report itself: the form that a baseline is read from and that all other tools can build on. Equal reports give equal
 * bytes, whatever order their keys were made in.
 */
export function renderJson(report: Report): string {
  return jsonText(inOrder("", report));
}

/** Known keys in the order of `KEYS`, unknown ones behind them as they came. The units of a coverage have an order of their own. */
function inOrder(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => inOrder("", item));
  if (typeof value !== "object" || value === null || key === "inspected") return value;
  const rank = (name: string) => KEYS.get(name) ?? KEYS.size;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => rank(a) - rank(b))
      .map(([name, inner]) => [name, inOrder(name, inner)]),
  );
}
