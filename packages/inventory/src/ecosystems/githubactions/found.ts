import { UsageError } from "@assay/core";
import { readYaml } from "../../yaml/read.ts";
import { isYamlMap, mapAt, textAt, type YamlMap, type YamlValue } from "../../yaml/value.ts";

/** Something that a workflow or an action runs. */
export interface Found {
  /** `actions/checkout@v6`, `docker://alpine`, `./local`. */
  readonly uses: string;
  /** 1-based. */
  readonly line: number;
  readonly comment?: string;
}

export interface FoundUses {
  readonly name?: string | undefined;
  readonly uses: readonly Found[];
  /** Whether it is built from a file of the repository: which one. */
  readonly dockerfile?: string;
  readonly problems: readonly UsesProblem[];
}

export interface UsesProblem {
  readonly reason: string;
  /** 1-based. */
  readonly line?: number;
  /** A sentence. */
  readonly advice: string;
}

/**
 * What a workflow or the metadata of an action (https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax) uses.
 * Where it is no YAML that this house reads (with anchors, say), it is looked at line by line. `undefined` where a file has neither jobs
 * nor runs: it is something else.
 */
export function foundUses(path: string, text: string): FoundUses | undefined {
  const lines = usesLines(text);
  let top: YamlValue | undefined;
  try {
    top = readYaml(path, text).documents[0]?.value;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return {
      uses: lines,
      problems: [
        {
          reason: `${error.message}; only lines with \`uses\` are known`,
          advice: "Look at it with another tool.",
        },
      ],
    };
  }
  if (!isYamlMap(top)) return undefined;
  const jobs = mapAt(top, "jobs");
  const runs = mapAt(top, "runs");
  if (jobs === undefined && runs === undefined) return undefined;
  const problems: UsesProblem[] = [];
  const raw: { readonly uses: string; readonly line: number }[] = [];
  const add = (value: YamlValue | undefined, line: number, prefix = "") => {
    if (value === undefined || value === null) return;
    if (typeof value !== "string")
      problems.push({ reason: "what is used is no text", line, advice: CORRECT });
    else if (value.includes("${{"))
      problems.push({
        reason: `what is used is an expression: ${value.slice(0, 200)}`,
        line,
        advice: "Name the image itself, if it is always the same.",
      });
    else if (value !== "") raw.push({ uses: prefix + value, line });
  };
  const addSteps = (steps: YamlValue | undefined) => {
    for (const step of Array.isArray(steps) ? steps : []) {
      if (!isYamlMap(step)) continue;
      add(step.entries.get("uses"), step.line);
      // Steps that run at once.
      addSteps(step.entries.get("parallel"));
    }
  };
  for (const job of jobs?.entries.values() ?? []) {
    if (!isYamlMap(job)) continue;
    add(job.entries.get("uses"), job.line);
    addSteps(job.entries.get("steps"));
    addImage(job.entries.get("container"), job.line, add);
    for (const service of mapAt(job, "services")?.entries.values() ?? [])
      addImage(service, job.line, add);
  }
  addSteps(runs?.entries.get("steps"));
  const image = textAt(runs, "image");
  const isBuilt = image !== undefined && !image.startsWith("docker://");
  if (image !== undefined && !isBuilt) add(image, runs?.line ?? 1);
  return {
    name: textAt(top, "name"),
    uses: raw.map((each) => lineOf(each, lines)),
    ...(isBuilt ? { dockerfile: image } : {}),
    problems,
  };
}

const CORRECT = "Correct the file.";

/** An image by itself, or with credentials and the like. */
function addImage(
  value: YamlValue | undefined,
  line: number,
  add: (value: YamlValue | undefined, line: number, prefix: string) => void,
): void {
  const own: YamlMap | undefined = isYamlMap(value) ? value : undefined;
  add(own === undefined ? value : own.entries.get("image"), own?.line ?? line, "docker://");
}

/** Every line of the form `uses: value # comment`, wherever it stands. */
function usesLines(text: string): readonly Found[] {
  return text.split("\n").flatMap((line, index): readonly Found[] => {
    const [, uses, comment] =
      /^\s*(?:-\s+)?["']?uses["']?\s*:\s*["']?([^\s"'#]+)["']?\s*(?:#(.*))?$/.exec(
        line.slice(0, 2000),
      ) ?? [];
    if (uses === undefined) return [];
    const found = { uses, line: index + 1 };
    return [comment === undefined ? found : { ...found, comment: comment.trim() }];
  });
}

/** The line with the `uses` of a step, which begins before it, or on it. */
function lineOf(
  { uses, line }: { readonly uses: string; readonly line: number },
  lines: readonly Found[],
): Found {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  // A step has few lines: the next `uses` is its own.
  const next = lines[low];
  return next?.uses === uses ? next : { uses, line };
}
