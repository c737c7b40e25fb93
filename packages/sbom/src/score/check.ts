import {
  type CheckContext,
  type CheckResult,
  type Finding,
  fingerprint,
  plural,
  UsageError,
} from "@assay/core";
import { readDocument } from "../read/document.ts";
import { readDocumentFile } from "../read/file.ts";
import { structureProblems } from "../validate/document.ts";
import { factsOf } from "./facts.ts";
import type { Profile } from "./profiles.ts";
import { type Gain, type Score, scoreOf } from "./score.ts";
import { SETTINGS } from "./settings.ts";

export interface ScoreOptions {
  readonly file: string;
  readonly profile: Profile;
  /** The least total that is no finding, such as `7.5`. */
  readonly minimum?: string | undefined;
}

export interface ScoreRun {
  readonly result: CheckResult;
  readonly score: Score;
}

/**
 * `assay sbom score`: how much a document says, and what would gain the points that it lacks.
 *
 * @throws UsageError when the file is no document, or `minimum` no number from 0 to 10
 */
export async function runScore(
  context: Pick<CheckContext, "root">,
  { file, profile, minimum }: ScoreOptions,
): Promise<ScoreRun> {
  const least = minimum === undefined ? undefined : numberOf(minimum);
  const { path, bytes } = await readDocumentFile(context, file);
  const { source, document } = await readDocument(file, bytes);
  const problems = await structureProblems(source);
  const facts = factsOf(source, document, problems.length === 0);
  const score = scoreOf(facts, profile);
  const points = pointsText(score.total);
  const isOurs = document.tools.some(({ name }) => name === "assay");
  const gains = togetherOf(score.gains).map((gain) => gainRow(gain, isOurs));
  return {
    score,
    result: {
      check: "score",
      findings:
        least === undefined || score.total >= least
          ? []
          : [tooLow(path, profile, score, least, isOurs)],
      artifacts: [],
      coverage: {
        inspected: { documents: 1, components: facts.all.length },
        skipped: [],
        summary: `${path}, ${source.format}: ${points} of 10 by ${profile}, grade ${score.grade}, over ${plural(facts.all.length, "component")}`,
      },
      notices: [],
      tables: [
        {
          title: `${points} of 10 by ${profile}, grade ${score.grade}`,
          open: true,
          // In a profile everything has the same weight.
          columns: ["Part", "Score", ...(profile === "sbomqs" ? ["Weight"] : [])],
          rows: score.parts.map(({ name, score: part, weight }) => [
            name,
            pointsText(part),
            ...(profile === "sbomqs" ? [String(weight)] : []),
          ]),
        },
        ...(gains.length === 0
          ? []
          : [
              {
                title: "What would gain points",
                open: true,
                columns: ["Points", "What to do", "Missing"],
                rows: gains,
              },
            ]),
      ],
    },
  };
}

function numberOf(text: string): number {
  const number = Number(text);
  if (/^\d{1,2}(?:\.\d{1,4})?$/.test(text) && number <= 10) return number;
  throw new UsageError(
    `\`minimum\` is ${JSON.stringify(text.slice(0, 50))}; it must be a number from 0 to 10`,
    {
      hint: "Write one such as `7.5`.",
    },
  );
}

/** Not rounded up: 8.96 is no 9.0. */
function pointsText(points: number): string {
  return (Math.floor(points * 100 + 1e-6) / 100).toFixed(2);
}

function gainText(points: number): string {
  return (Math.ceil(points * 100 - 1e-6) / 100).toFixed(2);
}

/** What is asked of concluded licences: missing for the same reason where as many have none. */
const OF_LICENSES = new Set([
  "comp_with_valid_licenses",
  "comp_spdx_listed_license",
  "comp_no_deprecated_licenses",
  "comp_no_restrictive_licenses",
]);

/** One row for what one step gains. */
function togetherOf(gains: readonly Gain[]): readonly Gain[] {
  const first = gains.find(({ feature }) => feature.id === "comp_with_licenses");
  const { missing, score } = first?.evaluation ?? {};
  const isFolded = ({ feature, evaluation }: Gain) =>
    OF_LICENSES.has(feature.id) &&
    ((score === 0 && evaluation.score === 0) ||
      (missing !== undefined && evaluation.missing?.count === missing.count));
  const points = gains.filter(isFolded).reduce((sum, each) => sum + each.points, 0);
  return gains
    .filter((gain) => !isFolded(gain))
    .map((gain) => (gain === first ? { ...gain, points: gain.points + points } : gain))
    .sort((a, b) => b.points - a.points);
}

function gainRow(
  { points, feature, evaluation: { missing, note = "" } }: Gain,
  isOurs: boolean,
): readonly string[] {
  const shown = missing?.first ?? [];
  const more = (missing?.count ?? 0) > shown.length ? ", …" : "";
  const names = shown.length === 0 ? "" : `: ${shown.join(", ")}${more}`;
  return [
    `+${gainText(points)}`,
    adviceOf(feature, isOurs && note === ""),
    missing === undefined ? note : `${missing.count} of ${missing.of}${names}`,
  ];
}

function adviceOf({ id, advice }: Gain["feature"], isOurs: boolean): string {
  const setting = isOurs ? SETTINGS[id] : undefined;
  return setting === undefined ? advice : `${advice}: ${setting}`;
}

function tooLow(
  path: string,
  profile: Profile,
  { total, gains }: Score,
  least: number,
  isOurs: boolean,
): Finding {
  const first = togetherOf(gains)[0];
  return {
    ruleId: "sbom.score-too-low",
    severity: "medium",
    message: `${path} has ${pointsText(total)} of 10 by ${profile}; at least ${least} is asked for`,
    location: { path },
    fingerprint: fingerprint("sbom.score-too-low", path, profile),
    ...(first === undefined
      ? {}
      : {
          remediation: `${adviceOf(first.feature, isOurs && first.evaluation.note === undefined)}. That gains most, up to ${gainText(first.points)} points.`,
        }),
  };
}
