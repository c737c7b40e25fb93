import type { InstalledFiles } from "../../installed/files.ts";
import type { SearchInstalled } from "../ecosystem.ts";
import { type Coordinates, pomChain, saidByPoms } from "./pom-metadata.ts";

/**
 * In a repository of Maven (`<group>/<artifact>/<version>/`) or in Gradle's cache (`<group>/<artifact>/<version>/<hash>/`): the POM, and those
 * above it for what it has from them.
 */
export const searchPoms: SearchInstalled = async ({ name, version = "" }, files, folder) => {
  const [group = "", artifact = ""] = name.split(":");
  const read = async (coordinates: Coordinates) =>
    (await inMaven(files, folder, coordinates)) ?? inGradle(files, folder, coordinates);
  const chain = await pomChain({ group, artifact, version }, read);
  return chain.length === 0
    ? []
    : [{ ...saidByPoms(chain), name, version, path: folder, folders: [] }];
};

function inMaven(files: InstalledFiles, folder: string, { group, artifact, version }: Coordinates) {
  return files.text(
    `${folder}/${group.replaceAll(".", "/")}/${artifact}/${version}/${artifact}-${version}.pom`,
  );
}

async function inGradle(
  files: InstalledFiles,
  folder: string,
  { group, artifact, version }: Coordinates,
) {
  const place = `${folder}/${group}/${artifact}/${version}`;
  for (const hash of await files.names(place)) {
    const text = await files.text(`${place}/${hash}/${artifact}-${version}.pom`);
    if (text !== undefined) return text;
  }
  return undefined;
}
