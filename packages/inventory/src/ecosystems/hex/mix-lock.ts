import { assembleGraph } from "../../assemble/graph.ts";
import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import type { PackageGraph } from "../../graph.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { type MixEntry, readMixEntries } from "./mix-entries.ts";
import { mixProjects } from "./mix-projects.ts";
import { withOptionalEdges } from "./optional-edges.ts";

/**
 * The graph of a `mix.lock` (https://hexdocs.pm/mix/Mix.Tasks.Deps.html). What the project itself asks for stands in `mix.exs`, which is
 * code and not run: it is known where its text is a plain list.
 *
 * @throws UsageError when it is no map of Elixir
 */
export async function readMixLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { entries, problems: broken } = readMixEntries(input.path, input.text);
  const byApp = new Map(entries.map((entry) => [entry.node.key, entry]));
  const { roots, members, edges, covers, problems, elsewhere, withoutEdges } = await mixProjects(
    input,
    byApp,
  );
  const own = packageEdges(entries, byApp, members, elsewhere);
  return [
    assembleGraph({
      path: input.path,
      format: "mix",
      ecosystem: "hex",
      roots,
      nodes: [...members.values(), ...entries.map(({ node }) => node)],
      edges: withOptionalEdges(roots, [...edges, ...own.edges]),
      edgeCompleteness: "complete",
      withoutEdges: [
        ...withoutEdges,
        ...entries.flatMap(({ needs, node }) => (needs === undefined ? [node.key] : [])),
      ],
      problems: [...broken, ...own.problems, ...problems],
      covers,
    }),
  ];
}

/** What the packages ask for themselves: the lockfile's keys are names of applications. */
function packageEdges(
  entries: readonly MixEntry[],
  byApp: ReadonlyMap<string, MixEntry>,
  members: ReadonlyMap<string, LockNode>,
  elsewhere: ReadonlySet<string>,
) {
  const edges: LockEdge[] = [];
  const problems: LockProblem[] = [];
  for (const { node, needs = [] } of entries)
    for (const { app, requirement, isOptional } of needs) {
      const target = byApp.get(app)?.node ?? members.get(app);
      if (target !== undefined)
        edges.push({
          from: node.key,
          to: target.key,
          kind: isOptional ? "optional" : "runtime",
          requirement,
          ...(target.name === app ? {} : { alias: app }),
        });
      else if (!isOptional && !elsewhere.has(app))
        problems.push({ node, reason: `its dependency ${app} is not in the lockfile` });
    }
  return { edges, problems };
}
