import type { Location, Report, ReportedFinding, Workspace } from "@assay/core";
import { excerptOf } from "@assay/core";

/** Findings that get their line quoted, from the front of the report; no reader looks at more. */
const MAX_QUOTED = 500;
const MAX_FILE_BYTES = 20 * 1024 * 1024;
const MAX_ALL_BYTES = 100 * 1024 * 1024;

/**
 * The report with the line of source under each place in the work tree. A file that is gone, too large or no text stays without.
 *
 * Nothing is quoted for the checks named in `sensitive`, nor is any line that one of their findings points at, whoever else points
 * at it: there stands a secret.
 */
export async function quoteSources(
  report: Report,
  workspace: Workspace,
  sensitive: ReadonlySet<string>,
): Promise<Report> {
  const secretLines = new Set(
    report.findings
      .filter(({ check }) => sensitive.has(check))
      .flatMap(({ location, relatedLocations = [] }) => [location, ...relatedLocations])
      .flatMap((location) => (location === undefined ? [] : linesOf(location))),
  );
  const wanted = report.findings.filter(
    (finding) =>
      finding.status === "open" &&
      !sensitive.has(finding.check) &&
      isQuotable(finding.location) &&
      !linesOf(finding.location).some((line) => secretLines.has(line)),
  );
  const places = wanted.slice(0, MAX_QUOTED).flatMap(({ location }) => location ?? []);
  const quoted = new Set(wanted);
  const texts = await readLines(places, workspace);
  const quote = (finding: ReportedFinding): ReportedFinding => {
    const { location } = finding;
    const text = location === undefined ? undefined : texts.get(keyOf(location));
    if (location === undefined || text === undefined || !quoted.has(finding)) return finding;
    const { startLine, startColumn, endLine, endColumn } = location;
    const isOneLine = endLine === undefined || endLine === startLine;
    const to = isOneLine ? endColumn : text.length + 1;
    return { ...finding, location: { ...location, excerpt: excerptOf(text, startColumn, to) } };
  };
  return { ...report, findings: report.findings.map(quote) };
}

function isQuotable(location: Location | undefined): location is Location {
  if (location === undefined || location.excerpt !== undefined) return false;
  const { commit, startLine } = location;
  return commit === undefined && startLine !== undefined && Number.isSafeInteger(startLine);
}

function keyOf({ path, startLine }: Location): string {
  return `${path}\0${startLine}`;
}

/** The lines of a place. A secret of many lines (a private key) hides in all of them. */
function linesOf({ path, startLine = 0, endLine = startLine }: Location): readonly string[] {
  const count = Math.min(Math.max(1, endLine - startLine + 1), 1000);
  return Array.from({ length: count }, (_, index) => `${path}\0${startLine + index}`);
}

/** The texts of single lines, by `keyOf` their place. Each file is read once. */
async function readLines(
  places: readonly Location[],
  workspace: Workspace,
): Promise<ReadonlyMap<string, string>> {
  const byPath = new Map<string, Set<number>>();
  for (const { path, startLine = 1 } of places) {
    const lines = byPath.get(path);
    if (lines === undefined) byPath.set(path, new Set([startLine]));
    else lines.add(startLine);
  }
  const texts = new Map<string, string>();
  let room = MAX_ALL_BYTES;
  for (const [path, lines] of byPath) {
    const bytes = await workspace
      .readIfPresent(path, Math.min(MAX_FILE_BYTES, room))
      .catch(() => undefined);
    if (bytes === undefined) continue;
    room -= bytes.length;
    for (const [line, text] of pick(new TextDecoder().decode(bytes), lines)) {
      if (!text.includes("\0")) texts.set(`${path}\0${line}`, text);
    }
  }
  return texts;
}

function pick(text: string, wanted: ReadonlySet<number>): readonly (readonly [number, string])[] {
  const last = Math.max(...wanted);
  const found: (readonly [number, string])[] = [];
  for (let line = 1, start = 0; line <= last && start <= text.length; line++) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (wanted.has(line)) found.push([line, text.slice(start, end).replace(/\r$/, "")]);
    start = end + 1;
  }
  return found;
}
