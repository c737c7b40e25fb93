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
  const gains = score.gains.map(gainRow);
  return {
    score,
    result: {
      check: "score",
      findings:
        least === undefined || score.total >= least ? [] : [tooLow(path, profile, score, least)],
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
          columns: ["Part", "Score", "Weight"],
          rows: score.parts.map(({ name, score: part, weight }) => [
            name,
            pointsText(part),
            String(weight),
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

function gainRow({ points, feature, evaluation: { missing, note = "" } }: Gain): readonly string[] {
  const shown = missing?.first ?? [];
  const more = (missing?.count ?? 0) > shown.length ? ", …" : "";
  const names = shown.length === 0 ? "" : `: ${shown.join(", ")}${more}`;
  return [
    `+${(Math.ceil(points * 100 - 1e-6) / 100).toFixed(2)}`,
    feature.advice,
    missing === undefined ? note : `${missing.count} of ${missing.of}${names}`,
  ];
}

function tooLow(path: string, profile: Profile, { total, gains }: Score, least: number): Finding {
  const first = gains[0];
  return {
    ruleId: "sbom.score-too-low",
    severity: "medium",
    message: `${path} has ${pointsText(total)} of 10 by ${profile}; at least ${least} is asked for`,
    location: { path },
    fingerprint: fingerprint("sbom.score-too-low", path, profile),
    ...(first === undefined
      ? {}
      : {
          remediation: `The greatest gain: ${first.feature.advice.charAt(0).toLowerCase()}${first.feature.advice.slice(1)}.`,
        }),
  };
}
