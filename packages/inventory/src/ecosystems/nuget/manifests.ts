import { UsageError } from "@assay/core";
import type { LockProblem } from "../../assemble/parts.ts";
import { manifestText, staleProblems, unknownFit } from "../../assemble/stale.ts";
import { folderOf } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import type { NuGetTarget } from "./parts.ts";
import { type NuGetProject, type PackageReference, readNuGetProject } from "./project.ts";
import { baseName, nearestAbove } from "./projects.ts";
import { normalizedRange } from "./versions.ts";

/** What a project and the files above it, that MSBuild reads with it, ask for. */
export interface NuGetManifests {
  /** The project's file, if it is known. */
  readonly path: string | undefined;
  readonly project: NuGetProject | undefined;
  /** `Directory.Packages.props`, the nearest first. */
  readonly central: readonly NuGetProject[];
  /** `Directory.Build.props` and `Directory.Build.targets`. */
  readonly shared: readonly NuGetProject[];
  /** All of them, relative to the root. */
  readonly paths: readonly string[];
  readonly problems: readonly LockProblem[];
}

export async function readManifests(
  input: ReaderInput,
  path: string | undefined,
): Promise<NuGetManifests> {
  const problems: LockProblem[] = [];
  const read = async (file: string | undefined) => {
    if (file === undefined) return undefined;
    const { text, problems: unread } = await manifestText(file, input);
    problems.push(...unread);
    if (text === undefined) return undefined;
    try {
      return readNuGetProject(file, text);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(unknownFit(file, error.message));
      return undefined;
    }
  };
  const paths: string[] = path === undefined ? [] : [path];
  /** MSBuild reads the nearest; that one may import the next above it. */
  const chain = async (name: string) => {
    const found: NuGetProject[] = [];
    let folder = path === undefined ? folderOf(input.path) : folderOf(path);
    for (;;) {
      const file = nearestAbove(input, folder, name);
      if (file === undefined) return found;
      paths.push(file);
      const made = await read(file);
      if (made !== undefined) found.push(made);
      folder = folderOf(file);
      if (folder === "" || !made?.imports.some((each) => each.includes(name))) return found;
      folder = folderOf(folder);
    }
  };
  const project = await read(path);
  const central = await chain("Directory.Packages.props");
  const shared = [
    ...(await chain("Directory.Build.props")),
    ...(await chain("Directory.Build.targets")),
  ];
  return { path, project, central, shared, paths, problems };
}

/** Whether the project's file refers to the project with this id. */
export function asksForProject({ project }: NuGetManifests): (id: string) => boolean {
  const names = new Set(project?.projects.map((each) => baseName(each).toLowerCase()));
  return (id) => names.has(id);
}

/** Ids of references that only tools need, in lower case. */
export function globalIds({ central }: NuGetManifests): ReadonlySet<string> {
  return new Set(central.flatMap(({ globals }) => globals.map(({ id }) => id.toLowerCase())));
}

/** Where a project's plain references and what is locked disagree. What only MSBuild can judge is left alone. */
export function referenceProblems(
  manifests: NuGetManifests,
  targets: readonly NuGetTarget[],
): readonly LockProblem[] {
  const { path, project, central, shared } = manifests;
  if (path === undefined || project === undefined) return [];
  const files = [project, ...central, ...shared];
  const changed = new Set(files.flatMap((each) => [...each.changed]));
  const versions = new Map(
    central
      .toReversed()
      .flatMap((each) => each.versions.map((one) => [one.id.toLowerCase(), one] as const)),
  );
  const sharedIds = new Set(
    shared.flatMap(({ packages }) => packages.map(({ id }) => id.toLowerCase())),
  );
  const differences: string[] = [];
  for (const reference of once(project.packages)) {
    const id = reference.id.toLowerCase();
    if (!reference.isSure || changed.has(id) || sharedIds.has(id)) continue;
    const locked = targets.flatMap(({ entries }) => entries.get(id) ?? []);
    const asked = locked.flatMap((entry) => entry.asked ?? []);
    const ofCenter = versions.get(id);
    const version = reference.version ?? (ofCenter?.isSure === true ? ofCenter.version : undefined);
    const range = version === undefined ? undefined : normalizedRange(version);
    if (asked.length === 0) {
      // A project of that name stands in for the package.
      if (!locked.some(({ isProject }) => isProject))
        differences.push(`${reference.id} is not locked`);
    } else if (range !== undefined) {
      const other = asked.find(
        ({ requirement }) => requirement !== undefined && normalizedRange(requirement) !== range,
      );
      if (other !== undefined)
        differences.push(`${reference.id} is locked for ${other.requirement}`);
    }
  }
  return staleProblems(path, differences);
}

/** References that stand there once: of several, each holds under a condition of its own. */
function once(references: readonly PackageReference[]): readonly PackageReference[] {
  const counts = new Map<string, number>();
  for (const { id } of references)
    counts.set(id.toLowerCase(), (counts.get(id.toLowerCase()) ?? 0) + 1);
  return references.filter(({ id }) => counts.get(id.toLowerCase()) === 1);
}
