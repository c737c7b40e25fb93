import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { isInside, UsageError, type Workspace } from "@assay/core";
import type { FoundPackage, InstalledPackages } from "../ecosystems/ecosystem.ts";
import { ecosystemOf } from "../ecosystems/index.ts";
import type { Component } from "../graph.ts";
import { folderOf, fromLockfileFolder } from "../paths.ts";
import { type InstalledFiles, installedFiles, MAX_MANIFEST_BYTES } from "./files.ts";
import { licenseTexts } from "./license-texts.ts";

/** What became of the look for an installed package. */
export type Installed =
  | { readonly kind: "found"; readonly found: FoundPackage; readonly files: InstalledFiles }
  /** Its manifest can't be used, for a reason that is a clause. */
  | { readonly kind: "unusable"; readonly path: string; readonly reason: string }
  /** A link leads out of the working directory, and is not followed. */
  | { readonly kind: "outside" };

/** Installed packages of the working directory. */
export interface InstalledTree {
  /** The package of this name and version, where it is installed. */
  find(component: Component): Promise<Installed | undefined>;
  /** A first-party package: its own manifest, and the texts beside it or in the first folder above it that has any. */
  own(component: Component): Promise<Extract<Installed, { readonly kind: "found" }>>;
}

export function installedTree(workspace: Workspace): InstalledTree {
  const files = installedFiles(workspace);
  return {
    async own(component) {
      const { installPath: folder = folderOf(component.location.path), name } = component;
      const { file, read } = ecosystemOf(component.ecosystem)?.installed ?? {};
      const path = folder === "" ? (file ?? "") : `${folder}/${file}`;
      const text = file === undefined ? undefined : await files.text(path);
      const said = text === undefined ? "" : ((await read?.(text)) ?? "");
      const isOwn = typeof said !== "string" && said.name === name;
      const folders = [await folderWithLicense(files, folder)];
      const nothing = { name, version: component.version };
      return { kind: "found", found: { ...(isOwn ? said : nothing), path, folders }, files };
    },
    async find(component) {
      const installed = ecosystemOf(component.ecosystem)?.installed;
      if (installed === undefined || component.firstParty) return undefined;
      const there = await atInstallPath(component, installed, workspace, files);
      if (there !== undefined) return there;
      const { path } = component.location;
      const folders = (installed.folders ?? []).flatMap(
        (each) => fromLockfileFolder(path, each) ?? [],
      );
      return searchFolders(component, installed, files, folders);
    },
  };
}

/** The package of this name and version below one of these folders. */
export async function searchFolders(
  component: Component,
  { search }: InstalledPackages,
  files: InstalledFiles,
  folders: readonly string[],
): Promise<Extract<Installed, { readonly kind: "found" }> | undefined> {
  const look = await search?.();
  for (const folder of look === undefined ? [] : folders) {
    const all = (await look?.(component, files, folder)) ?? [];
    const found = all.find((each) => isOf(each, component));
    if (found !== undefined) return { kind: "found", found, files };
  }
  return undefined;
}

function isOf({ name, version }: FoundPackage, component: Component): boolean {
  return name === component.name && version !== undefined && version === component.version;
}

async function atInstallPath(
  component: Component,
  { file, read }: InstalledPackages,
  workspace: Workspace,
  files: InstalledFiles,
): Promise<Installed | undefined> {
  const { installPath } = component;
  if (installPath === undefined || file === undefined || read === undefined) return undefined;
  const path = `${installPath}/${file}`;
  const real = await realpath(join(workspace.root, path)).catch(() => undefined);
  if (real !== undefined && !isInside(workspace.root, real)) return { kind: "outside" };
  const unusable = (reason: string) => ({ kind: "unusable", path, reason }) as const;
  let text: string;
  try {
    const bytes = await workspace.readIfPresent(path, MAX_MANIFEST_BYTES);
    if (bytes === undefined) return undefined;
    text = new TextDecoder().decode(bytes);
  } catch (error) {
    if (error instanceof UsageError) return unusable(lowerFirst(error.message));
    throw error;
  }
  const said = await read(text);
  if (typeof said === "string") return unusable(said);
  const found = { ...said, path, folders: [installPath] };
  if (!isOf(found, component))
    return unusable("another version is installed than the lockfile names");
  return { kind: "found", found, files };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

async function folderWithLicense(files: InstalledFiles, folder: string): Promise<string> {
  for (let at = folder; at !== ""; at = folderOf(at))
    if ((await licenseTexts(files, [at])).length > 0) return at;
  return ".";
}
