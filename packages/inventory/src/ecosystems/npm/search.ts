import { addTo } from "@assay/core";
import type { InstalledFiles } from "../../installed/files.ts";
import type { FoundPackage, SearchInstalled } from "../ecosystem.ts";
import { readInstalledManifest } from "./installed.ts";

/** Folders that are looked into, of one tree: far more than projects have. */
const MAX_FOLDERS = 100_000;
/** Copies of one package that are looked at. */
const MAX_COPIES = 50;

/**
 * In `node_modules`, where a lockfile does not tell the place: every folder of that name in the tree, those in pnpm's store
 * (`.pnpm/<key>/node_modules/<name>`) too. In a folder of Yarn's archives: the archive.
 */
export const searchTree: SearchInstalled = async ({ name, version = "" }, files, folder) => {
  if (!folder.endsWith("node_modules"))
    return (await import("./yarn-archives.ts")).searchArchives(name, version, files, folder);
  const places = await files.once(`tree ${folder}`, () => packageFolders(files, folder));
  const found: FoundPackage[] = [];
  for (const place of (places.get(name) ?? []).slice(0, MAX_COPIES)) {
    const path = `${place}/package.json`;
    const text = await files.text(path);
    const said = text === undefined ? "" : readInstalledManifest(text);
    if (typeof said === "string") continue;
    found.push({ ...said, path, folders: [place] });
    if (said.version === version) break;
  }
  return found;
};

/** Folders of packages by their names. */
async function packageFolders(
  files: InstalledFiles,
  root: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  const pending = [root];
  const seen = new Set<string>();
  for (let modules = pending.pop(); modules !== undefined; modules = pending.pop()) {
    const real = await files.real(modules);
    if (seen.size > MAX_FOLDERS) break;
    if (real === undefined || seen.has(real)) continue;
    seen.add(real);
    for (const name of await packageNames(files, modules)) {
      const folder = `${modules}/${name}`;
      addTo(found, name, folder);
      // What is a link in pnpm's tree leads to its store, which is walked by itself.
      if ((await files.names(folder)).includes("node_modules") && !modules.includes("/.pnpm/"))
        pending.push(`${folder}/node_modules`);
    }
    for (const key of await files.names(`${modules}/.pnpm`))
      if (key !== "node_modules") pending.push(`${modules}/.pnpm/${key}/node_modules`);
  }
  return found;
}

async function packageNames(files: InstalledFiles, modules: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const name of await files.names(modules)) {
    if (name.startsWith("@"))
      for (const each of await files.names(`${modules}/${name}`)) names.push(`${name}/${each}`);
    else if (!name.startsWith(".")) names.push(name);
  }
  return names;
}
