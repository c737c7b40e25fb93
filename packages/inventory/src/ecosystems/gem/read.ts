import { UsageError } from "@assay/core";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import { projectNode } from "../../assemble/project-node.ts";
import type { PackageGraph } from "../../graph.ts";
import { folderOf, fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { gemEdges, type Variants, variantsByName } from "./edges.ts";
import type { Gemfile } from "./gemfile.ts";
import { type GemNode, gemNodes } from "./nodes.ts";
import { type GemfileLock, parseGemfileLock } from "./parse.ts";
import { gemfileOf, gemfilePath, gemfileProblems } from "./stale.ts";

/**
 * The graph of a `Gemfile.lock` (https://bundler.io/man/bundle-lock.1.html). Which group of the Gemfile a gem is in stands nowhere in it:
 * everything counts as needed at run time.
 *
 * @throws UsageError when it has no section that Bundler writes
 */
export async function readGemfileLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const lock = parseGemfileLock(input.text);
  if (lock.sources.length === 0 && lock.dependenciesLine === undefined)
    throw new UsageError(`${input.path} is no lockfile of Bundler`, {
      hint: "Restore it from git, or remove it and run `bundle lock`.",
    });
  const { nodes, problems } = gemNodes(input, lock);
  const variants = variantsByName(nodes);
  const root = rootOf(input, lock, nodes);
  const manifest = gemfilePath(input);
  const { gemfile, problems: unread } = input.compareManifests
    ? await gemfileOf(input, manifest)
    : { problems: [] };
  const asked = askedFor(lock, root, variants, gemfile);
  const own = gemEdges(nodes, variants);
  return [
    assembleGraph({
      path: input.path,
      format: "bundler",
      ecosystem: "gem",
      roots: [root],
      nodes: [root, ...nodes.map(({ node }) => node).filter((each) => each !== root)],
      edges: [...asked.edges, ...own.edges],
      edgeCompleteness: "complete",
      problems: [
        ...lock.problems.map(({ line, reason }) => ({ item: `line ${line}`, line, reason })),
        ...(lock.dependenciesLine === undefined
          ? [{ reason: "it has no section DEPENDENCIES: its end is missing" }]
          : []),
        ...problems,
        ...own.problems,
        ...asked.problems,
        ...unread,
        ...(input.compareManifests ? await otherLockfile(input) : []),
        ...(gemfile === undefined || manifest === undefined
          ? []
          : gemfileProblems(manifest, gemfile, lock)),
      ],
      covers: [manifest, ...nodes.map(({ gemspec }) => gemspec)].filter(
        (each) => each !== undefined,
      ),
      integrityAdvice:
        "Write them with `bundle lock --add-checksums` (Bundler 2.6 or newer) and commit the lockfile.",
    }),
  ];
}

/** That Bundler's settings beside the lockfile name another Gemfile, which has another lockfile. */
async function otherLockfile({ path, readText }: ReaderInput): Promise<readonly LockProblem[]> {
  const settings = fromLockfileFolder(path, ".bundle/config") ?? "";
  const text = await readText(settings).catch((error: unknown) => {
    if (error instanceof UsageError) return undefined;
    throw error;
  });
  const [, name, value = ""] =
    /^BUNDLE_(GEMFILE|LOCKFILE):[ \t]*["']?([^"'\r\n]+)/m.exec(text ?? "") ?? [];
  if (name === undefined) return [];
  const own = name === "GEMFILE" ? value.replace(/(?:^|(?<=\/))gems\.rb$/, "gems") : value;
  const suffix = name === "LOCKFILE" ? "" : own.endsWith("gems") ? ".locked" : ".lock";
  if (fromLockfileFolder(path, `${own}${suffix}`) === path) return [];
  const shown = value.slice(0, 80);
  return [{ reason: `another lockfile is used: ${settings} has BUNDLE_${name}: ${shown}` }];
}

/** The only gem that lies beside the lockfile is the project itself. */
function rootOf(input: ReaderInput, lock: GemfileLock, nodes: readonly GemNode[]): LockNode {
  const folder = folderOf(input.path);
  const beside = nodes.filter((each) => each.node.firstParty && each.folder === folder);
  const [own] = beside;
  if (own !== undefined && beside.length === 1) return own.node;
  return projectNode(input, { line: lock.dependenciesLine });
}

/** What the Gemfile asks for, by the lockfile's copy of it. */
function askedFor(
  { dependencies }: GemfileLock,
  root: LockNode,
  variants: Variants,
  gemfile: Gemfile | undefined,
) {
  const forPlatforms = new Set(
    gemfile?.gems.filter(({ isForPlatforms }) => isForPlatforms).map(({ name }) => name),
  );
  const edges: LockEdge[] = [];
  const problems: LockProblem[] = [];
  for (const dependency of dependencies) {
    const { name, line } = dependency;
    if (!variants.has(name) && !forPlatforms.has(name))
      problems.push({ item: name, line, reason: "it is asked for and not locked" });
    edges.push(...variants.edges(root, undefined, dependency));
  }
  return { edges, problems };
}
