import { textOf } from "../../../fields.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import { tableOf } from "../../../toml.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import type { Problem, PythonEntry } from "../entry.ts";
import { parseHash } from "../integrity.ts";
import { isPackageName, normalizeName } from "../names.ts";
import { parseRequirement, pinnedVersion, type Requirement } from "../requirement.ts";
import { indexSource, type PythonSource } from "../source.ts";
import { readPyproject } from "../stale.ts";
import type { FoundLine } from "./files.ts";
import { isPlace, readPlace } from "./place.ts";
import { readVia, type Via } from "./via.ts";

/** One requirement, with what its comments say. */
export interface RequirementEntry extends PythonEntry {
  readonly via: Via | undefined;
  readonly marker: string | undefined;
}

/** Options that say nothing of which packages there are. */
const HARMLESS =
  /^--(?:extra-index-url|no-index|no-binary|only-binary|prefer-binary|require-hashes|pre|trusted-host|use-feature|no-deps|config-settings?|global-option|install-option|no-build-isolation|all-releases|only-final|uploaded-prior-to)$|^-[if]$/;

/** The packages of a requirements file and of those that it includes, and what was not understood of them. */
export async function readEntries(
  lines: readonly FoundLine[],
  input: ReaderInput,
): Promise<{
  readonly entries: readonly RequirementEntry[];
  readonly problems: readonly Problem[];
}> {
  const problems: Problem[] = [];
  const constraints = readConstraints(lines);
  const index = indexOf(lines);
  const entries = new Map<string, RequirementEntry>();
  for (const each of lines) {
    if (each.isConstraint) continue;
    const { option, value, path, line } = each;
    if (option !== undefined && option !== "-e") {
      if (!HARMLESS.test(option))
        problems.push({ path, line, reason: `the option ${option} is not known` });
      continue;
    }
    const entry = await readEntry(each, index, constraints, input);
    if (entry === undefined) {
      problems.push({ path, line, reason: "the line is no requirement" });
      continue;
    }
    const known = entries.get(entry.key);
    if (known === undefined) entries.set(entry.key, entry);
    else
      entries.set(entry.key, {
        ...known,
        artifacts: known.artifacts.length > 0 ? known.artifacts : entry.artifacts,
      });
    if (option === "-e" && value === "")
      problems.push({ path, line, reason: "`-e` names nothing" });
  }
  return { entries: [...entries.values()], problems };
}

async function readEntry(
  found: FoundLine,
  index: PythonSource,
  constraints: ReadonlyMap<string, FoundLine>,
  input: ReaderInput,
): Promise<RequirementEntry | undefined> {
  const { option, value } = found;
  if (option === "-e" || isPlace(value)) return placed(found, value, option === "-e", input);
  const requirement = parseRequirement(value);
  if (requirement === undefined) return undefined;
  if (requirement.url !== undefined)
    return placed(found, requirement.url, false, input, requirement);
  const constraint = constraints.get(requirement.name);
  const place = constraint === undefined ? undefined : parseRequirement(constraint.value)?.url;
  // pip takes the package from there, whatever else is asked for.
  if (constraint !== undefined && place !== undefined)
    return placed({ ...constraint, comments: found.comments }, place, false, input, requirement);
  const own = pinnedVersion(requirement.specifier);
  const version = own ?? constrainedVersion(constraint);
  const hashes = found.hashes.length > 0 ? found.hashes : (constraint?.hashes ?? []);
  return {
    ...common({ ...found, hashes }, requirement.name, version, index, requirement.marker),
    ...(version === undefined ? { unpinned: requirement.specifier } : {}),
  };
}

function constrainedVersion(constraint: FoundLine | undefined): string | undefined {
  const specifier =
    constraint === undefined ? "" : (parseRequirement(constraint.value)?.specifier ?? "");
  return pinnedVersion(specifier);
}

async function placed(
  found: FoundLine,
  place: string,
  isEditable: boolean,
  input: ReaderInput,
  requirement?: Requirement,
): Promise<RequirementEntry | undefined> {
  if (place === "") return undefined;
  const read = readPlace(place, isEditable);
  const relative = relativeTo(read.source, found.path, input.path);
  const { kind, path } = relative;
  const folder =
    kind === "folder" && path !== undefined ? fromLockfileFolder(input.path, path) : undefined;
  const project: Project = folder === undefined ? {} : await projectOf(folder, input);
  const name =
    requirement?.name ?? read.name ?? project.name ?? lastPart(folder ?? relative.url) ?? "project";
  // The repository's own folder is the project, whoever installs it.
  const source = folder === "" ? { ...relative, isOwn: true } : relative;
  return common(found, name, read.version ?? project.version, source, requirement?.marker);
}

/** Paths are relative to the file that names them; an entry's are relative to the lockfile. */
function relativeTo(source: PythonSource, from: string, lockfile: string): PythonSource {
  if (source.path === undefined || from === lockfile) return source;
  const target = fromLockfileFolder(from, source.path);
  if (target === undefined) return { ...source, path: source.path };
  const up = "../".repeat(lockfile.split("/").length - 1);
  return { ...source, path: `${up}${target}` || "." };
}

interface Project {
  readonly name?: string;
  readonly version?: string;
}

async function projectOf(folder: string, input: ReaderInput): Promise<Project> {
  const path = folder === "" ? "pyproject.toml" : `${folder}/pyproject.toml`;
  const { table } = await readPyproject(path, input);
  const project = tableOf(table?.["project"] ?? tableOf(tableOf(table?.["tool"])["poetry"]));
  const name = textOf(project["name"]) ?? "";
  const version = textOf(project["version"]);
  return {
    ...(isPackageName(name) ? { name: normalizeName(name) } : {}),
    ...(version === undefined ? {} : { version }),
  };
}

function lastPart(path: string | undefined): string | undefined {
  const part = path
    ?.replace(/\/+$/, "")
    .replace(/#.*$/s, "")
    .split("/")
    .at(-1)
    ?.replace(/(?:\.git)?(?:@.*)?$/s, "");
  return part !== undefined && isPackageName(part) ? normalizeName(part) : undefined;
}

function common(
  { path, line, hashes, comments }: FoundLine,
  name: string,
  version: string | undefined,
  source: PythonSource,
  marker: string | undefined,
): RequirementEntry {
  const via = readVia(comments);
  const known = hashes.map(parseHash).filter((hash) => hash !== undefined);
  const place = source.path ?? source.url;
  const isFromIndex = source.kind === "registry";
  const broken = known.length < hashes.length ? "one of its hashes is not known" : undefined;
  return {
    key: [name, version, isFromIndex || place === undefined ? undefined : `(${place})`]
      .filter((part) => part !== undefined)
      .join(" "),
    name,
    version,
    line,
    path,
    source:
      broken === undefined || source.problem !== undefined
        ? source
        : { ...source, problem: broken },
    artifacts: known.map((hash) => ({
      hashes: [hash],
      ...(source.kind === "archive" && source.url !== undefined ? { url: source.url } : {}),
      ...(marker === undefined ? {} : { condition: marker }),
    })),
    ...(via === undefined ? {} : { isDirect: via.files.size > 0 }),
    via,
    marker,
  };
}

/** What constraints pin, by name: they add nothing, and where a name stands twice nobody can tell which one counts. */
function readConstraints(lines: readonly FoundLine[]): ReadonlyMap<string, FoundLine> {
  const constraints = new Map<string, FoundLine>();
  const several = new Set<string>();
  for (const line of lines) {
    const requirement =
      line.isConstraint && line.option === undefined ? parseRequirement(line.value) : undefined;
    if (requirement === undefined) continue;
    const known = constraints.get(requirement.name);
    const isPlaced = known !== undefined && parseRequirement(known.value)?.url !== undefined;
    if (known !== undefined && !isPlaced && requirement.url === undefined)
      several.add(requirement.name);
    if (!isPlaced) constraints.set(requirement.name, line);
  }
  for (const name of several) constraints.delete(name);
  return constraints;
}

/** All indexes and pages of links, where there are more than one. */
export function sourcesOf(lines: readonly FoundLine[]) {
  const named = lines.filter(({ option }) => /^(?:-[if]|--extra-index-url)$/.test(option ?? ""));
  return named.some(({ option }) => option !== "-i")
    ? named.map(({ value: url, path, line }) => ({ url, path, line }))
    : [];
}

/** Where packages come from: the one index that is named; of several nobody can tell which one has a package. */
function indexOf(lines: readonly FoundLine[]): PythonSource {
  const last = lines.findLast(({ option }) => option === "-i");
  const isOffline = lines.some(({ option }) => option === "--no-index");
  if (isOffline) return { kind: "file" };
  if (last === undefined || sourcesOf(lines).length > 0 || !URL.canParse(last.value))
    return indexSource(undefined);
  return indexSource(last.value);
}
