import type { ActSummary, Outcome, Report, ReportedFinding, Rule } from "@assay/core";
import { compareText, escapeControlCharacters, groupBy, PROJECT_URL, plural } from "@assay/core";
import { atCheckout } from "./at-checkout.ts";
import { jsonText } from "./json-text.ts";
import { withoutLinks } from "./links.ts";
import { failureResults, findingResult, type RankedResult, sarifRuleId } from "./sarif-result.ts";
import { orElse, sarifRule } from "./sarif-rule.ts";
import { subjectFacts } from "./subject-text.ts";

/** GitHub keeps this many results of a run, the most severe ones. */
export const SARIF_RESULT_LIMIT = 5000;
/** The size of an upload after gzip. */
const SARIF_GZIP_LIMIT = 10_000_000;

/**
 * SARIF 2.1.0 for code scanning: one run, everything that GitHub requires and nothing that it refuses.
 *
 * `partialFingerprints` has our own stable key and leaves `primaryLocationLineHash` to the uploader, which would warn about
 * one that differs from its own. Over the limits the suppressed and the mild findings go; `properties.omittedResults` says
 * how many.
 */
export function renderSarif(report: Report, limit: number = SARIF_RESULT_LIMIT): string {
  const placed = atCheckout(report);
  const { command, acts, findings, outcome, headline } = placed;
  return renderRun(placed, { category: [command], acts, findings, outcome, headline }, limit);
}

/** The part of a report that is uploaded under a category of its own. */
export interface SarifPart {
  /** The id of a check, or `suppressions`: only its findings are in it, which may be none. */
  readonly check: string;
  /** The segments of the category, after `assay`. */
  readonly category: readonly string[];
}

/**
 * One check of a report as a log of its own, for an upload: code scanning closes every alert of a category that its next upload
 * does not hold, so what one check did not look at must not stand under the name of another.
 */
export function renderCheckSarif(
  report: Report,
  { check, category }: SarifPart,
  limit: number = SARIF_RESULT_LIMIT,
): string {
  const placed = atCheckout(report);
  const findings = placed.findings.filter((finding) => finding.check === check);
  const summary = report.checks.find((one) => one.check === check);
  const { outcome = "pass", title = check } = summary ?? {};
  const headline = `${title}: ${summary?.coverage.summary ?? plural(findings.length, "finding")}`;
  return renderRun(placed, { category, acts: [], findings, outcome, headline }, limit);
}

interface SarifRun {
  readonly category: readonly string[];
  readonly acts: readonly ActSummary[];
  readonly findings: readonly ReportedFinding[];
  readonly outcome: Outcome;
  readonly headline: string;
}

function renderRun(report: Report, run: SarifRun, limit: number): string {
  const findings = [
    ...run.findings.filter(({ decision }) => decision === "block"),
    ...run.findings.filter(({ status, decision }) => status === "open" && decision === "report"),
    ...run.findings.filter(({ status }) => status === "suppressed"),
  ];
  const ranked = [...run.acts.flatMap(failureResults), ...findings.map(findingResult)];
  for (let count = Math.min(ranked.length, limit); ; count = Math.floor(count / 2)) {
    const text = jsonText(sarifLog(report, run, ranked.slice(0, count)));
    // Gzip is never larger than its input but for a few bytes: small logs need no measuring.
    if (text.length * 3 < SARIF_GZIP_LIMIT || count === 0) return text;
    if (gzipped(text) <= SARIF_GZIP_LIMIT) return text;
  }
}

/** Loaded where it is needed: every run would pay for it, and hardly one has so many findings. */
function gzipped(text: string): number {
  return process.getBuiltinModule("node:zlib").gzipSync(text).byteLength;
}

function sarifLog(report: Report, run: SarifRun, results: readonly RankedResult[]) {
  const byRule = groupBy(results, ({ ruleId }) => ruleId);
  const varied = new Map(run.findings.map((finding) => [sarifRuleId(finding), finding]));
  const ids = [...byRule.keys()].sort(compareText);
  const indexes = new Map(ids.map((id, index) => [id, index]));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Assay",
            informationUri: PROJECT_URL,
            version: orElse(report.tool.version, "0"),
            semanticVersion: orElse(report.tool.version, "0.0.0"),
            rules: ids.map((id) =>
              sarifRule(
                ruleOf(report, id, varied.get(id)),
                byRule.get(id) ?? [],
                varied.get(id)?.variant?.score,
              ),
            ),
          },
        },
        automationDetails: { id: categoryOf(run.category) },
        ...versionControl(report),
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: {
          "%SRCROOT%": { description: { text: "The root of the repository." } },
        },
        results: results.map(({ ruleId, body }) => ({
          ruleId,
          ruleIndex: indexes.get(ruleId) ?? 0,
          ...body,
        })),
        properties: {
          outcome: run.outcome,
          headline: escapeControlCharacters(run.headline),
          subject: Object.fromEntries(
            subjectFacts(report).map(([label, value]) => [label, escapeControlCharacters(value)]),
          ),
          ...(report.clocks !== undefined && { clocks: report.clocks }),
          omittedResults: total(run) - results.length,
        },
      },
    ],
  };
}

function total({ acts, findings }: SarifRun): number {
  return acts.reduce((sum, { failures }) => sum + failures.length, findings.length);
}

/** Which commit the results are of (SARIF 2.1.0, 3.14.14), where the server is known. */
function versionControl({ subject }: Report) {
  const { server, repository, commit, ref } = subject;
  if (server === undefined || repository === undefined) return {};
  const details = {
    repositoryUri: `${server}/${repository}`,
    ...(commit !== undefined && { revisionId: commit }),
    ...(ref !== undefined && { branch: ref }),
    mappedTo: { uriBaseId: "%SRCROOT%" },
  };
  return { versionControlProvenance: [details] };
}

/** The slash at the end is what makes an id a category. */
function categoryOf(segments: readonly string[]): string {
  return ["assay", ...segments]
    .map((segment) => `${encodeURIComponent(segment.toWellFormed())}/`)
    .join("");
}

function ruleOf(report: Report, id: string, finding: ReportedFinding | undefined): Rule {
  const { ruleId = id, variant } = finding ?? {};
  const known = Object.hasOwn(report.rules, ruleId) ? report.rules[ruleId] : undefined;
  const rule = known ?? { id, title: id, description: id, help: "", severity: "medium" };
  if (variant === undefined) return rule;
  // A database wrote these texts.
  const [title = "", help = ""] = [variant.title, variant.help].map((text) =>
    withoutLinks(escapeControlCharacters(text)),
  );
  const { helpUri = rule.helpUri } = variant;
  return { ...rule, id, title, help: `${help}\n\n${rule.help}`, ...(helpUri && { helpUri }) };
}
