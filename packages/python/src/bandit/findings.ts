import { clip, type Finding, type Severity } from "@assay/core";
import type { Change } from "../change/change.ts";
import { columnOf, createNames, type Located } from "../located.ts";
import type { Sources } from "../sources.ts";
import type { BanditIssue } from "./report.ts";
import type { BanditRun } from "./run.ts";

const SEVERITY: Readonly<Record<string, Severity>> = { HIGH: "high", MEDIUM: "medium", LOW: "low" };
/** They put the password into their text. */
const PASSWORDS: ReadonlySet<string> = new Set(["B105", "B106", "B107"]);

/** Whether a line that the issue points at holds a secret. */
export function showsPassword({ test }: BanditIssue): boolean {
  return PASSWORDS.has(test);
}

/**
 * Findings of a run. What `# nosec` hides is there as suppressed; one in a line that a change from outside adds does not count.
 *
 * @param addedMarksCount whether marks count in lines that the change adds
 */
export async function banditFindings(
  { issues, hidden }: BanditRun,
  sources: Sources,
  change: Change | string,
  addedMarksCount: boolean,
): Promise<readonly Located[]> {
  const nameOf = createNames();
  const found: Located[] = [];
  const suppressed = new Set(hidden);
  const all = [...issues, ...hidden].sort((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line,
  );
  for (const issue of all) {
    const { path, test, first, last } = issue;
    const source = await sources.line(path, issue.line);
    const content = showsPassword(issue) ? source.replace(/(["']).*\1/, "") : source;
    const fingerprint = nameOf("python.bandit", test, path, content.trim());
    const finding = findingOf(issue, source, fingerprint);
    const place = { path, first, last, wholeFile: false };
    if (!suppressed.has(issue)) {
      found.push({ finding, ...place });
      continue;
    }
    const isNew = typeof change !== "string" && change.touchesLines(path, first, last);
    const counts = addedMarksCount || !(isNew || typeof change === "string");
    const isBare = !(await marksOf(issue, sources)).some(
      (mark) => mark.includes(test.toLowerCase()) || mark.includes(issue.name.toLowerCase()),
    );
    const reason = isBare ? "a bare `# nosec`" : `\`# nosec ${test}\``;
    found.push({
      finding: counts ? { ...finding, suppression: { by: "inline", reason } } : finding,
      ...place,
    });
    if (isNew && isBare && counts) {
      found.push({
        finding: {
          ruleId: "python.nosec",
          severity: "medium",
          message: `A bare # nosec hides ${test} (${issue.name}) and everything else in this line`,
          fingerprint: nameOf("python.nosec", path, content.trim()),
          location: { path, startLine: issue.line },
          remediation: `Write \`# nosec ${test}\` and say why it is safe.`,
        },
        ...place,
      });
    }
  }
  return found;
}

function findingOf(issue: BanditIssue, source: string, fingerprint: string): Finding {
  const { path, test, name, line, cwe, moreInfo } = issue;
  const last = Math.max(line, issue.last);
  // In an old report or a string of many lines the column is that of another line.
  const hasColumn = issue.column >= 0 && issue.column <= source.length * 4;
  const isOneLine = last === line && issue.endColumn > issue.column;
  const page = moreInfo?.startsWith("https://") === true ? moreInfo : undefined;
  const weakness = cwe === undefined ? "" : ` It is CWE-${cwe.id}.`;
  const text = showsPassword(issue) ? (issue.text.split(":")[0] ?? name) : issue.text;
  return {
    ruleId: "python.bandit",
    variant: {
      id: test,
      title: `${test} ${name.replaceAll("_", " ")}`,
      help: `bandit's test ${test} (\`${name}\`).${weakness} Change the code as its page says. Where it is safe, write \`# nosec ${test}\` behind it and say why.`,
      ...(page !== undefined && { helpUri: page }),
    },
    severity: SEVERITY[issue.severity] ?? "info",
    message: clip(
      `${text.replace(/\s+/g, " ").trim()} (confidence ${issue.confidence.toLowerCase()})`,
      500,
    ),
    fingerprint,
    location: {
      path,
      startLine: line,
      endLine: last,
      ...(hasColumn && { startColumn: columnOf(source, issue.column) }),
      ...(hasColumn && isOneLine && { endColumn: columnOf(source, issue.endColumn) }),
    },
    ...(cwe?.link.startsWith("https://") && {
      links: [{ label: `CWE-${cwe.id}`, url: cwe.link }],
    }),
  };
}

/** What stands behind the `nosec` of its lines, in lower case. */
async function marksOf({ path, lines }: BanditIssue, sources: Sources): Promise<readonly string[]> {
  const marks: string[] = [];
  for (const line of lines.slice(0, 1000)) {
    const mark = /#\s*nosec\b(.*)/i.exec(await sources.line(path, line))?.[1];
    if (mark !== undefined) marks.push(mark.toLowerCase());
  }
  return marks;
}
