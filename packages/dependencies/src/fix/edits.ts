import type { Component, PackageGraph } from "@assay/inventory";
import { ecosystemOf } from "@assay/inventory";
import { MANAGERS, type Manager, type Wanted } from "./managers.ts";
import { manifestLine } from "./manifest-line.ts";
import { type Parent, takes } from "./parents.ts";
import { raisedRequirement } from "./requirement.ts";
import { command } from "./shell.ts";
import type { FixEdit, FixSuggestion } from "./suggestion.ts";

interface Facts
  extends Pick<FixSuggestion, "path" | "name" | "from" | "direct" | "ecosystem" | "format"> {
  readonly to: string;
  readonly needs: NonNullable<FixSuggestion["needs"]>;
  readonly isOnly: boolean;
  /** Those that hold it back. */
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
  const { graph, needs, path, to, name, from } = facts;
  if (facts.ecosystem === "githubactions") return pin(facts, readText);
  if (graph.format === "requirements") return inLockfile(facts, readText);
  const manager: Manager = MANAGERS[graph.format] ?? {};
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const present = new Set(graph.covers);
  const wanted: Wanted = {
    name,
    from,
    to,
    isOnly: facts.isOnly,
    direct: facts.direct,
    parents: [
      ...new Set(
        facts.held.flatMap(({ component }) => (component.firstParty ? [] : [component.name])),
      ),
    ],
    manifest: (await readText(`${folder}${manager.manifest ?? "package.json"}`)) ?? "",
    file: (file) => `${folder}${file}`,
    has: (file) => present.has(`${folder}${file}`),
  };
  const edits = [
    ...(await ownLines(facts, readText, manager.manifest)),
    ...(needs === "override" ? (manager.override?.(wanted) ?? []) : []),
  ];
  const refresh = manager.refresh?.(wanted) ?? [];
  const rewrite = rewriteOf(graph);
  const commands =
    edits.length === 0 && refresh.length > 0
      ? refresh
      : (manager.after?.(wanted) ??
        (graph.format === "cargo-lock" || graph.format === "go-mod" ? refresh : rewrite));
  const isStuck = needs === "override" && manager.override === undefined;
  const note = isStuck
    ? (manager.note ??
      `Update what holds it back, or have it take ${to}; then write the lockfile again.`)
    : edits.length === 0 && commands.length === 0
      ? `Have the project ask for ${to}, and write the lockfile again.`
      : undefined;
  return { edits, commands: isStuck ? [] : commands, ...(note !== undefined && { note }) };
}

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
    const { requirement = "", alias = name } = edge;
    const folder =
      component.installPath === undefined || component.installPath === ""
        ? ""
        : `${component.installPath}/`;
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

/** A requirements file is lockfile and manifest in one. */
async function inLockfile(
  { entries, to, name, from }: Facts,
  readText: ReadText,
): Promise<Written> {
  const [entry] = entries;
  const { path = "", startLine = 0 } = entry?.location ?? {};
  const text = (await readText(path)) ?? "";
  const before = text.split("\n")[startLine - 1]?.trim() ?? "";
  const tool = /\b(uv pip compile|pip-compile)\b/.exec(text)?.[1];
  const source = /(?:^|\s)([\w./-]+\.(?:in|toml))\b/m.exec(text.slice(0, 1000))?.[1];
  if (tool !== undefined && source !== undefined)
    return {
      edits: [],
      commands: [
        `${tool} ${tool === "pip-compile" ? "--generate-hashes " : ""}${command`--upgrade-package ${`${name}==${to}`} -o ${path.split("/").at(-1) ?? path} ${source}`}`,
      ],
    };
  if (!before.includes(from)) return { edits: [], commands: [], note: `Ask for ${name}==${to}.` };
  const after = before.replace(from, () => to);
  return {
    edits: [{ kind: "line", file: path, line: startLine, before, after }],
    commands: [],
    ...(/--hash|\\$/.test(before) && {
      note: "The hashes below the line are those of the old version: write those of the new one in their place.",
    }),
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
  const repository = name.split("/").slice(0, 2).join("/");
  const url = `https://github.com/${repository}`;
  return {
    edits,
    commands: isPinned
      ? [command`git ls-remote ${url} ${`refs/tags/${to}`} ${`refs/tags/${to}^{}`}`]
      : [],
    ...(isPinned && {
      note: `The command prints the commit of the tag ${to} (the line with ^{}, where there are two).`,
    }),
  };
}

function rewriteOf({ ecosystem, format, path }: PackageGraph): readonly string[] {
  const rewrite = ecosystemOf(ecosystem)?.formats.find(({ id }) => id === format)?.rewrite;
  const text = typeof rewrite === "function" ? rewrite(path) : rewrite;
  return text === undefined ? [] : [text];
}
