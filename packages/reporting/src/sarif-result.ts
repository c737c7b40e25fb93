import type { ActSummary, ReportedFinding, Severity } from "@assay/core";
import { clip, escapeControlCharacters, fingerprint } from "@assay/core";
import { withoutLinks } from "./links.ts";
import { aboutOf, placeOf } from "./phrases.ts";
import { sarifLocation } from "./sarif-location.ts";
import { orElse, SARIF_LEVELS } from "./sarif-rule.ts";

/** Related places per result; GitHub keeps 100 of all places. */
const MAX_RELATED = 50;
const MAX_MESSAGE = 1000;

/** A result before the place of its rule in the log is known. */
export interface RankedResult {
  readonly ruleId: string;
  /** What the rule is ranked by. */
  readonly severity: Severity;
  readonly body: object;
}

export function findingResult(finding: ReportedFinding): RankedResult {
  const related = (finding.relatedLocations ?? []).slice(0, MAX_RELATED);
  const purl = finding.subject?.purl;
  const body = {
    level: SARIF_LEVELS[finding.severity],
    message: { text: messageOf(finding) },
    locations: [sarifLocation(finding.location)],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, index) => ({ id: index + 1, ...sarifLocation(place) })),
    }),
    partialFingerprints: { "assay/v1": finding.fingerprint },
    ...(finding.suppression !== undefined && { suppressions: [sarifSuppression(finding)] }),
    properties: {
      check: finding.check,
      severity: finding.severity,
      decision: finding.decision,
      decisionReason: escapeControlCharacters(finding.decisionReason),
      ...(finding.subject?.scope !== undefined && { scope: finding.subject.scope }),
      ...(finding.slo !== undefined && { clock: finding.slo }),
      ...(purl !== undefined && purl !== "" && { purl: escapeControlCharacters(purl) }),
    },
  };
  return { ruleId: sarifRuleId(finding), severity: finding.severity, body };
}

/** A rule that finds many things has one rule of SARIF for each of them: an alert is ranked, filtered and explained by its rule. */
export function sarifRuleId({ ruleId, variant }: ReportedFinding): string {
  return variant === undefined ? ruleId : `${ruleId}/${variant.id}`;
}

/** What an act did not do, at the file that it should have been done to. Each is an error: nothing grades or accepts it. */
export function failureResults({ act, failures }: ActSummary): readonly RankedResult[] {
  return failures.map(({ item, ruleId, kind, message, hint, location }) => ({
    ruleId,
    severity: "high",
    body: {
      level: "error",
      message: { text: textOf([orElse(message, ruleId), hint]) },
      locations: [sarifLocation(location)],
      partialFingerprints: { "assay/v1": fingerprint(ruleId, item) },
      properties: { act, item: escapeControlCharacters(item), kind },
    },
  }));
}

/** GitHub shows the first place only, and none in an old commit: the message names the others. */
function messageOf(finding: ReportedFinding): string {
  const { location, relatedLocations = [], remediation } = finding;
  const parts: (string | undefined)[] = [orElse(finding.message, finding.ruleId)];
  if (location === undefined) {
    const about = aboutOf(finding);
    if (about !== undefined && !finding.message.includes(about)) parts.push(`About: ${about}`);
  } else if (location.commit !== undefined) {
    parts.push(`Found at ${placeOf(location)}`);
  }
  if (relatedLocations.length > 0) {
    const shown = relatedLocations.slice(0, 3).map((place) => clip(placeOf(place), 200));
    const more = relatedLocations.length - shown.length;
    parts.push(`Also at ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`);
  }
  return textOf([...parts, remediation]);
}

/** SARIF reads links in plain text too (3.11.6); a package, file or advisory may not place one. */
function textOf(parts: readonly (string | undefined)[]): string {
  const given = parts.filter((part) => part !== undefined && part !== "");
  const sentences = given.map((part) => sentence(escapeControlCharacters(part ?? "")));
  return clip(withoutLinks(sentences.join(" ")), MAX_MESSAGE);
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function sarifSuppression({ suppression, decisionReason }: ReportedFinding) {
  const reason = suppression === undefined ? "" : suppression.reason;
  return {
    kind: suppression?.by === "inline" ? "inSource" : "external",
    status: "accepted",
    justification: clip(
      escapeControlCharacters(sentence(`${decisionReason} ${reason}`.trim())),
      MAX_MESSAGE,
    ),
  };
}
