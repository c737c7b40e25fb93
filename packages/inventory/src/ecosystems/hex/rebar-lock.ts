import { UsageError } from "@assay/core";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import { projectName } from "../../assemble/project-name.ts";
import { manifestText, staleProblems, unknownFit } from "../../assemble/stale.ts";
import type { PackageGraph } from "../../graph.ts";
import { firstPartyPurl } from "../../origin.ts";
import { folderOf, isBelow } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { rebarDependencies } from "./rebar-config.ts";
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
  const read = list.items.map((entry) => readEntry(entry, attributes, problems));
  const entries = read.filter((each) => each !== undefined);
  const root = rootNode(input);
  const direct = entries.filter(({ level }) => level === "0").map(({ node }) => node);
  const manifest = await compared(input, direct);
  return [
    assembleGraph({
      path: input.path,
      format: "rebar",
      ecosystem: "hex",
      roots: [root],
      nodes: [root, ...entries.map(({ node }) => node)],
      edges: direct.map(({ key, name }) => ({
        from: root.key,
        to: key,
        kind: "runtime",
        ...(name === key ? {} : { alias: key }),
      })),
      edgeCompleteness: "direct",
      problems: [...problems, ...manifest],
      covers: manifests(input),
      integrityAdvice: "Rebar 3.7 and later write them: `rebar3 unlock`, then `rebar3 lock`.",
    }),
  ];
}

/** `{<<"app">>, {pkg, <<"name">>, <<"version">>}, Level}`, or one with `{git, "url", {ref, "commit"}}`. */
function readEntry(
  { items, line }: Term,
  attributes: Term | undefined,
  problems: LockProblem[],
): { readonly node: LockNode; readonly level: string } | undefined {
  const [key, origin, level] = items;
  const app = textOf(key, "text");
  const found = app && origin !== undefined ? source(app, origin, attributes) : undefined;
  if (!app || found === undefined || level?.kind !== "number") {
    const reason = "it is no package of a registry or repository that is known";
    problems.push({ item: app || `line ${line}`, line, reason });
    return undefined;
  }
  const { problem, ...known } = found;
  const node: LockNode = { key: app, line, firstParty: false, ...known };
  if (problem !== undefined) problems.push({ node, reason: problem });
  return { node, level: level.text };
}

function source(app: string, { items }: Term, attributes: Term | undefined): HexSource | undefined {
  const [kind, first, second, third] = items;
  const hash = (list: string) => textOf(valueAt(valueAt(attributes, list), app), "text");
  switch (textOf(kind, "atom")) {
    case "pkg": {
      const name = textOf(first, "text");
      const version = textOf(second, "text");
      if (!name || !version) return undefined;
      return hexSource(name, version, undefined, hash("pkg_hash"), hash("pkg_hash_ext"));
    }
    case "git":
    case "git_subdir":
      return gitSource(app, first, textOf(second?.items[1], "text"), textOf(third, "text"));
    default:
      return undefined;
  }
}

/** The project; its application's resource file names it. */
function rootNode(input: ReaderInput): LockNode {
  const folder = folderOf(input.path);
  const source = folder === "" ? "src/" : `${folder}/src/`;
  const app = input.paths.find(
    (each) => each.startsWith(source) && /^[^/]+\.app\.src$/.test(each.slice(source.length)),
  );
  const name = app?.slice(source.length, -".app.src".length) ?? projectName(input);
  return {
    key: ".",
    name,
    kind: "application",
    firstParty: true,
    purl: firstPartyPurl(input.origin, name, undefined, folder),
    installPath: folder,
  };
}

/** `rebar.config` beside the lockfile, and those of the project's applications in their usual folders. */
function manifests({ path, paths }: ReaderInput): readonly string[] {
  const folder = folderOf(path);
  return paths.filter((each) => {
    if (!isBelow(each, folder) || !each.endsWith("rebar.config")) return false;
    const inside = folder === "" ? each : each.slice(folder.length + 1);
    return /^(?:(?:apps|lib)\/[^/]+\/)?rebar\.config$/.test(inside);
  });
}

/**
 * What the manifests ask for and the lockfile does not have; a `rebar.config.script` may change that. What is locked and not asked for may
 * be a plugin's.
 */
async function compared(
  input: ReaderInput,
  direct: readonly LockNode[],
): Promise<readonly LockProblem[]> {
  if (!input.compareManifests) return [];
  const locked = new Set(direct.map(({ key }) => key));
  const problems: LockProblem[] = [];
  for (const path of manifests(input)) {
    if (input.paths.includes(`${path}.script`)) continue;
    const { text, problems: unread } = await manifestText(path, input);
    problems.push(...unread);
    try {
      const missing = rebarDependencies(path, text ?? "").filter((app) => !locked.has(app));
      const reasons = missing.map((app) => `${app} is not locked`);
      problems.push(...staleProblems(path, reasons));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(unknownFit(path, error.message));
    }
  }
  return problems;
}
