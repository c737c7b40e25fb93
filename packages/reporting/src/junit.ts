import type { ActSummary, CheckSummary, Report, ReportedFinding } from "@assay/core";
import { clip, escapeXml } from "@assay/core";
import { answerText, fixText } from "./clocks.ts";
import { shownGroups } from "./groups.ts";
import { inspectedOf, whereOf } from "./phrases.ts";
import { subjectFacts } from "./subject-text.ts";

const TEXT_LIMIT = 2000;

/**
 * JUnit XML for CI systems that know nothing else: a suite per check, a case per finding; a suite per act, a case per record. What blocks is a failure, what is
 * suppressed is skipped, what is only reported passes with its text as output; a check without findings is one passing
 * case, one that could not work is an error.
 */
export function renderJunit(report: Report): string {
  const ordered = shownGroups(report.findings).flat();
  const suites = report.checks.map((check) => ({
    check,
    findings: ordered.filter((finding) => finding.check === check.check),
  }));
  const totals = [
    ...suites.map(({ check, findings }) => countsOf(check, findings)),
    ...report.acts.map(actCounts),
  ];
  const sum = (key: "tests" | "failures" | "errors" | "skipped") =>
    totals.reduce((total, counts) => total + counts[key], 0);
  const document = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${attribute(`assay ${report.command}`)}" tests="${sum("tests")}" failures="${sum("failures")}" errors="${sum("errors")}" skipped="${sum("skipped")}">`,
    ...suites.flatMap(({ check, findings }) => suite(report, check, findings)),
    ...report.acts.flatMap((act) => actSuite(report, act)),
    "</testsuites>",
  ];
  return `${document.join("\n")}\n`;
}

function countsOf(check: CheckSummary, findings: readonly ReportedFinding[]): Counts {
  const own = check.error !== undefined || findings.length === 0 ? 1 : 0;
  return {
    tests: findings.length + own,
    failures: findings.filter(({ decision }) => decision === "block").length,
    errors: check.error === undefined ? 0 : 1,
    skipped: findings.filter(({ status }) => status === "suppressed").length,
  };
}

function suite(
  report: Report,
  check: CheckSummary,
  findings: readonly ReportedFinding[],
): readonly string[] {
  return [
    suiteStart(report, check.title, countsOf(check, findings)),
    ...ownCase(check, findings.length === 0),
    ...findings.flatMap(findingCase),
    "  </testsuite>",
  ];
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

function suiteStart(report: Report, title: string, counts: Counts): string {
  const properties = subjectFacts(report).map(
    ([name, value]) => `      <property name="${attribute(name)}" value="${attribute(value)}"/>\n`,
  );
  const about =
    properties.length === 0 ? "" : `\n    <properties>\n${properties.join("")}    </properties>`;
  return `  <testsuite name="${attribute(title)}" tests="${counts.tests}" failures="${counts.failures}" errors="${counts.errors}" skipped="${counts.skipped}" timestamp="${attribute(report.generatedAt)}">${about}`;
}

function actCounts({ records, failures }: ActSummary): Counts {
  const rejected = failures.filter(({ kind }) => kind === "policy").length;
  return {
    tests: records.length + failures.length,
    failures: rejected,
    errors: failures.length - rejected,
    skipped: 0,
  };
}

/** A record passes; a proof that does not hold is a failure, all else that failed an error. */
function actSuite(report: Report, act: ActSummary): readonly string[] {
  const name = (what: string, item: string) =>
    `    <testcase classname="${attribute(`assay.${act.act}`)}" name="${attribute(`${what}: ${item}`)}"`;
  return [
    suiteStart(report, act.title, actCounts(act)),
    ...act.records.map((record) => `${name(record.act, record.subject.name)}/>`),
    ...act.failures.flatMap(({ item, kind, message, hint, ruleId }) => {
      const tag = kind === "policy" ? "failure" : "error";
      const body = [message, hint, `Rule: ${ruleId}`].filter((text) => text !== undefined);
      return [
        `${name("failed", item)}>`,
        `      <${tag} message="${attribute(message)}" type="${kind}">${lines(body.join("\n"))}</${tag}>`,
        "    </testcase>",
      ];
    }),
    "  </testsuite>",
  ];
}

function ownCase(check: CheckSummary, isClean: boolean): readonly string[] {
  const className = attribute(`assay.${check.check}`);
  if (check.error !== undefined) {
    const { message, hint, problems = [] } = check.error;
    const body = [message, ...problems, hint].filter((text) => text !== undefined).join("\n");
    return [
      `    <testcase classname="${className}" name="The check does its work">`,
      `      <error message="${attribute(message)}" type="${check.error.kind}">${lines(body)}</error>`,
      "    </testcase>",
    ];
  }
  if (!isClean) return [];
  const name = attribute(`No findings (${inspectedOf(check)} looked at)`);
  return [`    <testcase classname="${className}" name="${name}"/>`];
}

function findingCase(finding: ReportedFinding): readonly string[] {
  const where = whereOf(finding);
  const name = attribute(where === undefined ? finding.message : `${where}: ${finding.message}`);
  const file = finding.location === undefined ? "" : ` file="${attribute(finding.location.path)}"`;
  const body = lines(
    [
      finding.message,
      where === undefined ? undefined : `Where: ${where}`,
      finding.subject?.scope === undefined ? undefined : `Scope: ${finding.subject.scope}`,
      finding.remediation === undefined ? undefined : `To do: ${finding.remediation}`,
      `Decision: ${finding.decisionReason}`,
      finding.slo && `Answer: ${answerText(finding)}; fix: ${fixText(finding)}`,
      `Fingerprint: ${finding.fingerprint}`,
    ]
      .filter((text) => text !== undefined)
      .join("\n"),
  );
  const inner =
    finding.decision === "block"
      ? `<failure message="${attribute(finding.message)}" type="${finding.severity}">${body}</failure>`
      : finding.status === "suppressed"
        ? `<skipped message="${attribute(finding.decisionReason)}"/>`
        : `<system-out>${body}</system-out>`;
  return [
    `    <testcase classname="${attribute(finding.ruleId)}" name="${name}"${file}>`,
    `      ${inner}`,
    "    </testcase>",
  ];
}

function attribute(text: string): string {
  return escapeXml(clip(text, TEXT_LIMIT));
}

/** Each line on its own, for only the text between them is foreign. */
function lines(text: string): string {
  return text.split("\n").map(attribute).join("\n");
}
