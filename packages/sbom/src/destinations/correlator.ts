import { createHash } from "node:crypto";

const MAX_PART = 80;

/**
 * What tells the snapshots of one job from those of every other: workflow, job, values of the matrix, place. Of two snapshots with
 * one correlator the later one replaces the earlier.
 */
export function correlatorOf(
  environment: Readonly<Record<string, string | undefined>>,
  matrix: string | undefined,
  parts: readonly string[],
): string {
  const {
    GITHUB_WORKFLOW_REF: ref = "",
    GITHUB_WORKFLOW: name = "",
    GITHUB_JOB: job = "",
  } = environment;
  // The file is unique in the repository, the name of a workflow is not.
  const file = /\/(\.github\/workflows\/[^@]+)@/.exec(ref)?.[1];
  return ["assay", file ?? name, job, matrixText(matrix), ...parts]
    .filter((part) => part !== "")
    .map(plain)
    .join(" ");
}

/** `os=ubuntu,node=24`. */
function matrixText(json = ""): string {
  try {
    const matrix: unknown = JSON.parse(json);
    if (typeof matrix !== "object" || matrix === null) return "";
    return Object.entries(matrix)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`)
      .join(",");
  } catch {
    return json;
  }
}

/** Printable ASCII without blanks, and no longer than need be: what gets lost so is told apart by a piece of a hash. */
function plain(text: string): string {
  const kept = text.replace(/[^!-~]+/g, "-");
  if (kept === text && text.length <= MAX_PART) return text;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
  return `${kept.slice(0, MAX_PART)}-${hash}`;
}
