import { buildPurl } from "@assay/purl";
import { toGaps } from "../../assemble/gaps.ts";
import type { Component, PackageGraph } from "../../graph.ts";
import { firstPartyPurl } from "../../origin.ts";
import { folderOf } from "../../paths.ts";
import { sortedEdges } from "../../sorted-edges.ts";
import type { ReaderInput } from "../ecosystem.ts";
import type { GoProblem } from "./directives.ts";
import { drawEdges, type GoEdges } from "./edges.ts";
import { listsIndirect } from "./mod-file.ts";
import { cachedNeeds } from "./module-cache.ts";
import { type GoModule, type Member, type Placed, selectModules } from "./modules.ts";
import { readSums, sumProblems } from "./sums.ts";
import { readVendored, vendorProblems } from "./vendored.ts";

/** What one `go.mod`, or one `go.work` with the files that it uses, says. */
export interface GoProject {
  readonly format: "go-mod" | "go-work";
  readonly members: readonly Member[];
  /** Those of `go.work` first: they win. */
  readonly replacements: readonly Placed[];
  /** Files that may have checksums. */
  readonly sums: readonly string[];
  readonly problems: readonly GoProblem[];
}

const TIDY = "Run `go mod tidy` and commit what it changes.";

export async function goGraph(input: ReaderInput, project: GoProject): Promise<PackageGraph> {
  const { path, compareManifests } = input;
  const { members, replacements, format } = project;
  const vendored = await readVendored(input);
  const { modules, problems } = await selectModules(members, replacements, vendored, input);
  const downloaded = modules.flatMap(({ name, version }) =>
    version === undefined ? [] : [{ name, version }],
  );
  const sums = await readSums(project.sums, input);
  const cached = await cachedNeeds(downloaded, sums, input);
  const drawn = drawEdges(members, modules, cached);
  // With copies of the modules go.sum is not looked at.
  const fit =
    vendored === undefined
      ? sumProblems(downloaded, sums)
      : vendorProblems(path, vendored, explicit(members, modules));
  const idOf = (module: string) => `${path}#${module}`;
  const own = members.map((member) => memberComponent(member, input, members.length === 1));
  const components = [...own, ...modules.map((module) => toComponent(module, drawn, input))].sort(
    (a, b) => (a.id < b.id ? -1 : 1),
  );
  const ids = new Set(components.map(({ id }) => id));
  return {
    path,
    format,
    ecosystem: "golang",
    roots: own.map(({ id }) => id),
    components,
    edges: sortedEdges(
      drawn.edges.map((edge) => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) })),
    ),
    edgeCompleteness: cached === undefined ? "direct" : "complete",
    covers: members.map((member) => member.path).sort(),
    // It is lockfile and manifest in one.
    saysEmpty: true,
    gaps: toGaps(
      path,
      [
        ...project.problems,
        ...problems,
        ...(vendored === undefined ? unlisted(members) : []),
        ...(compareManifests ? [...drawn.problems, ...fit] : []),
      ].map(({ key, advice = TIDY, ...problem }) => ({
        ...problem,
        advice,
        item: key,
        componentId: key !== undefined && ids.has(idOf(key)) ? idOf(key) : undefined,
      })),
    ),
  };
}

/** What the copies' list calls explicit. */
function explicit(members: readonly Member[], modules: readonly GoModule[]) {
  const asked = new Set(members.flatMap(({ mod }) => [...mod.requirements.keys()]));
  return modules
    .filter(({ path }) => asked.has(path))
    .map(({ path, asked: version, by, folder }) => {
      const other = by?.version === undefined ? "" : `${by.path} ${by.version}`;
      return { path, version, replacedBy: folder === null ? "outside" : (folder ?? other) };
    });
}

function unlisted(members: readonly Member[]): readonly GoProblem[] {
  return members
    .filter(({ mod }) => mod.requirements.size > 0 && !listsIndirect(mod))
    .map(({ path, mod }) => ({
      reason: `${path} is for Go ${mod.go}: before 1.17 it leaves out what its dependencies need`,
      identity: `unlisted ${path}`,
      advice:
        "Run `go mod tidy -go=1.17` or later, or commit the folder that `go mod vendor` writes.",
    }));
}

function memberComponent(
  { path, folder, mod }: Member,
  input: ReaderInput,
  isAlone: boolean,
): Component {
  const name = mod.module ?? (folder.slice(folder.lastIndexOf("/") + 1) || "module");
  const isMain = isAlone || folder === folderOf(input.path);
  return {
    id: `${input.path}#${mod.module ?? ""}`,
    name,
    kind: isMain ? "application" : "library",
    ecosystem: "golang",
    purl: firstPartyPurl(input.origin, name, undefined, folder),
    firstParty: true,
    scope: "runtime",
    direct: false,
    artifacts: [],
    location: { path, ...(mod.moduleLine === undefined ? {} : { startLine: mod.moduleLine }) },
    ...(folder === "" ? {} : { installPath: folder }),
    aliases: [],
    flags: [],
  };
}

function toComponent(
  module: GoModule,
  { direct, development }: GoEdges,
  input: ReaderInput,
): Component {
  const { path, asked, name, version, folder, mod, file, line } = module;
  // A module of its own in the repository is the project's, and has a graph of its own.
  const firstParty = typeof folder === "string" && mod !== undefined;
  const purl = firstParty
    ? firstPartyPurl(input.origin, name, undefined, folder)
    : version === undefined
      ? undefined
      : goPurl(name, version);
  return {
    id: `${input.path}#${path}`,
    name,
    ...(version === undefined ? {} : { version }),
    kind: "library",
    ecosystem: "golang",
    ...(purl === undefined ? {} : { purl }),
    firstParty,
    ...(module.by === undefined
      ? {}
      : { ancestors: [{ name: path, version: asked, purl: goPurl(path, asked) }] }),
    scope: development.has(path) ? "development" : "runtime",
    direct: direct.has(path),
    artifacts: [],
    location: { path: file, startLine: line },
    ...(firstParty && folder !== "" ? { installPath: folder } : {}),
    aliases: name === path ? [] : [path],
    flags: [],
  };
}

function goPurl(name: string, version: string): string {
  const slash = name.lastIndexOf("/");
  return buildPurl({
    type: "golang",
    namespace: name.slice(0, Math.max(slash, 0)),
    name: name.slice(slash + 1),
    version,
  });
}
