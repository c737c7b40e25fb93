import type { Location, Report, ReportedFinding, ReportSubject } from "@assay/core";
import { clip, escapeControlCharacters } from "@assay/core";
import { atCheckout } from "./at-checkout.ts";
import { aboutOf, openFindings, placeOf } from "./phrases.ts";

export type AnnotationLevel = "error" | "warning" | "notice";

/** One annotation of a workflow run. Texts are one line of visible characters; the runner's own escaping is not done. */
export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly message: string;
  /** Relative to the repository root. Line and columns count from 1; the end column is inclusive. */
  readonly file?: string;
  readonly startLine?: number;
  readonly endLine?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

/** The runner drops what is more, per level and step, without a word. */
const ANNOTATIONS_PER_LEVEL = 10;
export const ANNOTATION_MESSAGE_LIMIT = 4096;
const TITLE_LIMIT = 120;

/**
 * What a run shows beside the changed lines: an error for what blocks, for what an act did not do and for a check that could not
 * work, a warning from medium on, else a notice. Over the budget of a level the last one says how many more there are. Suppressed findings get
 * none.
 */
export function renderAnnotations(given: Report): readonly Annotation[] {
  const report = atCheckout(given);
  const all: Annotation[] = [
    ...report.checks.flatMap(({ title, error }): Annotation[] =>
      error === undefined
        ? []
        : [
            {
              level: "error",
              title: clip(escapeControlCharacters(`${title} could not do its work`), TITLE_LIMIT),
              message: messageText([error.message, ...(error.problems ?? []), error.hint]),
              ...placeInFile(report.subject, { location: error.places?.[0]?.location }),
            },
          ],
    ),
    ...report.acts.flatMap(({ title, failures }) =>
      failures.map(
        (failure): Annotation => ({
          level: "error",
          title: clip(escapeControlCharacters(`${title}: ${failure.item}`), TITLE_LIMIT),
          message: messageText([failure.message, failure.hint, failure.ruleId]),
          ...placeInFile(report.subject, failure),
        }),
      ),
    ),
    ...openFindings(report).map((finding) => annotate(report, finding)),
  ];
  return (["error", "warning", "notice"] as const).flatMap((level) =>
    withinBudget(
      level,
      all.filter((annotation) => annotation.level === level),
    ),
  );
}

function withinBudget(
  level: AnnotationLevel,
  annotations: readonly Annotation[],
): readonly Annotation[] {
  if (annotations.length <= ANNOTATIONS_PER_LEVEL) return annotations;
  const kept = annotations.slice(0, ANNOTATIONS_PER_LEVEL - 1);
  const more = annotations.length - kept.length;
  return [
    ...kept,
    {
      level,
      title: `Assay: ${more} more`,
      message: `…and ${more} more of level ${level}. The job summary and the reports have all of them.`,
    },
  ];
}

function annotate(report: Report, finding: ReportedFinding): Annotation {
  const rule = Object.hasOwn(report.rules, finding.ruleId)
    ? report.rules[finding.ruleId]
    : undefined;
  const level =
    finding.decision === "block"
      ? "error"
      : finding.severity === "low" || finding.severity === "info"
        ? "notice"
        : "warning";
  return {
    level,
    title: clip(
      escapeControlCharacters(`${finding.severity}: ${rule?.title ?? finding.ruleId}`),
      TITLE_LIMIT,
    ),
    message: messageText([
      finding.message,
      contextOf(report.subject, finding),
      finding.remediation,
      finding.ruleId,
    ]),
    ...placeInFile(report.subject, finding),
  };
}

function contextOf(subject: ReportSubject, finding: ReportedFinding): string | undefined {
  const { location } = finding;
  if (location?.commit !== undefined && !isOfRun(subject, location.commit))
    return `Found at ${placeOf(location)}`;
  const about = aboutOf(finding);
  return about === undefined || finding.message.includes(about) ? undefined : `About ${about}`;
}

/** A place in an old commit would point at whatever stands there today: the message names it instead. */
function placeInFile(
  subject: ReportSubject,
  { location }: { readonly location?: Location | undefined },
): Partial<Annotation> {
  if (location === undefined) return {};
  if (location.commit !== undefined && !isOfRun(subject, location.commit)) return {};
  const { path, startLine, startColumn, endColumn } = location;
  const file = escapeControlCharacters(path);
  if (startLine === undefined) return { file };
  const endLine = Math.max(startLine, location.endLine ?? startLine);
  // The runner takes columns only for a piece of one line.
  if (endLine !== startLine || startColumn === undefined) return { file, startLine, endLine };
  const lastColumn = Math.max(startColumn, (endColumn ?? startColumn + 1) - 1);
  return { file, startLine, endLine, startColumn, endColumn: lastColumn };
}

/** What the run's own commit brought is still in the files that its page shows. */
function isOfRun({ commit, headCommit }: ReportSubject, sha: string): boolean {
  return sha === commit || sha === headCommit;
}

function messageText(parts: readonly (string | undefined)[]): string {
  const texts = parts.filter((part) => part !== undefined).filter((part) => part !== "");
  return clip(
    texts.map((part) => escapeControlCharacters(part).replace(/[^.!?…]$/, "$&.")).join(" "),
    ANNOTATION_MESSAGE_LIMIT,
  );
}
