import { UsageError } from "@assay/core";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockProblem } from "../../assemble/parts.ts";
import type { Reader } from "../ecosystem.ts";
import { condaEntry } from "./conda-entry.ts";
import type { CondaEntry } from "./package.ts";
import { pypiEntry } from "./pypi-entry.ts";

/**
 * A list of archives below `@EXPLICIT`, as `conda list --explicit` writes it:
 * https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html#building-identical-conda-environments. It says
 * nothing of what needs what.
 */
export const readExplicitList: Reader = async (input) => {
  const { path, text } = input;
  const lines = text.split(/\r\n|[\r\n]/);
  const start = lines.findIndex((line) => line.trim() === "@EXPLICIT");
  // Any text may be called so.
  if (start < 0 && path.endsWith(".txt") && !/\.(?:conda|tar\.bz2)\b/.test(text)) return [];
  if (start < 0) throw new UsageError(`${path} has no line @EXPLICIT`);
  const entries: CondaEntry[] = [];
  const problems: LockProblem[] = [];
  for (const [index, raw] of lines.entries()) {
    const content = raw.trim();
    const line = index + 1;
    // conda-lock writes what pip installs as a comment.
    const pip = /^# pip ([\w.-]+) @ (\S+?)(?:#?\s*(?:--hash=)?sha256[:=](\w+))?$/.exec(content);
    if (content === "" || content === "@EXPLICIT" || (content.startsWith("#") && pip === null))
      continue;
    const [, location = "", digest] = /^([^#\s]+)(?:#(\S+))?$/.exec(content) ?? [];
    const entry =
      pip === null
        ? condaEntry(input, { location, ...digestOf(digest), depends: [], line })
        : (pypiEntry(input, {
            location: pip[2] ?? "",
            name: pip[1] ?? "",
            version: wheelVersion(pip[2] ?? ""),
            sha256: pip[3],
            line,
          }) ?? "it names no package");
    if (typeof entry === "string") problems.push({ item: `line ${line}`, line, reason: entry });
    else {
      entries.push(entry);
      for (const problem of entry.problems) problems.push(problem);
    }
  }
  return [
    assembleGraph({
      path,
      format: "conda-explicit",
      ecosystem: "conda",
      roots: [],
      nodes: entries.map(({ node, artifact }) => ({
        ...node,
        artifacts: artifact === undefined ? [] : [artifact],
      })),
      edges: [],
      edgeCompleteness: "unknown",
      problems,
      covers: [],
      integrityAdvice: "Write the list with checksums: `conda list --explicit --sha256`.",
    }),
  ];
};

/** An MD5, or a SHA-256 with or without its name. */
function digestOf(digest: string | undefined) {
  if (digest === undefined) return {};
  const sha256 = digest.replace(/^sha256:/, "");
  return sha256 !== digest || digest.length === 64 ? { sha256 } : { md5: digest };
}

/** A wheel's name has its version behind the first hyphen, that of an sdist behind the last one. */
function wheelVersion(url: string): string | undefined {
  const file = url.split(/[?#]/, 1)[0]?.split("/").at(-1) ?? "";
  return file.endsWith(".whl") ? file.split("-")[1] : /-([^-]+)\.(?:tar\.\w+|zip)$/.exec(file)?.[1];
}
