import { elixirTermAt, type Term, textOf } from "./terms.ts";

/** One tuple of `deps`. */
export interface MixDependency {
  readonly app: string;
  readonly requirement: string | undefined;
  /** The environments that it is for; absent for all, or where only Elixir can tell. */
  readonly only: readonly string[] | undefined;
  /** For some targets only: it is locked where one of them was built. */
  readonly isForTargets: boolean;
  readonly isOptional: boolean;
  /** It is no part of what runs (`runtime: false`). */
  readonly isForBuild: boolean;
  /** The folder that it lies in, as it is written. */
  readonly path: string | undefined;
  readonly inUmbrella: boolean;
}

/** What the text of a `mix.exs` says without being run. */
export interface MixProject {
  readonly app: string | undefined;
  readonly version: string | undefined;
  /** Of an umbrella: the folder of its apps. */
  readonly appsPath: string | undefined;
  /** Absent where they are anything but one list of tuples. */
  readonly dependencies: readonly MixDependency[] | undefined;
}

const FUNCTION = /(?:^|[[,\s])deps:\s*([a-z_]\w*)\s*(?:\(\s*\))?\s*(?=[,\]\n])/;

/** Reads a `mix.exs` as text: `deps` where it is a list, or a function without arguments that has one clause and is a list. */
export function readMixProject(text: string): MixProject {
  const plain = text.replace(/^[ \t]*#.*$/gm, "");
  return {
    app: /\bapp:\s*:([a-z_]\w*)/.exec(plain)?.[1],
    version: /(?:\bversion:|@version)\s*"([^"#\s]+)"/.exec(plain)?.[1],
    appsPath: /\bapps_path:\s*"([^"#]+)"/.exec(plain)?.[1],
    dependencies: readDependencies(plain),
  };
}

/** Whether it asks for anything that is locked; a list that only Elixir can read may. */
export function mixAsks(text: string): boolean {
  const { dependencies } = readMixProject(text);
  return dependencies?.some(({ path, inUmbrella }) => path === undefined && !inUmbrella) ?? true;
}

function readDependencies(text: string): readonly MixDependency[] | undefined {
  const keys = text.match(/(?:^|[[,\s])deps:/g) ?? [];
  if (keys.length === 0) return /\bdeps\b/.test(text) ? undefined : [];
  const list = keys.length === 1 ? listOf(text) : undefined;
  const read = list?.items.map(readDependency);
  return read?.every((each) => each !== undefined) ? read : undefined;
}

function listOf(text: string): Term | undefined {
  const inline = /(?:^|[[,\s])deps:\s*(?=\[)/.exec(text);
  if (inline !== null) return listAt(text, inline.index + inline[0].length, /[,\]\n]/y);
  const name = FUNCTION.exec(text)?.[1];
  if (name === undefined) return undefined;
  const clauses = [...text.matchAll(new RegExp(String.raw`\bdefp?\s+${name}\b`, "g"))];
  const [clause] = clauses;
  if (clause === undefined || clauses.length > 1) return undefined;
  const body = /(?:\(\s*\))?\s*(?:,\s*do:|do\b)\s*/y;
  body.lastIndex = clause.index + clause[0].length;
  const [head] = body.exec(text) ?? [];
  if (head === undefined) return undefined;
  return listAt(text, body.lastIndex, head.includes(":") ? /def|end|@|$/y : /end\b/y);
}

/** The list at an offset, where `end` follows it. */
function listAt(text: string, at: number, end: RegExp): Term | undefined {
  const { term, rest } = elixirTermAt(text, at) ?? {};
  if (term?.kind !== "list" || rest === undefined) return undefined;
  end.lastIndex = rest;
  return end.test(text) ? term : undefined;
}

function readDependency({ kind, items: [first, ...rest] }: Term): MixDependency | undefined {
  const app = textOf(first, "atom");
  const requirement = textOf(rest[0], "text");
  const given = requirement === undefined ? rest : rest.slice(1);
  const [only] = given;
  // Options may stand without brackets.
  const options = given.length === 1 && only?.kind === "list" ? only.items : given;
  if (kind !== "tuple" || app === undefined || rest.length === 0) return undefined;
  if (!options.every((each) => each.kind === "tuple")) return undefined;
  const value = (key: string) => options.find(({ items }) => items[0]?.text === key)?.items[1];
  const path = value("path");
  if (path !== undefined && path.kind !== "text") return undefined;
  return {
    app,
    requirement,
    only: environments(value("only")),
    isForTargets: value("targets") !== undefined,
    isOptional: value("optional")?.text === "true",
    isForBuild: value("runtime")?.text === "false",
    path: path?.text,
    inUmbrella: value("in_umbrella")?.text === "true",
  };
}

function environments(only: Term | undefined): readonly string[] | undefined {
  const all = only?.kind === "list" ? only.items : only === undefined ? [] : [only];
  return all.length > 0 && all.every(({ kind }) => kind === "atom")
    ? all.map(({ text }) => text)
    : undefined;
}
