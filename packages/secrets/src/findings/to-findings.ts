import {
  type AppliedSuppression,
  type Evidence,
  type Finding,
  fingerprint,
  type Location,
} from "@assay/core";
import type { SecretRule } from "../engine/rule-set.ts";
import type { Redacted } from "../redaction/redacted.ts";
import { findingRuleId, remediationOf, SECRETS_RULES } from "../rules/catalog.ts";
import type { Hit } from "./hit.ts";
import { gitleaksFingerprints, type IgnoreFile } from "./ignore-file.ts";

const MAX_RELATED = 20;
const MAX_ALIASES = 40;

/** What the findings need to know of a rule. */
type Names = (
  ruleId: string,
) => Pick<SecretRule, "id" | "description" | "aliases" | "fingerprintId">;

interface Group {
  readonly hits: Hit[];
}

/** Gathers the hits of one secret in one file into one finding; the oldest commit is its place. */
export function createFindings(ignore: IgnoreFile, rules: readonly SecretRule[]) {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const names: Names = (ruleId) => byId.get(ruleId) ?? { id: ruleId, description: "" };
  const groups = new Map<string, Group>();
  const used = new Set<string>();
  const seen = new Set<string>();
  return {
    add(hit: Hit): void {
      const id = fingerprintOf(hit, names(hit.ruleId).fingerprintId ?? hit.ruleId);
      // Where a long text was cut, its parts overlap: one place is told once.
      const place = JSON.stringify([id, hit.commit, hit.line, hit.location]);
      if (seen.has(place)) return;
      seen.add(place);
      const group = groups.get(id);
      if (group === undefined) groups.set(id, { hits: [hit] });
      else group.hits.push(hit);
      for (const alias of aliasesOf(hit, names)) if (ignore.entries.has(alias)) used.add(alias);
    },
    /** Sorted by path, line and rule. */
    all(): readonly Finding[] {
      return [...groups]
        .map(([id, { hits }]) => toFinding(id, hits, ignore, names))
        .sort((a, b) => compare(sortKey(a), sortKey(b)));
    },
    /** One of each value that was found, to keep it out of everything else that is told. */
    secrets: (): readonly Redacted[] =>
      [...groups.values()].flatMap(({ hits }) => hits[0]?.secret ?? []),
    /** Lines of the ignore file that hid nothing. */
    unused: () => [...ignore.entries].filter((entry) => !used.has(entry)).length,
  };
}

function toFinding(id: string, hits: readonly Hit[], ignore: IgnoreFile, names: Names): Finding {
  // A place that nothing hides decides for all of them. Histories come newest first.
  const open = hits.filter((hit) => suppressionOf(hit, ignore, names) === undefined);
  const hit = (open.length > 0 ? open : hits).at(-1);
  if (hit === undefined) throw new Error("a finding has at least one hit");
  const ruleId = findingRuleId(hit.ruleId);
  const suppression = suppressionOf(hit, ignore, names);
  const related = uniqueLocations(hits.filter((other) => other !== hit));
  const doubtful = hit.checksumHolds === false;
  const place = hit.path === "" ? `the message of ${hit.commit.slice(0, 12)}` : hit.path;
  const what = names(hit.ruleId).description || hit.ruleId;
  return {
    ruleId,
    severity: doubtful ? "info" : (SECRETS_RULES[ruleId]?.severity ?? "high"),
    message: oneLine(
      doubtful
        ? `${what} in ${place}, but its checksum is wrong: probably an example`
        : `${what} in ${place}`,
    ),
    ...(hit.location === undefined ? {} : { location: hit.location }),
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    ...(hit.path === "" ? { subject: { name: `commit:${hit.commit}` } } : {}),
    fingerprint: id,
    aliases: [
      ...new Set([
        ...otherFingerprints(hit, id, names),
        ...hits.flatMap((each) => aliasesOf(each, names)),
      ]),
    ].slice(0, MAX_ALIASES),
    evidence: evidenceOf(hit, hits.length),
    remediation: remediationOf(hit.ruleId),
    ...(hit.authoredAt === undefined ? {} : { firstSeen: hit.authoredAt }),
    ...(suppression === undefined ? {} : { suppression }),
  };
}

function suppressionOf(hit: Hit, ignore: IgnoreFile, names: Names): AppliedSuppression | undefined {
  if (hit.marked) return { by: "inline", reason: "the line is marked with gitleaks:allow" };
  if (aliasesOf(hit, names).some((alias) => ignore.entries.has(alias))) {
    return { by: "inline", reason: "it is listed in .gitleaksignore" };
  }
  return undefined;
}

/** gitleaks' names of a hit, under every id of its rule. */
function aliasesOf(hit: Hit, names: Names): readonly string[] {
  return idsOf(hit.ruleId, names).flatMap((id) =>
    gitleaksFingerprints(hit.path, id, hit.line, hit.commit),
  );
}

/** Content only: rule, path and value. */
function fingerprintOf(hit: Hit, ruleId: string): string {
  return fingerprint(`secrets.${ruleId}`, hit.path, hit.secret?.hash(ruleId) ?? "");
}

/** The fingerprints that the finding would have under the other ids of its rule. */
function otherFingerprints(hit: Hit, own: string, names: Names): readonly string[] {
  return idsOf(hit.ruleId, names)
    .map((id) => fingerprintOf(hit, id))
    .filter((id) => id !== own);
}

function idsOf(ruleId: string, names: Names): readonly string[] {
  return [...new Set([ruleId, ...(names(ruleId).aliases ?? [])])];
}

function evidenceOf(hit: Hit, places: number): readonly Evidence[] {
  const decoded = hit.tags.filter((tag) => tag.startsWith("decoded:")).map((tag) => tag.slice(8));
  return [
    ...(hit.secret === undefined ? [] : [{ label: "Secret", value: hit.secret.preview() }]),
    { label: "Rule", value: hit.ruleId },
    ...(decoded.length === 0 ? [] : [{ label: "Encoded as", value: decoded.join(", ") }]),
    ...(places > 1 ? [{ label: "Places", value: String(places) }] : []),
  ];
}

function uniqueLocations(hits: readonly Hit[]): readonly Location[] {
  const out = new Map<string, Location>();
  for (const { location } of hits) {
    if (location !== undefined) out.set(JSON.stringify(location), location);
  }
  return [...out.values()].slice(0, MAX_RELATED);
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ");
}

function sortKey({ location, ruleId, fingerprint: id }: Finding): string {
  const line = String(location?.startLine ?? 0).padStart(9, "0");
  return [location?.path ?? "", line, ruleId, id].join("\0");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
