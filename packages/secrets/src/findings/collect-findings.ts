import {
  type AppliedSuppression,
  type Evidence,
  type Finding,
  type Location,
  suppressionToPaste,
} from "@assay/core";
import type { Redacted } from "../redaction/redacted.ts";
import type { IgnoreFile } from "../suppressions/ignore-file.ts";
import { findingRuleId, remediationOf, SECRETS_RULES } from "./finding-rules.ts";
import type { Hit } from "./hit.ts";
import { type Deletions, earlierPaths, groupHits, type SecretGroup } from "./moved-files.ts";
import { type HitNames, hitNames, type NamedRule } from "./names.ts";

/** A commit that stands keeps its secret for ever: an entry is the only way to say that it was seen to. */
const ACCEPT = "Once that is done, or where it is no secret, accept it with the entry to paste.";
const MAX_RELATED = 20;
const MAX_ALIASES = 60;

export interface FindingsOptions {
  readonly ignore: IgnoreFile;
  /** The rules of the run. */
  readonly rules: readonly NamedRule[];
  /** By commit: the paths that it deletes. May still grow while hits are added. */
  readonly deleted: Deletions;
  /** By the machine's time, for the entries' expiry. */
  readonly today: Date;
}

/** Gathers the hits of one secret in one file into one finding, over moves of the file; the oldest commit is its place. */
export function createFindings({ ignore, rules, deleted, today }: FindingsOptions) {
  const names = hitNames(rules);
  const hits: Hit[] = [];
  const used = new Set<string>();
  const seen = new Set<string>();
  return {
    add(hit: Hit): void {
      // Where a long text was cut, its parts overlap: one place counts once.
      const place = JSON.stringify([names.fingerprint(hit), hit.commit, hit.line, hit.location]);
      if (seen.has(place)) return;
      seen.add(place);
      hits.push(hit);
      for (const line of names.ignoreLines(hit)) if (ignore.entries.has(line)) used.add(line);
    },
    /** Sorted by path, line and rule. */
    all(): readonly Finding[] {
      const contentOf = (hit: Hit) =>
        // A name that matched, or a message, is nothing that moves.
        hit.secret === undefined || hit.path === ""
          ? names.fingerprint(hit)
          : names.fingerprint(hit, "");
      return groupHits(hits, deleted, contentOf)
        .map((group) => toFinding(group, { ignore, names, deleted, today }))
        .sort((a, b) => compare(sortKey(a), sortKey(b)));
    },
    /** One of each value that was found, to keep it out of everything else that is reported. */
    secrets: (): readonly Redacted[] => [
      ...new Map(
        hits.flatMap(({ secret }) => (secret === undefined ? [] : [[secret.hash(""), secret]])),
      ).values(),
    ],
    /** Lines of the ignore file that hid nothing. */
    unused: () => [...ignore.entries].filter((entry) => !used.has(entry)).length,
  };
}

interface Known {
  readonly ignore: IgnoreFile;
  readonly names: HitNames;
  readonly deleted: Deletions;
  readonly today: Date;
}

function toFinding({ hits, moved }: SecretGroup, known: Known): Finding {
  const { names } = known;
  const placed = hits.filter((hit) => !moved.has(hit));
  // A line of the ignore file names a path, so that it still holds where the file was moved. A mark moves with its line.
  const follows = placed.some(({ marked }) => !marked);
  // A place that nothing hides decides for all of them.
  const open = (follows ? placed : hits).filter((hit) => suppressionOf(hit, known) === undefined);
  // Histories come newest first.
  const hit = (open.length > 0 ? open : placed).at(-1);
  if (hit === undefined) throw new Error("a finding has at least one hit");
  const ruleId = findingRuleId(hit.ruleId);
  const suppression = suppressionOf(hit, known);
  const related = uniqueLocations(hits.filter((other) => other !== hit));
  const doubtful = hit.checksumHolds === false;
  const place = hit.path === "" ? `the message of ${hit.commit.slice(0, 12)}` : hit.path;
  const what = names.rule(hit.ruleId).description || hit.ruleId;
  const id = {
    ruleId,
    fingerprint: names.fingerprint(hit),
    ...(hit.location === undefined ? {} : { location: hit.location }),
  };
  return {
    ...id,
    severity: doubtful ? "info" : (SECRETS_RULES[ruleId]?.severity ?? "high"),
    message: oneLine(
      doubtful
        ? `${what} in ${place}, but its checksum is wrong: probably an example`
        : `${what} in ${place}`,
    ),
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    ...(hit.path === "" ? { subject: { name: `commit:${hit.commit}` } } : {}),
    aliases: aliasesOf(hit, hits, known),
    evidence: [...evidenceOf(hit, hits.length), suppressionToPaste(id, known.today)],
    remediation: `${remediationOf(hit.ruleId)} ${ACCEPT}`,
    ...(hit.authoredAt === undefined ? {} : { firstSeen: hit.authoredAt }),
    ...(suppression === undefined ? {} : { suppression }),
  };
}

/** Fingerprints under the rule's other ids and the file's other paths, then what gitleaks calls the hits. */
function aliasesOf(hit: Hit, hits: readonly Hit[], { names, deleted }: Known): readonly string[] {
  const all = new Set([
    ...names.otherFingerprints(hit),
    ...hits.map((other) => names.fingerprint(other)),
    ...earlierPaths(hits, deleted).map((path) => names.fingerprint(hit, path)),
    ...hits.flatMap(names.ignoreLines),
  ]);
  all.delete(names.fingerprint(hit));
  return [...all].slice(0, MAX_ALIASES);
}

function suppressionOf(hit: Hit, { ignore, names }: Known): AppliedSuppression | undefined {
  if (hit.marked) return { by: "inline", reason: "the line is marked with gitleaks:allow" };
  if (names.ignoreLines(hit).some((line) => ignore.entries.has(line))) {
    return { by: "inline", reason: "it is listed in .gitleaksignore" };
  }
  return undefined;
}

function evidenceOf(hit: Hit, places: number): readonly Evidence[] {
  const decoded = hit.tags.filter((tag) => tag.startsWith("decoded:")).map((tag) => tag.slice(8));
  return [
    ...(hit.secret === undefined ? [] : [{ label: "Secret", value: hit.secret.preview() }]),
    // The finding's own rule id says it, but for the rules that share one.
    ...(findingRuleId(hit.ruleId) === `secrets.${hit.ruleId}`
      ? []
      : [{ label: "Rule", value: hit.ruleId }]),
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
