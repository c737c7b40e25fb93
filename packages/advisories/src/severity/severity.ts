import { type CvssScore, cvssScore } from "../cvss/score.ts";
import type { GroupFacts } from "../data.ts";
import type { GroupSeverity } from "../match.ts";
import type { AdvisoryKind } from "../record.ts";

type Level = GroupSeverity["level"];
const LEVELS: readonly Level[] = ["unknown", "none", "low", "medium", "high", "critical"];

/** Words that databases use. Others ("untriaged", "not yet assigned") say nothing. */
const WORDS: ReadonlyMap<string, Level> = new Map<string, Level>([
  ["negligible", "low"],
  ["unimportant", "low"],
  ["low", "low"],
  ["moderate", "medium"],
  ["medium", "medium"],
  ["important", "high"],
  ["high", "high"],
  ["critical", "critical"],
]);

interface Scored extends CvssScore {
  readonly vector: string;
  readonly from: string;
}

/**
 * The severity of an alias group: the higher one of its worst label and the score of its highest CVSS version. Not the highest score of
 * all versions: 2 and 3 mean different things. A vector that can't be read is named and takes nothing from the others.
 */
export function groupSeverity(facts: GroupFacts, kind: AdvisoryKind): GroupSeverity {
  const { scored, dropped, words } = readAll(facts);
  const best = bestOf(scored);
  const label = words
    .map((each) => ({ ...each, level: WORDS.get(each.label.toLowerCase()) ?? "unknown" }))
    .reduce<LevelledLabel | undefined>(
      (a, b) => (a && rank(a.level) >= rank(b.level) ? a : b),
      undefined,
    );
  const band = best === undefined ? "unknown" : bandOf(best.score);
  const told = label?.level ?? "unknown";
  const source = best && `CVSS ${best.version} of ${best.from}`;
  const isLabel = label !== undefined && rank(told) > rank(band);
  const differs = rank(told) > 0 && best !== undefined && told !== band;
  return {
    level: kind === "malware" ? "critical" : isLabel ? told : band,
    ...(best === undefined ? {} : { score: best.score, vector: best.vector }),
    ...(label === undefined ? {} : { label: label.label }),
    decidedBy:
      kind === "malware"
        ? "malware"
        : isLabel
          ? `the label of ${label.from}`
          : (source ?? "no label and no vector that can be read"),
    ...(differs
      ? { disagreement: `${label?.from} says ${label?.label}, ${source} scores ${best.score}` }
      : {}),
    dropped,
  };
}

interface LevelledLabel {
  readonly label: string;
  readonly from: string;
  readonly level: Level;
}

function readAll({ vectors, labels }: GroupFacts) {
  const scored: Scored[] = [];
  const dropped: string[] = [];
  const words = [...labels];
  for (const { type, score: vector, from } of vectors) {
    const read = type.startsWith("CVSS") ? cvssScore(vector) : undefined;
    if (read !== undefined) scored.push({ ...read, vector, from });
    // Ubuntu's severity is a word.
    else if (!type.startsWith("CVSS") && WORDS.has(vector.toLowerCase()))
      words.push({ label: vector, from });
    else dropped.push(`${vector.slice(0, 120)} (${from})`);
  }
  return { scored, dropped, words };
}

/** Of the highest version the worst: 3.0 and 3.1 count as one. */
function bestOf(scored: readonly Scored[]): Scored | undefined {
  return scored.reduce<Scored | undefined>((a, b) => {
    if (a === undefined) return b;
    const newer = Number(b.version[0]) - Number(a.version[0]);
    return newer > 0 || (newer === 0 && b.score > a.score) ? b : a;
  }, undefined);
}

/** https://www.first.org/cvss/v4-0/specification-document, section 6; of version 2 by the same numbers. */
function bandOf(score: number): Level {
  if (score >= 9) return "critical";
  if (score >= 7) return "high";
  if (score >= 4) return "medium";
  return score > 0 ? "low" : "none";
}

function rank(level: Level): number {
  return LEVELS.indexOf(level);
}
