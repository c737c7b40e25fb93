import type { FoundPackage, SearchInstalled } from "../ecosystem.ts";
import { readVendoredManifest } from "./vendored.ts";

/** In the unpacked crates of Cargo's home: `registry/src/<registry>/<name>-<version>`. */
export const searchCrates: SearchInstalled = async ({ name, version }, files, home) => {
  const found: FoundPackage[] = [];
  for (const registry of await files.names(`${home}/registry/src`)) {
    const folder = `${home}/registry/src/${registry}/${name}-${version}`;
    const path = `${folder}/Cargo.toml`;
    const text = await files.text(path);
    const said = text === undefined ? "" : readVendoredManifest(text);
    if (typeof said !== "string") found.push({ ...said, path, folders: [folder] });
  }
  return found;
};
