import type { Component, PackageGraph } from "@assay/inventory";
import { ecosystemOf } from "@assay/inventory";
import { nameOf } from "../packages.ts";
import { MANAGERS, type Manager, overrideEdit, type Wanted } from "./managers.ts";
import { manifestLine } from "./manifest-line.ts";
import { type Parent, rangeOf, takes } from "./parents.ts";
import { raisedRequirement } from "./requirement.ts";
import { command } from "./shell.ts";
import type { FixEdit, FixSuggestion } from "./suggestion.ts";

interface Facts
  extends Pick<
    FixSuggestion,
    "path" | "name" | "from" | "direct" | "ecosystem" | "dependencyPath"
  > {
  readonly to: string;
  readonly needs: NonNullable<FixSuggestion["needs"]>;
  readonly isOnly: boolean;
  /** Everybody who asks for it, and those of them that hold it back. */
  readonly asking: readonly Parent[];
  readonly held: readonly Parent[];
  readonly entries: readonly Component[];
  readonly graph: PackageGraph;
}

type ReadText = (path: string) => Promise<string | undefined>;
type Written = Pick<FixSuggestion, "edits" | "commands" | "note">;

/** What to write, and what to run after that. */
export async function editsOf(
  facts: Facts,
  readText: ReadText = async () => undefined,
): Promise<Written> {
  const { graph, needs, path, name, from, to, held, asking } = facts;
  if (facts.ecosystem === "githubactions") return pin(facts, readText);
  if (graph.format === "requirements") return inLockfile(facts, readText);
  const manager: Manager = MANAGERS[graph.format] ?? {};
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const others = (parents: readonly Parent[]) =>
    parents.flatMap(({ component }) => (component.firstParty ? [] : [component.name]));
  const beside = new Set<string>();
  for (const file of manager.beside ?? [])
    if ((await readText(`${folder}${file}`)) !== undefined) beside.add(file);
  const wanted: Wanted = {
    ...facts,
    parents: [...new Set(others(held.length > 0 ? held : asking))],
    path,
    lockfile: (await readText(path)) ?? "",
    manifest: (await readText(`${folder}${manager.manifest ?? "package.json"}`)) ?? "",
    has: (file) => beside.has(file) || graph.covers.includes(`${folder}${file}`),
  };
  const values = {
    ...{ name, from, to, folder: memberOf(facts).slice(folder.length) || "." },
    last: name.replace(/^.*\/|\.git$/g, ""),
  };
  const filled = (text = "") =>
    text === "" ? [] : text.split("\n").map((line) => command(line, values));
  const chosen = (text: Manager["refresh"]) => (typeof text === "function" ? text(wanted) : text);
  const refresh = filled(chosen(manager.refresh));
  if (needs === "override" && manager.override === undefined)
    return {
      edits: [],
      commands: [],
      note: `Nothing here overrules that: update what holds it back, ${manager.note ?? `or have it take ${to}`}.`,
    };
  const lines = await ownLines(facts, readText, manager.manifest);
  // What has no command that takes a newer version is told which one.
  const isOverruled = needs === "override" || (needs === "lockfile" && refresh.length === 0);
  const override = isOverruled ? manager.override?.(wanted) : undefined;
  const edits = [...lines, ...(override === undefined ? [] : [overrideEdit(override, folder)])];
  const isRefreshed = needs === "lockfile" && edits.length === 0 && refresh.length > 0;
  const isUnsure = isRefreshed && graph.edgeCompleteness !== "complete";
  return {
    edits,
    commands: isRefreshed ? refresh : filled(chosen(manager.after) ?? rewriteOf(graph)),
    ...noteOf(
      edits.length === 0 && !isRefreshed
        ? `First have the project ask for ${to}: where it does so was not found.`
        : isUnsure
          ? UNSURE
          : undefined,
    ),
  };
}

/** The folder of the project's own package that needs it. */
function memberOf({ graph, asking, dependencyPath: [top] }: Facts): string {
  const all = graph.components.filter(({ firstParty }) => firstParty);
  const own =
    asking.find(({ component }) => component.firstParty)?.component ??
    all.find((each) => nameOf(each) === top) ??
    all[0];
  return own?.installPath ?? "";
}

const UNSURE =
  "Where a package that asks for it does not take it, the command fails: update that one too.";

const noteOf = (note: string | undefined) => (note === undefined ? {} : { note });

/** The lines of the project's own manifests that ask for too little. */
async function ownLines(
  { held, graph, name, to, entries }: Facts,
  readText: ReadText,
  manifest: string | undefined,
): Promise<readonly FixEdit[]> {
  const [entry] = entries;
  const edits: FixEdit[] = [];
  for (const { component, edge } of held) {
    if (!component.firstParty || entry === undefined) continue;
    const { alias = name } = edge;
    const requirement = rangeOf(edge.requirement ?? "");
    const folder = component.installPath ? `${component.installPath}/` : "";
    const files = [
      ...(manifest === undefined ? [] : [`${folder}${manifest}`]),
      ...graph.covers,
    ].slice(0, 50);
    for (const file of new Set(files)) {
      const text = await readText(file);
      const found = text === undefined ? undefined : manifestLine(text, alias, requirement);
      if (found === undefined) continue;
      const raised = raisedRequirement(found.requirement, to, (range) => takes(entry, range, to));
      const after = found.before.replace(found.requirement, () => raised);
      edits.push({ kind: "line", file, line: found.line, before: found.before, after });
      break;
    }
  }
  return edits;
}

/** A requirements file is lockfile and manifest in one, or compiled from another one. */
async function inLockfile(
  { entries, to, name, from, direct }: Facts,
  readText: ReadText,
): Promise<Written> {
  const [entry] = entries;
  const { path = "", startLine = 0 } = entry?.location ?? {};
  const text = (await readText(path)) ?? "";
  const line = (file: string, at: number, before: string, was: string, now: string) =>
    ({ kind: "line", file, line: at, before, after: before.replace(was, () => now) }) as const;
  const header = text.slice(0, 1000);
  const tool = /\b(uv pip compile|pip-compile)\b/.exec(header)?.[0];
  const source = /(?:^|\s)([\w./-]+\.(?:in|toml))\b/m.exec(header)?.[1];
  if (tool !== undefined && source !== undefined) {
    const file = path.slice(0, path.lastIndexOf("/") + 1) + source;
    const found = direct ? manifestLine((await readText(file)) ?? "", name, "") : undefined;
    const test = (range: string) => (entry === undefined ? undefined : takes(entry, range, to));
    const hashes = header.includes("--generate-hashes") ? " --generate-hashes" : "";
    return {
      edits:
        found === undefined || test(found.requirement) !== false
          ? []
          : [
              line(
                file,
                found.line,
                found.before,
                found.requirement,
                raisedRequirement(found.requirement, to, test),
              ),
            ],
      commands: [
        command(`${tool}${hashes} --upgrade-package {name}=={to} -o {file} {source}`, {
          ...{ name, to, source, file: path.split("/").at(-1) ?? path },
        }),
      ],
      ...noteOf(UNSURE),
    };
  }
  const before = text.split("\n")[startLine - 1]?.trim() ?? "";
  if (!before.includes(from)) return { edits: [], commands: [], note: `Ask for ${name}==${to}.` };
  return {
    edits: [line(path, startLine, before, from, to)],
    commands: [],
    ...noteOf(
      /--hash|\\$/.test(before)
        ? "Replace the hashes below the line: they are those of the old version."
        : undefined,
    ),
  };
}

/** A pin names a commit, and only the repository knows which one a tag is. */
async function pin({ entries, name, to, from }: Facts, readText: ReadText): Promise<Written> {
  const edits: FixEdit[] = [];
  let isPinned = false;
  for (const { location } of entries) {
    const { path, startLine = 0 } = location;
    const before = (await readText(path))?.split("\n")[startLine - 1]?.trim();
    if (before === undefined) continue;
    const sha = /@([0-9a-f]{40})\b/.exec(before)?.[1];
    isPinned ||= sha !== undefined;
    const after =
      sha === undefined
        ? before.replace(`@${from}`, () => `@${to}`)
        : before.replace(`@${sha}`, `@<commit of ${to}>`).replace(/#.*$/, () => `# ${to}`);
    if (after !== before) edits.push({ kind: "line", file: path, line: startLine, before, after });
  }
  if (!isPinned) return { edits, commands: [] };
  const repository = name.split("/").slice(0, 2).join("/");
  return {
    edits,
    commands: [
      command("git ls-remote https://github.com/{repository} refs/tags/{to} refs/tags/{to}^{}", {
        ...{ repository, to },
      }),
    ],
    note: `The command prints the commit of the tag ${to} (the line with ^{}, where there are two).`,
  };
}

function rewriteOf({ ecosystem, format, path }: PackageGraph): string | undefined {
  const rewrite = ecosystemOf(ecosystem)?.formats.find(({ id }) => id === format)?.rewrite;
  return typeof rewrite === "function" ? rewrite(path) : rewrite;
}
