import { plural } from "@assay/core";
import type { PackageGraph } from "../../../graph.ts";
import { folderOf, fromLockfileFolder } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { assemble } from "../assemble.ts";
import type { Need, Problem, PythonEntry } from "../entry.ts";
import { installedFolders } from "../installed.ts";
import { folderName, MANIFESTS } from "../manifests.ts";
import { REQUIREMENTS_FILES } from "../requirements-files.ts";
import { folderSource } from "../source.ts";
import { type RequirementEntry, readEntries, sourcesOf } from "./entries.ts";
import { readFiles } from "./files.ts";
import { compiledFrom, namesCommand } from "./via.ts";

const MAX_NAMED = 5;
const MAX_PROBLEMS = 20;

/**
 * The packages of a requirements file. It lists what is installed and not what needs what: edges are known only where the tool that
 * compiled it noted them for every package.
 */
export async function readRequirements(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { lines, header, problems: notRead } = await readFiles(input);
  const { entries, problems } = await readEntries(lines, input);
  const needs = statedNeeds(entries);
  const sources = sourcesOf(lines);
  return [
    {
      ...(sources.length > 0 && { sources }),
      ...assemble(input, {
        format: "requirements",
        entries: needs === undefined ? entries : [...root(input, entries), ...entries],
        roots: needs === undefined ? [] : [ROOT],
        needs: needs ?? [],
        edgeCompleteness: needs === undefined ? "unknown" : "complete",
        covers: covered(input, entries, header, needs !== undefined),
        problems: [...notRead, ...bounded(problems), ...unpinnedProblem(entries, input.path)],
        isOwnLine: isOwnLine(input),
        hashAdvice: namesCommand(header)
          ? "Run the command in its first lines again, with `--generate-hashes`"
          : pinning(input.path),
        installed: await installedFolders(input),
      }),
    },
  ];
}

const ROOT = ".";

/** What a compiled file was compiled for, unless it lists that itself. */
function root(input: ReaderInput, entries: readonly RequirementEntry[]): readonly PythonEntry[] {
  if (entries.some(({ key }) => key === ROOT)) return [];
  return [
    {
      key: ROOT,
      name: folderName(input),
      version: undefined,
      line: undefined,
      source: folderSource(ROOT, true),
      artifacts: [],
    },
  ];
}

/** What the comments of a compiled file say of who needs whom; `undefined` where a package has none, or a name is not one package. */
function statedNeeds(entries: readonly RequirementEntry[]): readonly Need[] | undefined {
  const others = entries.filter(({ source }) => source.isOwn !== true);
  if (others.length === 0 || others.some(({ via }) => via === undefined)) return undefined;
  const byName = new Map<string, RequirementEntry | undefined>();
  for (const entry of entries) byName.set(entry.name, byName.has(entry.name) ? undefined : entry);
  const needs: Need[] = [];
  for (const { key, via, marker } of entries) {
    const condition = marker === undefined ? {} : { condition: marker };
    if ((via?.files.size ?? 1) > 0) needs.push({ from: ROOT, to: key, extras: [], ...condition });
    for (const parent of via?.parents ?? []) {
      const from = byName.get(parent);
      if (from === undefined) return undefined;
      needs.push({ from: from.key, to: key, extras: [], ...condition });
    }
  }
  return needs;
}

/** The manifests that a compiled file was made from, and the one that is called as it is. */
function covered(
  { path, paths }: ReaderInput,
  entries: readonly RequirementEntry[],
  header: readonly string[],
  isCompiled: boolean,
): readonly string[] {
  const named = new Set([
    ...compiledFrom(header),
    ...entries.flatMap(({ via }) => [...(via?.files ?? [])]),
  ]);
  const known = new Set(paths);
  // Both tools name a manifest relative to where they were started: the file's folder or the root.
  const found = [...named].flatMap((file) => fromLockfileFolder(path, file) ?? []);
  const fromRoot = [...named].filter((file) => known.has(file));
  const own = entries.filter(({ source }) => isCompiled && source.isOwn === true);
  const folders = [
    ...[...found, ...fromRoot]
      .filter((file) => /(?:pyproject\.toml|setup\.(?:py|cfg))$/.test(file))
      .map(folderOf),
    ...own.flatMap(({ source }) => fromLockfileFolder(path, source.path ?? ".") ?? []),
  ];
  return [
    path.replace(/\.txt$/, ".in"),
    ...found,
    ...fromRoot,
    ...folders.flatMap((folder) =>
      MANIFESTS.map((file) => (folder === "" ? file : `${folder}/${file}`)),
    ),
  ];
}

/** How a list that somebody wrote becomes one that a tool compiles, as both tools do it: they refuse to write over what they read. */
function pinning(path: string): string {
  const name = (path.split("/").at(-1) ?? "").replace(/\.txt$/, "");
  return `Rename it to \`${name}.in\`, and commit beside it what \`pip-compile --generate-hashes ${name}.in\` writes`;
}

/** What an included file lacks is reported with that file, where it is looked at itself. */
function isOwnLine({ path, paths }: ReaderInput): (entry: Pick<PythonEntry, "path">) => boolean {
  const listed = new Set(
    paths.filter((each) => REQUIREMENTS_FILES.some((pattern) => pattern.test(each))),
  );
  return (entry) => entry.path === undefined || entry.path === path || !listed.has(entry.path);
}

function unpinnedProblem(entries: readonly RequirementEntry[], path: string): readonly Problem[] {
  const open = entries.filter(({ unpinned }) => unpinned !== undefined);
  const [first] = open;
  if (first === undefined) return [];
  const all = open.map(({ name, unpinned }) => `${name}${unpinned}`).sort();
  const more = all.length > MAX_NAMED ? ` and ${all.length - MAX_NAMED} more` : "";
  return [
    {
      line: first.line,
      ...(first.path === undefined ? {} : { path: first.path }),
      reason: `${plural(all.length, "requirement")} without a version: ${all.slice(0, MAX_NAMED).join(", ")}${more}`,
      identity: all.join("\n"),
      advice: pinning(first.path ?? path),
    },
  ];
}

/** A file that is no list of requirements has a problem on every line: the first ones say it. */
function bounded(problems: readonly Problem[]): readonly Problem[] {
  const rest = problems.length - MAX_PROBLEMS;
  if (rest <= 0) return problems;
  const reason = `${plural(rest, "more line")} not understood`;
  return [...problems.slice(0, MAX_PROBLEMS), { reason, identity: "more lines" }];
}
