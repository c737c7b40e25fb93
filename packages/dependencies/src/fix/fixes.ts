import {
  type AdvisoryData,
  type PackageQuery,
  packageKey,
  type StoredAdvisory,
} from "@assay/advisories";
import { compareText, groupBy } from "@assay/core";
import type { Component, PackageGraph } from "@assay/inventory";
import { orderOfEcosystem, updateTypeOf } from "@assay/versions";
import { nameOf } from "../packages.ts";
import { LEVELS, type Vulnerability } from "../vulnerability.ts";
import { type Candidate, candidateOf } from "./candidate.ts";
import { editsOf } from "./edits.ts";
import { takesNothingNewer } from "./managers.ts";
import { type Parent, parentsOf, rangeOf } from "./parents.ts";
import type { FixSuggestion } from "./suggestion.ts";

export interface FixInput {
  readonly data: AdvisoryData;
  /** A file of the work tree, relative to the root; without it no line of a manifest is named. */
  readonly readText?: (path: string) => Promise<string | undefined>;
}

/** A vulnerability, with every entry that it is in where there is more than one. */
type Found = Vulnerability & {
  readonly entries?: readonly { readonly component: Component; readonly query?: PackageQuery }[];
};

interface Affected extends Vulnerability {
  readonly query: PackageQuery;
}

/**
 * One suggestion for each package of each lockfile that covers all its advisories, the worst first. No registry is asked: versions
 * are those that advisories name.
 *
 * @throws ExternalError when the data can't be read.
 */
export async function suggestFixes(
  vulnerabilities: readonly Found[],
  input: FixInput,
): Promise<readonly FixSuggestion[]> {
  const open = vulnerabilities.filter(
    ({ match }) => match.group.kind !== "informational" && match.verdict === "affected",
  );
  const affected = open.flatMap(({ entries, ...each }): Affected[] => {
    const all = entries ?? [{ component: each.component, query: each.match.query }];
    return all.flatMap(({ component, query }) =>
      query?.version === undefined || component.version === undefined
        ? []
        : [{ ...each, component, query }],
    );
  });
  const stored = await input.data.lookup(affected.map(({ query }) => query));
  const suggestions: FixSuggestion[] = [];
  for (const [first, ...others] of groupBy(affected, packageOf).values()) {
    if (first !== undefined)
      suggestions.push(await suggestionFor([first, ...others], stored, input));
  }
  const rank = ({ severity }: FixSuggestion) => LEVELS.indexOf(severity);
  return suggestions.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      b.fixes.length - a.fixes.length ||
      compareText(`${a.name} ${a.from} ${a.path}`, `${b.name} ${b.from} ${b.path}`),
  );
}

function packageOf({ graph, component }: Affected): string {
  return `${graph.path}\0${component.name}\0${component.version}`;
}

async function suggestionFor(
  affected: readonly [Affected, ...Affected[]],
  stored: ReadonlyMap<string, readonly StoredAdvisory[]>,
  input: FixInput,
): Promise<FixSuggestion> {
  const [{ graph, component, path, query }] = affected;
  const { name, version: from = "", ecosystem, purl } = component;
  const groups = affected.map(({ match }) => match.group);
  const order = orderOfEcosystem(query.ecosystem);
  const candidate: Candidate =
    order === undefined
      ? { noFix: "the order of its versions is not known", undetermined: [] }
      : candidateOf(query, stored.get(packageKey(query)) ?? [], order);
  const same = graph.components.filter((each) => each.name === name && !each.firstParty);
  const entries = same.filter(({ version }) => version === from);
  const about = {
    path: graph.path,
    format: graph.format,
    ecosystem,
    name,
    from,
    ...(purl !== undefined && { purl }),
    direct: entries.some(({ direct }) => direct === true),
    dependencyPath:
      path.at(-1) === `${name}@${from}` ? path : [...path.slice(0, -1), `${name}@${from}`],
    fixes: [...new Set(groups.map(({ id }) => id))].sort(),
    ids: [...new Set(groups.flatMap(({ ids }) => ids))].sort(),
    severity: LEVELS.find((level) => groups.some(({ severity }) => severity.level === level)) ?? "",
    undetermined: candidate.undetermined,
  };
  if (candidate.version === undefined || order === undefined)
    return { ...about, noFix: candidate.noFix ?? "", heldBy: [], edits: [], commands: [] };
  // A pin's version is what its comment says of the commit.
  const now = query.claimed === true ? (query.version ?? from) : from;
  const to = asWritten(candidate.version, now);
  const updateType = updateTypeOf(order, now, to);
  // Below 1.0 most ecosystems take a minor step for one that may break.
  const safe =
    updateType === "patch" ? !/^v?0\.0\./.test(now) : updateType === "minor" && !/^v?0\./.test(now);
  const asking = parentsOf(graph, entries, to);
  const isFixed = takesNothingNewer(graph.format);
  const held = asking.filter(
    ({ edge, allows }) => isFixed || !(allows ?? (edge.requirement === undefined && safe)),
  );
  const needs = held.length === 0 && isFixed ? "override" : needsOf(held, graph);
  const isOnly = entries.length === same.length;
  const facts = { ...about, to, needs, isOnly, asking, held, entries, graph };
  const written = await editsOf(facts, input.readText);
  return { ...about, to, updateType, safe, needs, heldBy: held.map(heldText), ...written };
}

/** Advisories leave out the `v` that Go, Actions and tags have. */
function asWritten(version: string, from: string): string {
  return /^v\d/.test(from) && /^\d/.test(version) ? `v${version}` : version;
}

function needsOf(
  held: readonly Parent[],
  { roots }: PackageGraph,
): NonNullable<FixSuggestion["needs"]> {
  const isOwn = ({ component }: Parent) => component.firstParty || roots.includes(component.id);
  if (held.length === 0) return "lockfile";
  return held.every(isOwn) ? "requirement" : "override";
}

function heldText({ component, edge }: Parent): string {
  const who = nameOf(component);
  return edge.requirement === undefined ? who : `${who} asks for ${rangeOf(edge.requirement)}`;
}
