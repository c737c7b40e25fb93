import { type Directive, type GoProblem, readDirectives } from "./directives.ts";
import { compareGoVersions, isGoVersion } from "./version.ts";

/** One module that is asked for. */
export interface Requirement {
  readonly path: string;
  readonly version: string;
  /** Marked `// indirect`: no package of the module itself imports from it. */
  readonly isIndirect: boolean;
  readonly line: number;
}

/** What is taken in the place of a module. */
export interface Replacement {
  readonly path: string;
  /** All versions are meant where none is given. */
  readonly version: string | undefined;
  /** A folder where it has no version. */
  readonly by: { readonly path: string; readonly version: string | undefined };
}

/** A `go.mod` (https://go.dev/ref/mod#go-mod-file). */
export interface GoMod {
  readonly module: string | undefined;
  readonly moduleLine: number | undefined;
  /** Of the language; 1.16 where it is not given. */
  readonly go: string;
  /** Each path once, in its highest version. */
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly replacements: readonly Replacement[];
  /** `path@version`. */
  readonly excluded: ReadonlySet<string>;
  /** Paths of packages. */
  readonly tools: readonly { readonly path: string; readonly line: number }[];
  readonly problems: readonly GoProblem[];
  /** Whether there is nothing in it: it only ends the module above. */
  readonly isEmpty: boolean;
}

const NO_MATTER = new Set(["toolchain", "godebug", "retract", "ignore"]);

export function parseGoMod(text: string): GoMod {
  const { directives, problems: broken } = readDirectives(text);
  const problems: GoProblem[] = [...broken];
  const requirements = new Map<string, Requirement>();
  const replacements: Replacement[] = [];
  const excluded = new Set<string>();
  const tools: { path: string; line: number }[] = [];
  let go = "1.16";
  let module: string | undefined;
  let moduleLine: number | undefined;
  for (const directive of directives) {
    const { verb, words, line } = directive;
    const [first = "", second = ""] = words;
    if (verb === "module" && isModulePath(first) && module === undefined) {
      module = first;
      moduleLine = line;
    } else if (verb === "go" && /^\d+\.\d+/.test(first)) go = first;
    else if (verb === "require" && isModulePath(first) && second !== "") {
      addRequirement(requirements, directive, problems);
    } else if (verb === "replace" && readReplacement(words) !== undefined) {
      const replacement = readReplacement(words);
      if (replacement !== undefined) replacements.push(replacement);
    } else if (verb === "exclude" && second !== "") excluded.add(`${first}@${second}`);
    else if (verb === "tool" && isModulePath(first)) tools.push({ path: first, line });
    else if (!NO_MATTER.has(verb)) problems.push(notUnderstood(directive));
  }
  const isEmpty = directives.length + broken.length === 0;
  const found = inOne(problems);
  return {
    module,
    moduleLine,
    go,
    requirements,
    replacements,
    excluded,
    tools,
    problems: found,
    isEmpty,
  };
}

const MAX_LINES = 5;

/** Many lines that are not understood have one cause. */
export function inOne(problems: readonly GoProblem[]): readonly GoProblem[] {
  const lines = problems.filter(({ key, line }) => key === undefined && line !== undefined);
  if (lines.length <= MAX_LINES) return problems;
  const [first] = lines;
  const reason = `${lines.length} lines from line ${first?.line} on are not understood`;
  return [
    ...problems.filter(({ key, line }) => key !== undefined || line === undefined),
    { line: first?.line, reason },
  ];
}

/** Says where, and never what: a line may hold anything. */
export function notUnderstood({ verb, line }: Directive): GoProblem {
  const what = /^[a-z]{1,20}$/.test(verb) ? `the directive \`${verb}\`` : "a directive";
  return { line, reason: `${what} at line ${line} is not understood` };
}

function addRequirement(
  requirements: Map<string, Requirement>,
  { words: [path = "", version = ""], comment, line }: Directive,
  problems: GoProblem[],
): void {
  if (!isGoVersion(version)) {
    const reason = `line ${line} names no version of the form that Go writes`;
    problems.push({ key: path, line, reason });
  }
  const isIndirect = /^indirect(?:;|\s|$)/.test(comment);
  const known = requirements.get(path);
  if (known === undefined) {
    requirements.set(path, { path, version, isIndirect, line });
    return;
  }
  const highest = compareGoVersions(version, known.version) > 0 ? { version, line } : known;
  const both = isIndirect && known.isIndirect;
  requirements.set(path, { path, version: highest.version, isIndirect: both, line: highest.line });
  if (version !== known.version) {
    const reason = `it is asked for as ${known.version} and ${version}; the higher one was taken`;
    problems.push({ key: path, line, kind: "stale", reason });
  }
}

/** `path [version] => path [version]` */
export function readReplacement(words: readonly string[]): Replacement | undefined {
  const arrow = words.indexOf("=>");
  const [path, version, ...more] = words.slice(0, Math.max(arrow, 0));
  const [target, targetVersion, ...rest] = words.slice(arrow + 1);
  if (path === undefined || target === undefined || more.length + rest.length > 0) return undefined;
  if (targetVersion === undefined ? !isFolder(target) : !isModulePath(target)) return undefined;
  return { path, version, by: { path: target, version: targetVersion } };
}

function isFolder(path: string): boolean {
  return /^(?:\.{1,2}(?:[\\/]|$)|[\\/]|[A-Za-z]:)/.test(path);
}

/** https://go.dev/ref/mod#go-mod-file-ident, a little wider. */
export function isModulePath(path: string): boolean {
  if (path.length > 500 || /(?:^|\/)\.+(?:\/|$)/.test(path)) return false;
  return /^[\p{L}\d][\p{L}\d._~+-]*(?:\/[\p{L}\d._~+!-]+)*$/u.test(path);
}

/** Whether its `go.mod` names everything that its dependencies need too (https://go.dev/ref/mod#graph-pruning). */
export function listsIndirect({ go }: Pick<GoMod, "go">): boolean {
  const [major = 1, minor = 0] = go.split(".").map((part) => Number.parseInt(part, 10));
  return major > 1 || minor >= 17;
}
