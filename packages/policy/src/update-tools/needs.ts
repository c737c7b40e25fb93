import type { Inventory } from "@assay/inventory";
import { exclusion, folderOf } from "@assay/inventory";
import type { PolicyRepository } from "../repository.ts";
import { takesFolder } from "./dependabot.ts";
import type { UpdateTools } from "./find.ts";

/** A folder whose dependencies an update tool must look after. */
export interface Need {
  /** Dependabot's names for it; the first one is proposed. */
  readonly ecosystems: readonly string[];
  /** Relative to the root; `""` is the root. */
  readonly folder: string;
  /** The file that shows it. */
  readonly path: string;
  /** Without a lockfile of its own: an entry for a folder above takes it as a member. */
  readonly isMember: boolean;
}

/** By the inventory's ecosystem, or by its format where that decides. What Dependabot has no name for is not here. */
const NAMES = new Map<string, readonly string[]>([
  ["bun-lock", ["bun", "npm"]],
  ["npm", ["npm"]],
  ["uv", ["uv", "pip"]],
  ["pypi", ["pip", "uv"]],
  ["golang", ["gomod"]],
  ["gem", ["bundler"]],
  ["mix", ["mix"]],
  ["terraform", ["terraform", "opentofu"]],
  ...["maven", "gradle", "cargo", "composer", "nuget", "pub", "swift", "julia", "sbt"].map(
    (name) => [name, [name]] as const,
  ),
]);
const DOCKERFILE = /(?:^|\/)(?:[^/]*\.)?(?:dockerfile|containerfile)(?:\.[^/]*)?$/i;
const CI = /^(?:\.github\/workflows\/[^/]+|(?:.+\/)?action)\.ya?ml$/;
const USES = /^\s*(?:-\s+)?["']?uses["']?\s*:\s*["']?[\w.-]+\/[^\s@]+@/m;
/** The root of a build whose members Dependabot finds by itself. */
const BUILD_ROOT = /(?:^|\/)(?:settings\.gradle(?:\.kts)?|[^/]+\.slnx?)$/;

export function isDockerfile(path: string): boolean {
  return DOCKERFILE.test(path);
}

/** What needs updates in a repository: manifests, Dockerfiles, workflows and actions. One a folder and ecosystem. */
export async function updateNeeds(repository: PolicyRepository): Promise<readonly Need[]> {
  return repository.once("update needs", async () => {
    const needs = [...inventoryNeeds(await repository.inventory(), repository.files)];
    for (const path of repository.files) {
      if (isDockerfile(path) && exclusion(path) === undefined)
        needs.push({ ecosystems: ["docker"], folder: folderOf(path), path, isMember: false });
      if (!CI.test(path) || exclusion(path, true) !== undefined) continue;
      if (!USES.test((await repository.read(path)) ?? "")) continue;
      const folder = path.startsWith(".github/workflows/") ? "" : folderOf(path);
      needs.push({ ecosystems: ["github-actions"], folder, path, isMember: false });
    }
    return [
      ...new Map(needs.map((need) => [`${need.ecosystems[0]} ${need.folder}`, need])).values(),
    ];
  });
}

function inventoryNeeds(inventory: Inventory, files: readonly string[]): readonly Need[] {
  const builds = new Set(files.filter((path) => BUILD_ROOT.test(path)).map(folderOf));
  const rootOf = (path: string) => {
    for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder))
      if (builds.has(folder)) return folder;
    return builds.has("") ? "" : folderOf(path);
  };
  const present = new Set(files);
  /** The highest folder with a manifest of that name: of a workspace's members only it is reported. */
  const topOf = (path: string) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const above = foldersOf({ folder: folderOf(path), isMember: true });
    return above.find((folder) => present.has(folder === "" ? name : `${folder}/${name}`)) ?? "";
  };
  const needOf = (path: string, names: readonly string[] | undefined, isMember: boolean) => {
    const hasBuild = names?.[0] === "gradle" || names?.[0] === "nuget";
    const folder = hasBuild ? rootOf(path) : isMember ? topOf(path) : folderOf(path);
    return names === undefined ? [] : [{ ecosystems: names, folder, path, isMember }];
  };
  return [
    ...inventory.graphs.flatMap(({ path, ecosystem, format }) =>
      needOf(path, NAMES.get(format) ?? NAMES.get(ecosystem), false),
    ),
    ...inventory.skipped.flatMap(({ kind, item, ecosystem = "", others = [] }) =>
      kind === "unlocked"
        ? [item, ...others].flatMap((path) => needOf(path, NAMES.get(ecosystem), true))
        : [],
    ),
  ];
}

/** Whether an update tool looks after a folder. */
export function isMet(need: Need, { dependabot, renovate, inManifest }: UpdateTools): boolean {
  if (inManifest || (renovate && !renovate.isDisabled && managesIt(need, renovate.managers)))
    return true;
  return (dependabot?.entries ?? []).some(
    ({ ecosystem, directories }) =>
      need.ecosystems.includes(ecosystem) &&
      foldersOf(need).some((folder) =>
        directories.some((directory) => takesFolder(directory, folder)),
      ),
  );
}

function managesIt({ ecosystems }: Need, managers: readonly string[] | undefined): boolean {
  if (managers === undefined) return true;
  return managers.some(
    (manager) =>
      ecosystems.includes(manager) ||
      (manager.startsWith("docker") && ecosystems.includes("docker")) ||
      (/^(?:pip|pep621|poetry|setup-cfg|pyenv)/.test(manager) && ecosystems.includes("pip")),
  );
}

/** The folder, and for a member those above it. */
function foldersOf({ folder, isMember }: Pick<Need, "folder" | "isMember">): readonly string[] {
  if (!isMember || folder === "") return [folder];
  const parts = folder.split("/");
  return ["", ...parts.map((_, at) => parts.slice(0, at + 1).join("/"))];
}
