import { UsageError } from "@assay/core";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import { staleProblems } from "../../assemble/stale.ts";
import type { PackageGraph } from "../../graph.ts";
import { firstPartyPurl } from "../../origin.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { type RebarApp, rebarApps } from "./rebar-apps.ts";
import { gitSource, type HexSource, hexSource } from "./source.ts";
import { readErlangTerms, type Term, textOf, valueAt } from "./terms.ts";

/** Those that Rebar 3 reads without a warning. */
const VERSIONS: ReadonlySet<string> = new Set(["1.1.0", "1.2.0"]);

/**
 * The graph of a `rebar.lock` (https://rebar3.org/docs/configuration/dependencies/#lock-files): level 0 is what the project asks for; of
 * the others nobody says who does.
 *
 * @throws UsageError when it is no list of Erlang's terms
 */
export async function readRebarLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const [first, attributes] = readErlangTerms(input.path, input.text);
  const version = first?.kind === "tuple" ? textOf(first.items[0], "text") : undefined;
  // Before 1.1.0 the list stood alone.
  const list = version === undefined ? first : first?.items[1];
  if (list?.kind !== "list") throw new UsageError(`${input.path} is no list of packages`);
  const problems: LockProblem[] = [];
  if (version !== undefined && !VERSIONS.has(version))
    problems.push({
      item: `version ${version}`,
      reason: "only versions 1.1.0 and 1.2.0 are known: something may be missing",
    });
  const hashes = hashesOf(attributes);
  const read = list.items.map((entry) => readEntry(input, entry, hashes, problems));
  const entries = read.filter((each) => each !== undefined);
  const { apps, problems: unread } = await rebarApps(input);
  const own = new Map(apps.slice(1).map(({ node }) => [node.name, node]));
  return [
    assembleGraph({
      path: input.path,
      format: "rebar",
      ecosystem: "hex",
      roots: apps.map(({ node }) => node),
      nodes: [...apps.map(({ node }) => node), ...entries.map(({ node }) => node)],
      edges: projectEdges(apps, own, entries),
      edgeCompleteness: "direct",
      problems: [
        ...problems,
        ...(input.compareManifests ? [...unread, ...staleness(apps, own, entries)] : []),
      ],
      covers: apps.flatMap(({ manifest }) => manifest ?? []),
      integrityAdvice: "Rebar 3.7 and later write them: `rebar3 unlock`, then `rebar3 lock`.",
    }),
  ];
}

/** By application: the checksum of a package's content, and that of its archive. */
type Hashes = readonly ReadonlyMap<string, string>[];

function hashesOf(attributes: Term | undefined): Hashes {
  return ["pkg_hash", "pkg_hash_ext"].map((list) => {
    const pairs = valueAt(attributes, list)?.items ?? [];
    return new Map(pairs.map(({ items: [app, hash] }) => [app?.text ?? "", hash?.text ?? ""]));
  });
}

interface RebarEntry {
  readonly node: LockNode;
  readonly level: string;
}

/** Level 0 is asked for by the applications whose manifests name it, else by the project. */
function projectEdges(
  apps: readonly [RebarApp, ...RebarApp[]],
  own: ReadonlyMap<string, LockNode>,
  entries: readonly RebarEntry[],
): readonly LockEdge[] {
  const byApp = new Map(entries.map(({ node }) => [node.key, node]));
  const asked = new Set<string>();
  const edge = (from: LockNode, to: LockNode, app: string): LockEdge => ({
    from: from.key,
    to: to.key,
    kind: "runtime",
    ...(to.name === app ? {} : { alias: app }),
  });
  const stated = apps.flatMap(({ node, dependencies = [] }) =>
    dependencies.flatMap((app) => {
      const to = own.get(app) ?? byApp.get(app);
      asked.add(app);
      return to === undefined ? [] : [edge(node, to, app)];
    }),
  );
  const others = entries.filter(({ node, level }) => level === "0" && !asked.has(node.key));
  return [...stated, ...others.map(({ node }) => edge(apps[0].node, node, node.key))];
}

/** What the manifests ask for and the lockfile does not have. What is locked and not asked for may be a plugin's. */
function staleness(
  apps: readonly RebarApp[],
  own: ReadonlyMap<string, LockNode>,
  entries: readonly RebarEntry[],
): readonly LockProblem[] {
  const locked = new Set(entries.map(({ node }) => node.key));
  return apps.flatMap(({ manifest = "", dependencies = [] }) => {
    const missing = dependencies.filter((app) => !locked.has(app) && !own.has(app));
    return staleProblems(
      manifest,
      missing.map((app) => `${app} is not locked`),
    );
  });
}

/** `{<<"app">>, {pkg, <<"name">>, <<"version">>}, Level}`, or one with `{git, "url", {ref, "commit"}}`. */
function readEntry(
  input: ReaderInput,
  { items, line }: Term,
  hashes: Hashes,
  problems: LockProblem[],
): RebarEntry | undefined {
  const [key, origin, level] = items;
  const app = textOf(key, "text");
  const found = app && origin !== undefined ? source(input, app, origin, hashes) : undefined;
  if (!app || found === undefined || level?.kind !== "number") {
    const reason = "it is no package of a registry or repository that is known";
    problems.push({ item: app || `line ${line}`, line, reason });
    return undefined;
  }
  const { problem, firstParty = false, ...known } = found;
  const node: LockNode = { key: app, line, firstParty, ...known };
  if (problem !== undefined) problems.push({ node, reason: problem });
  return { node, level: level.text };
}

function source(
  input: ReaderInput,
  app: string,
  { items }: Term,
  hashes: Hashes,
): RebarSource | undefined {
  const [kind, first, second, third] = items;
  const [inner, outer] = hashes.map((each) => each.get(app));
  switch (textOf(kind, "atom")) {
    case "pkg": {
      const name = textOf(first, "text");
      const version = textOf(second, "text");
      if (!name || !version) return undefined;
      return hexSource(name, version, undefined, inner, outer);
    }
    case "git":
    case "git_subdir":
      return gitSource(app, first, textOf(second?.items[1], "text"), textOf(third, "text"));
    case "path":
      return folderSource(input, app, textOf(first, "text") ?? "");
    default:
      return undefined;
  }
}

type RebarSource = HexSource & Partial<Pick<LockNode, "firstParty" | "installPath">>;

/** A folder, by a plugin of Rebar. */
function folderSource({ path, origin }: ReaderInput, name: string, written: string): RebarSource {
  const folder = /^[/~]/.test(written) ? undefined : fromLockfileFolder(path, written);
  if (folder === undefined) return { name, problem: "it is a folder outside the repository" };
  const purl = firstPartyPurl(origin, name, undefined, folder);
  return { name, firstParty: true, purl, installPath: folder };
}
