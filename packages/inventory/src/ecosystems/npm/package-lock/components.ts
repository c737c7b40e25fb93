import type { Component, Scope } from "../../../graph.ts";
import { parseIntegrity } from "../../../integrity.ts";
import { firstPartyPurl } from "../../../origin.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { npmPurl } from "../purl.ts";
import { type NpmSource, readResolved } from "../source.ts";
import type { NpmEdge } from "./edges.ts";
import type { NpmEntry, NpmFlag, NpmLockfile, NpmProblem } from "./entry.ts";
import { installName, isInstalledKey, linkTarget } from "./resolution.ts";

export interface NpmGraphParts {
  /** Keys of the project's own packages. */
  readonly own: ReadonlySet<string>;
  readonly input: ReaderInput;
  readonly lockfile: NpmLockfile;
  readonly edges: readonly NpmEdge[];
  readonly scopes: ReadonlyMap<string, Scope>;
  idOf(key: string): string;
}

/** The flags that a component has, by the entry's flag. */
const COMPONENT_FLAGS: readonly (readonly [NpmFlag, string])[] = [
  ["inBundle", "bundled"],
  ["deprecated", "deprecated"],
  ["extraneous", "extraneous"],
  ["hasInstallScript", "hasInstallScript"],
  ["peer", "peer"],
];

/** One component per entry that is no link, and what was not understood on the way. */
export function npmComponents(parts: NpmGraphParts): {
  readonly components: readonly Component[];
  readonly problems: readonly NpmProblem[];
} {
  const names = namesByTarget(parts);
  const direct = new Set(
    parts.edges.filter(({ from }) => parts.own.has(from.key)).map(({ to }) => to.key),
  );
  const problems: NpmProblem[] = [];
  const components: Component[] = [];
  for (const entry of parts.lockfile.entries.values()) {
    if (entry.flags.has("link")) {
      if (!parts.lockfile.entries.has(linkTarget(entry)))
        problems.push({ key: entry.key, line: entry.line, reason: "the link leads to no entry" });
      continue;
    }
    const asked = [...(names.get(entry.key) ?? [])].sort();
    const { component, reasons } = toComponent(parts, entry, asked, direct.has(entry.key));
    components.push(component);
    const { key, line } = entry;
    problems.push(...reasons.map((reason) => ({ key, line, reason })));
  }
  return { components, problems };
}

function toComponent(
  { input, lockfile, own, scopes, idOf }: NpmGraphParts,
  entry: NpmEntry,
  asked: readonly string[],
  direct: boolean,
): { readonly component: Component; readonly reasons: readonly string[] } {
  const id = idOf(entry.key);
  const isRoot = entry.key === "";
  const path = fromLockfileFolder(input.path, entry.key);
  const firstParty = own.has(entry.key) && path !== undefined;
  const name = nameOf(entry, asked, lockfile, input);
  const version = entry.version ?? (isRoot ? lockfile.version : undefined);
  const source = firstParty ? LOCAL : sourceOf(entry, name);
  const { hashes, invalid } = parseIntegrity(entry.integrity ?? "");
  const scope = scopes.get(id);
  const reasons = [
    path === undefined ? "the folder lies outside the repository" : undefined,
    // A commit or an archive says more than a version does; old lockfiles have only that.
    version !== undefined || source.kind !== "registry" ? undefined : "the entry has no version",
    source.problem,
    invalid ? "a part of `integrity` is no known hash" : undefined,
  ].filter((reason) => reason !== undefined);
  const purl = firstParty
    ? firstPartyPurl(input.origin, name, version, path)
    : path === undefined || source.kind === "file"
      ? undefined
      : npmPurl(name, version, source);
  const component: Component = {
    id,
    name,
    ...(version === undefined ? {} : { version }),
    kind: isRoot ? "application" : "library",
    ecosystem: "npm",
    ...(purl === undefined ? {} : { purl }),
    firstParty,
    scope: scope ?? flaggedScope(entry),
    direct,
    artifacts:
      hashes.length === 0 && source.url === undefined
        ? []
        : [{ hashes, ...(source.url === undefined ? {} : { url: source.url }) }],
    ...(entry.license === undefined ? {} : { declaredLicense: entry.license }),
    location: {
      path: input.path,
      ...(entry.line === undefined ? {} : { startLine: entry.line }),
    },
    ...(path === undefined || path === "" ? {} : { installPath: path }),
    aliases: asked.filter((other) => other !== name),
    flags: [
      ...COMPONENT_FLAGS.filter(([flag]) => entry.flags.has(flag)).map(([, name]) => name),
      ...(disagrees(entry, scope) ? ["scopeMismatch"] : []),
    ],
  };
  return { component, reasons };
}

const LOCAL: NpmSource = { kind: "file" };

/** A folder of the project that is linked has neither archive nor version in a registry, unless the lockfile claims one. */
function sourceOf(entry: NpmEntry, name: string): NpmSource {
  const isFolder = !isInstalledKey(entry.key) && entry.resolved === undefined;
  return isFolder ? LOCAL : readResolved(name, entry.resolved, entry.version);
}

/** The entry's own `name` counts: the folder of an alias has another one. */
function nameOf(
  entry: NpmEntry,
  asked: readonly string[],
  lockfile: NpmLockfile,
  { path, origin }: ReaderInput,
): string {
  const own = entry.name ?? installName(entry.key);
  if (own !== undefined) return own;
  if (entry.key !== "") return asked[0] ?? entry.key.slice(entry.key.lastIndexOf("/") + 1);
  const folder = path.split("/").at(-2);
  return lockfile.name ?? folder ?? origin?.repository.split("/").at(-1) ?? "project";
}

/** npm's own flags against the edges. The edges count: the flags have been wrong in several versions of npm. */
function disagrees(entry: NpmEntry, scope: Scope | undefined): boolean {
  if (scope === undefined || !isInstalledKey(entry.key) || entry.flags.has("extraneous"))
    return false;
  return flaggedScope(entry) !== scope;
}

/** What npm wrote down. */
function flaggedScope({ flags }: NpmEntry): Scope {
  if (flags.has("dev")) return "development";
  return flags.has("optional") || flags.has("devOptional") ? "optional" : "runtime";
}

/** Every name under which an entry is installed or linked. */
function namesByTarget({ lockfile }: NpmGraphParts): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const entry of lockfile.entries.values()) {
    const name = installName(entry.key);
    if (name === undefined) continue;
    const target = entry.flags.has("link") ? linkTarget(entry) : entry.key;
    names.set(target, (names.get(target) ?? new Set()).add(name));
  }
  return names;
}
