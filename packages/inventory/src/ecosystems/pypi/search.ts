import { addTo } from "@assay/core";
import type { InstalledFiles } from "../../installed/files.ts";
import type { FoundPackage, SearchInstalled } from "../ecosystem.ts";
import { readInstalledMetadata } from "./metadata.ts";
import { normalizeName } from "./names.ts";

/** In a virtual environment or a folder of PEP 582: the metadata of that name, in whatever spelling. */
export const searchEnvironment: SearchInstalled = async ({ name }, files, folder) => {
  const known = await files.once(`environment ${folder}`, () => metadataFolders(files, folder));
  const found: FoundPackage[] = [];
  for (const { place, file } of known.get(name) ?? []) {
    const path = `${place}${file}`;
    const text = await files.text(path);
    const said = text === undefined ? "" : readInstalledMetadata(text);
    if (typeof said !== "string") found.push({ ...said, path, folders: [place] });
  }
  return found;
};

interface Place {
  readonly place: string;
  readonly file: string;
}

async function metadataFolders(
  files: InstalledFiles,
  environment: string,
): Promise<ReadonlyMap<string, readonly Place[]>> {
  const found = new Map<string, Place[]>();
  for (const packages of await packageFolders(files, environment)) {
    for (const name of await files.names(packages)) {
      const [, stem, kind] = /^([\w.+-]+?)(?:-[^-]+)?\.(dist|egg)-info$/.exec(name) ?? [];
      if (stem === undefined) continue;
      const key = normalizeName(stem.split("-", 1)[0] ?? "");
      const place = {
        place: `${packages}/${name}`,
        file: kind === "dist" ? "/METADATA" : "/PKG-INFO",
      };
      addTo(found, key, place);
    }
  }
  return found;
}

async function packageFolders(files: InstalledFiles, environment: string) {
  const below = (folder: string, inner: string) => async () =>
    (await files.names(`${environment}${folder}`)).map(
      (each) => `${environment}${folder}/${each}/${inner}`,
    );
  const found = await Promise.all([
    below("/lib", "site-packages")(),
    below("/lib64", "site-packages")(),
    below("", "lib")(),
  ]);
  return [...found.flat(), `${environment}/Lib/site-packages`];
}
