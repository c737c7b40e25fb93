import type { InstalledFiles } from "../../installed/files.ts";
import type { SearchInstalled } from "../ecosystem.ts";
import { type Coordinates, pomChain, saidByPoms } from "./pom-metadata.ts";

/**
 * In a repository of Maven (`<group>/<artifact>/<version>/`) or in Gradle's cache (`<group>/<artifact>/<version>/<hash>/`): the POM, and those
 * above it for what it has from them.
 */
export const searchPoms: SearchInstalled = async ({ name, version = "", purl }, files, folder) => {
  const [group = "", artifact = ""] = name.split(":");
  const read = async (each: Coordinates) =>
    (await files.text(`${inMaven(folder, each)}.pom`)) ?? inGradle(files, folder, each);
  const own = { group, artifact, version };
  const chain = await pomChain(own, read);
  if (chain.length === 0) return [];
  const path = inMaven(folder, own);
  // Another type or classifier is another file.
  const archive = purl?.includes("?") ? {} : { archive: `${path}.jar` };
  return [{ ...saidByPoms(chain), name, version, path: `${path}.pom`, folders: [], ...archive }];
};

function inMaven(folder: string, { group, artifact, version }: Coordinates): string {
  return `${folder}/${group.replaceAll(".", "/")}/${artifact}/${version}/${artifact}-${version}`;
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
