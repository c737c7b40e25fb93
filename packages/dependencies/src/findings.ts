import { advisoryPage } from "@assay/advisories";
import type { Evidence, Finding } from "@assay/core";
import { fingerprint, plural } from "@assay/core";
import { decide } from "./decision.ts";
import type { Exploited } from "./exploited.ts";
import { fixesOf } from "./fix/fix-of.ts";
import type { FixSuggestion } from "./fix/suggestion.ts";
import { remediationOf as fixText, pasteOf } from "./fix/text.ts";
import type { AppliedException, Exceptions } from "./ignores/read.ts";
import type { DependenciesOptions } from "./inputs.ts";
import { nameOf, subjectOf } from "./packages.ts";
import type { FoundVulnerability } from "./vulnerabilities.ts";

/** By level: where its band of CVSS begins, and the score that stands for a label alone. */
const BANDS: Readonly<Record<string, readonly [number, number]>> = {
  critical: [9, 9.5],
  high: [7, 8],
  medium: [4, 5.5],
  low: [0.1, 2.5],
};
const MAX_LINKS = 5;
const MAX_SYMBOLS = 10;

/** The finding of a vulnerability, decided. */
export function vulnerabilityFinding(
  found: FoundVulnerability,
  options: DependenciesOptions,
  exceptions: Pick<Exceptions, "of" | "acknowledged" | "toPaste">,
  fixes: readonly FixSuggestion[] = [],
  exploited: Exploited = { evidence: [] },
): Finding {
  const { match, component, entries, path } = found;
  const { group } = match;
  const exception = exceptions.of(found);
  const own = group.kind === "malware" ? [] : fixesOf(found, fixes);
  const { why, ...decision } = decide(found, options, suppressionOf(exception), exploited.blocks);
  const answer = exceptions.acknowledged(found);
  const [print = "", ...others] = prints(found);
  const places = entries.filter(({ component: each }) => each.id !== component.id);
  return {
    ...decision,
    message: messageOf(found),
    location: component.location,
    ...(places.length > 0 && {
      relatedLocations: places.map(({ component: each }) => each.location),
    }),
    subject: subjectOf(component, path),
    ...(group.published !== undefined && { published: group.published }),
    ...(answer !== undefined && {
      acknowledged: {
        ...{ by: "vex" as const, at: answer.at, owner: answer.by },
        ...(answer.note !== undefined && { note: answer.note }),
      },
    }),
    fingerprint: print,
    // The ledger of acknowledgements may name any id of the group.
    aliases: [...others, ...group.ids],
    evidence: [
      ...evidenceOf(found, why),
      ...exploited.evidence,
      ...exceptionEvidence(exception),
      ...pasteOf(own),
      ...(exception === undefined && group.kind !== "informational"
        ? [exceptions.toPaste(found)]
        : []),
    ],
    remediation: remediationOf(found, own),
    links: pagesOf(group.ids),
    cause: `${group.canonicalId} ${component.name}`,
    variant: {
      id: group.canonicalId,
      title: group.summary ?? `${group.id} in ${component.name}`,
      help: `${group.ids.join(", ")}. ${group.summary ?? ""}`,
      ...scored(match),
      ...pagesOf(group.ids).map(({ url }) => ({ helpUri: url }))[0],
    },
  };
}

/** A label that is worse than the score decides, and the score says too little then. */
function scored({ group: { kind, severity } }: FoundVulnerability["match"]) {
  const { level, score = 0 } = severity;
  const [least, usual] = BANDS[level] ?? [];
  if (kind === "malware") return { score: 10 };
  if (least === undefined || usual === undefined || kind === "informational") return {};
  return { score: score >= least ? score : usual };
}

/** The databases' own pages, the best known first: where a record's references lead, nobody answers for. */
function pagesOf(ids: readonly string[]) {
  return ids
    .filter((id) => /^[A-Z][A-Za-z0-9-]{3,60}$/.test(id))
    .toSorted((a, b) => Number(b.startsWith("GHSA-")) - Number(a.startsWith("GHSA-")))
    .slice(0, MAX_LINKS)
    .map((id) => ({ label: id, url: advisoryPage(id) }));
}

/**
 * By the canonical id, and by every other id of the group: one that joins later, and becomes the canonical one, still finds the
 * finding of before.
 */
function prints({ key, match }: FoundVulnerability): readonly string[] {
  const [manifest = "", ecosystem = "", name = ""] = key.split("\0");
  const { canonicalId, ids } = match.group;
  const all = [canonicalId, ...ids.filter((id) => id !== canonicalId)];
  return all.map((id) => fingerprint("dependencies.vulnerable", id, ecosystem, name, manifest));
}

function suppressionOf(exception: AppliedException | undefined): Finding["suppression"] {
  if (exception === undefined) return undefined;
  const { by, reason, owner, expires } = exception;
  return {
    by,
    reason,
    ...(owner !== undefined && { owner }),
    ...(expires !== undefined && { expires }),
  };
}

function exceptionEvidence(exception: AppliedException | undefined): readonly Evidence[] {
  if (exception === undefined) return [];
  const { by, source, status, justification, approvedBy = [] } = exception;
  const words = [by === "vex" ? "VEX" : "ignore", `in ${source}`, status, justification];
  const approved = approvedBy.length > 0 ? `, approved by ${approvedBy.join(", ")}` : "";
  const value = `${words.filter((word) => word !== undefined).join(", ")}${approved}`;
  return [{ label: "Exception", value }];
}

function messageOf({ match, component, entries }: FoundVulnerability): string {
  const { group, verdict } = match;
  const versions = [...new Set(entries.map(({ component: each }) => nameOf(each)))];
  const more = versions.length - 1;
  const name = `${nameOf(component)}${more > 0 ? ` and ${plural(more, "other version")}` : ""}`;
  const word =
    group.kind === "malware"
      ? "is malware"
      : group.kind === "informational"
        ? "has a notice"
        : verdict === "affected"
          ? "is affected by"
          : "may be affected by";
  const id =
    group.kind === "malware" || group.kind === "informational" ? `(${group.id})` : group.id;
  const summary = (group.summary ?? "").replace(/\s+/g, " ").trim();
  return `${name} ${word} ${id}${summary === "" ? "" : `: ${summary}`}`;
}

function evidenceOf(
  { match, path, component }: FoundVulnerability,
  why: string,
): readonly Evidence[] {
  const { group, records, confidence } = match;
  const { severity } = group;
  const fixed = fixedOf(match);
  const symbols = [
    ...new Set(records.flatMap(({ record }) => record.affected.flatMap((each) => each.symbols))),
  ];
  const texts: readonly (readonly [string, string | undefined])[] = [
    [
      "Severity",
      `${severity.level}${severity.score === undefined ? "" : ` (${severity.score})`}, decided by ${severity.decidedBy}`,
    ],
    ["Disagreement", severity.disagreement],
    ["Not readable", severity.dropped.join(", ")],
    // One fact is said once: the severity above, a way of up to five as `introduced by`.
    ["Decision", why.endsWith(` by ${severity.decidedBy}.`) ? undefined : why],
    ["Known as", group.ids.length > 1 ? group.ids.join(", ") : undefined],
    ["Fixed in", fixed],
    ["Path", path.length > 5 ? path.join(" › ") : undefined],
    ...records.slice(0, MAX_LINKS).map(({ record, reason }) => [record.id, reason] as const),
    ["Confidence", confidence === "high" ? undefined : confidence],
    ["Functions", symbols.slice(0, MAX_SYMBOLS).join(", ")],
    ["Asked for", component.version === undefined ? component.requirement : undefined],
  ];
  return texts.flatMap(([label, value]) =>
    value === undefined || value === "" ? [] : [{ label, value }],
  );
}

/** The versions that records name as fixed; several where they differ. */
export function fixedOf({ records }: FoundVulnerability["match"]): string {
  return [...new Set(records.flatMap(({ fixed }) => fixed ?? []))].join(", ");
}

function remediationOf(
  { match, component }: FoundVulnerability,
  fixes: readonly FixSuggestion[],
): string {
  if (match.group.kind === "malware")
    return `Remove ${component.name} and renew every secret that a machine with it could read.`;
  if (fixes.length > 0) return [...new Set(fixes.map(fixText))].join(" ");
  const fixed = fixedOf(match);
  return fixed === ""
    ? `No fixed version of ${component.name} is known: replace it, or accept the finding for a time.`
    : `Upgrade ${component.name} to ${fixed}.`;
}
