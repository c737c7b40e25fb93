import type { Report, ReportSettings } from "@assay/core";

/** What a report is about and by which settings it was made, in the words of all renderers. Not escaped yet. */

const ORIGINS: Readonly<Record<ReportSettings["sources"][number]["from"], string>> = {
  "work-tree": "",
  base: " of the base branch",
  input: " of an input",
};

/** Label and value of everything that the run knows of its sources: `["Commit", "4f2a9c1e7b…"]`. */
export function subjectFacts({
  subject,
  settings,
}: Report): readonly (readonly [string, string])[] {
  const { repository, commit, headCommit, ref, event, pullRequest, runUrl } = subject;
  const folder = subject.workingDirectory;
  const sources = settings.sources.map(
    ({ what, path, from }) => `${what === path ? "" : `${what} `}${path}${ORIGINS[from]}`,
  );
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["Repository", repository],
    ["Commit", commit],
    ["Head commit", headCommit],
    ["Ref", ref],
    ["Event", event],
    ["Pull request", pullRequest === undefined ? undefined : String(pullRequest)],
    ["Folder", folder === "." ? undefined : folder],
    ["Run", runUrl],
    ["Settings", sources.length === 0 ? undefined : [...new Set(sources)].join(", ")],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
}
