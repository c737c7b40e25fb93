import { addTo, plural } from "@assay/core";
import { type Component, ECOSYSTEMS, type PackageGraph } from "@assay/inventory";
import { parsePurl } from "@assay/purl";
import type { PolicyRepository } from "../../repository.ts";
import { defineRule, type Violation } from "../../rule.ts";
import { named, packageKey, placeOf } from "./packages.ts";

/** Public registries and places of source that `ECOSYSTEMS` does not name, with their subdomains. */
const PUBLIC =
  /(?:^|\.)(?:npmjs\.org|yarnpkg\.com|pypi\.org|pythonhosted\.org|crates\.io|rubygems\.org|packagist\.org|nuget\.org|github\.com|githubusercontent\.com|gitlab\.com|bitbucket\.org|codeberg\.org|golang\.org|maven\.org|maven\.apache\.org|gradle\.org|maven\.google\.com|dl\.google\.com|pub\.dev|dartlang\.org|hex\.pm|jsr\.io|deno\.land|anaconda\.org|prefix\.dev|cocoapods\.org|bazel\.build|julialang\.org|conan\.io|haskell\.org|r-project\.org|terraform\.io|opentofu\.org)$/;

/** Rule 25. */
export const lockfileIntegrity = defineRule({
  id: "deps.lockfile-integrity",
  title: "A lockfile takes packages from an unsafe or unknown place, or without a hash",
  description:
    "Who edits a lockfile can point a package at their own server, and a reviewer hardly sees it.",
  help: "Write the lockfile again from the registry; list your own in `policy.registries`.",
  severity: "high",
  sources: {
    slsa: ["build-3"],
    ssdf: ["PW.4", "PS.3"],
    cra: ["I(2)(f)"],
    scorecard: ["Pinned-Dependencies"],
  },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const { graphs } = await repository.inventory();
    const before = (await repository.base?.inventory())?.graphs ?? [];
    const violations = graphs.flatMap((graph) => [
      ...sources(
        graph,
        before.find(({ path }) => path === graph.path),
        repository,
      ),
      ...unhashed(graph),
    ]);
    return { violations, looked: graphs.length };
  },
});

/** One violation for each cause; what a change adds to a cause that the base has is one of its own. */
function sources(
  graph: PackageGraph,
  before: PackageGraph | undefined,
  repository: PolicyRepository,
): readonly Violation[] {
  const known = before === undefined ? undefined : byCause(before, repository);
  return [...byCause(graph, repository)].flatMap(([cause, components]) => {
    const old = new Set(known?.get(cause)?.map(packageKey));
    const groups = [
      [cause, components.filter((each) => old.size === 0 || old.has(packageKey(each)))],
      [`${cause}/added`, components.filter((each) => old.size > 0 && !old.has(packageKey(each)))],
    ] as const;
    return groups.flatMap(([key, group]): readonly Violation[] => {
      const [first] = group;
      return first === undefined
        ? []
        : [
            {
              ...{ path: graph.path, key, ...placeOf(first) },
              ...(cause === "ssh" && { severity: "medium" as const }),
              message: `${plural(group.length, "package")} ${textOf(cause, group.length)}: ${named(group)}.`,
            },
          ];
    });
  });
}

function textOf(cause: string, count: number): string {
  const verb = count === 1 ? "comes" : "come";
  if (cause === "http")
    return `${verb} over \`http:\` or \`git:\`, which anybody on the way can change`;
  if (cause === "ssh") {
    return `${verb} over \`git+ssh:\`, which needs a key and has no hash`;
  }
  return `${verb} from ${cause.slice(5)}, which is neither a public registry nor in \`policy.registries\``;
}

function byCause(
  { components }: PackageGraph,
  { settings }: PolicyRepository,
): ReadonlyMap<string, readonly Component[]> {
  const found = new Map<string, Component[]>();
  const allowed = new Set(settings.registries.map((each) => each.toLowerCase()));
  for (const component of components) {
    if (component.firstParty) continue;
    const causes = new Set(urlsOf(component).flatMap((url) => causeOf(url, allowed) ?? []));
    for (const cause of causes) addTo(found, cause, component);
  }
  return found;
}

function causeOf(text: string, allowed: ReadonlySet<string>): string | undefined {
  const url = text.replace(/^git\+/, "");
  if (/^ssh:/i.test(url)) return "ssh";
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, host } = new URL(url);
  if (protocol === "http:" || protocol === "git:") return "http";
  const isKnown =
    protocol !== "https:" || allowed.has(hostname) || allowed.has(host) || isPublic(hostname);
  return isKnown ? undefined : `host ${host}`;
}

function isPublic(host: string): boolean {
  return (
    PUBLIC.test(host) ||
    ECOSYSTEMS.some(({ registry }) => registry?.host === host || registry?.archives?.includes(host))
  );
}

function urlsOf({ purl, artifacts }: Component): readonly string[] {
  const urls = artifacts.flatMap(({ url }) => url ?? []);
  if (purl === undefined || !purl.includes("_url=")) return urls;
  try {
    const { qualifiers = {} } = parsePurl(purl);
    const named = ["vcs_url", "download_url", "repository_url"].flatMap(
      (key) => qualifiers[key] ?? [],
    );
    return [...urls, ...named];
  } catch {
    return urls;
  }
}

function unhashed({ path, gaps }: PackageGraph): readonly Violation[] {
  return gaps.flatMap(({ kind, reason, location, advice }) => {
    if (kind !== "no-integrity") return [];
    const { startLine } = location ?? {};
    return [
      {
        ...{ path, key: "no-hash", message: `In ${path} ${reason}.` },
        ...(startLine !== undefined && { place: { startLine } }),
        ...(advice !== undefined && { remediation: advice }),
      },
    ];
  });
}
