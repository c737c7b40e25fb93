import type { Report, ReportedFinding } from "@assay/core";
import { clip, escapeControlCharacters, wrap } from "@assay/core";
import { answerText, clockedFindings, clockOwner, clockSummary, fixText } from "./clocks.ts";
import { nextStep } from "./phrases.ts";
import { subjectFacts } from "./subject-text.ts";
import { actLines } from "./text-act.ts";
import { checkLines, OUTCOME_STYLES } from "./text-check.ts";
import { bullet, colourPaint, MAX_TEXT, type Page, plainPaint } from "./text-layout.ts";

export interface TextOptions {
  readonly colour?: boolean;
  /** Columns of the terminal; 100 where it is not given. */
  readonly width?: number;
}

/** Above this the verdict stands at the top too: no screen shows both ends. */
const SCREEN_LINES = 50;
const ACCEPT_HINT =
  "To accept a finding for a time, add its fingerprint to `suppressions`; `--format json` shows it.";

/**
 * For a terminal: check by check, what is to know first, what was found and what was not looked at; the verdict and the
 * next step last. Findings that are alike are shown once, with a line for each of the others up to a limit.
 */
export function renderText(report: Report, options: TextOptions = {}): string {
  const page: Page = {
    paint: options.colour === true ? colourPaint : plainPaint,
    width: Math.max(40, options.width ?? 100),
  };
  const { paint, width } = page;
  const body = [
    ...report.checks.flatMap((check) => [...checkLines(report, check, page), ""]),
    ...report.acts.flatMap((act) => [...actLines(act, page), ""]),
  ];
  body.push(...clockLines(report, page));
  if (report.notices.length > 0) {
    const notices = report.notices.flatMap((notice) => bullet(notice, page));
    body.push(paint("bold", "Notices"), ...notices, "");
  }
  if (report.findings.some(isWithoutEntry)) {
    body.push(...wrap(ACCEPT_HINT, width, 0).map((line) => paint("dim", line)), "");
  }
  body.push(...subjectLines(report, page));
  const verdict = wrap(escapeControlCharacters(report.headline), width, 0).map((line) =>
    paint("bold", paint(OUTCOME_STYLES[report.outcome], line)),
  );
  const step = nextStep(report);
  // What is on the screen already is not said again.
  const isShown =
    body.length <= SCREEN_LINES && report.checks.some(({ error }) => error?.hint === step);
  const next =
    step === undefined || isShown
      ? []
      : wrap(`Next: ${clip(escapeControlCharacters(step), MAX_TEXT)}`, width, 0);
  const start = body.length > SCREEN_LINES ? [...verdict, ""] : [];
  return `${[...start, ...body, ...verdict, ...next].join("\n")}\n`;
}

const MAX_CLOCKS = 20;

/** How response clocks stand, and which of them are late or will be soon. */
function clockLines(report: Report, page: Page): readonly string[] {
  const summary = clockSummary(report);
  if (summary === undefined) return [];
  const findings = clockedFindings(report);
  const left = findings.length - MAX_CLOCKS;
  const lines = findings.slice(0, MAX_CLOCKS).flatMap((finding) => {
    const { severity, message } = finding;
    const facts = [`answer ${answerText(finding)}`, `fix ${fixText(finding)}`];
    const text = `${severity}: ${message} (${facts.join("; ")}; owner ${clockOwner(finding)})`;
    return bullet(text, page);
  });
  return [
    ...wrap(`Response clocks: ${summary}`, page.width, 0).map((line) => page.paint("bold", line)),
    ...lines,
    ...(left > 0 ? [`  - …and ${left} more: \`--format json\` lists all`] : []),
    "",
  ];
}

/** What fails the run and shows nothing to paste. */
function isWithoutEntry({ decision, evidence = [] }: ReportedFinding): boolean {
  return decision === "block" && !evidence.some(({ verbatim }) => verbatim === true);
}

/** Which sources and settings it was, and what the change makes milder. */
function subjectLines(report: Report, { paint, width }: Page): readonly string[] {
  const facts = subjectFacts(report).map(([label, value]) => `${label.toLowerCase()} ${value}`);
  const loosened = report.settings.loosened.flatMap(({ key, before, after }) =>
    wrap(
      clip(
        escapeControlCharacters(`The change loosens ${key}: ${before} becomes ${after}`),
        MAX_TEXT,
      ),
      width,
      0,
    ),
  );
  const about =
    facts.length === 0 ? [] : wrap(escapeControlCharacters(`Of ${facts.join(", ")}`), width, 0);
  return [
    ...loosened.map((line) => paint("yellow", line)),
    ...about.map((line) => paint("dim", line)),
    ...(facts.length + loosened.length === 0 ? [] : [""]),
  ];
}
