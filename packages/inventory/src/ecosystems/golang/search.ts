import { packageMetadata } from "../../installed/metadata.ts";
import type { SearchInstalled } from "../ecosystem.ts";
import { escaped } from "./module-cache.ts";
import { vendoredModules } from "./vendored.ts";

/**
 * In the copies of `go mod vendor`, which list what they are of, or in a module cache (https://go.dev/ref/mod#module-cache): the folder of
 * that module and version. A module's own file says nothing of its licence; texts in the folder do.
 */
export const searchModules: SearchInstalled = async ({ name, version = "" }, files, folder) => {
  if (!/(?:^|\/)vendor$/.test(folder)) {
    const place = `${folder}/${escaped(name)}@${escaped(version)}`;
    const isThere = (await files.names(place)).length > 0;
    const archive = `${folder}/cache/download/${escaped(name)}/@v/${escaped(version)}.zip`;
    return isThere ? [{ ...saidBy(name), version, path: place, folders: [place], archive }] : [];
  }
  const list = `${folder}/modules.txt`;
  const modules = await files.once(list, async () =>
    vendoredModules((await files.text(list)) ?? ""),
  );
  const module = [...modules.values()].find(({ path, by }) => (by?.path ?? path) === name);
  if (module === undefined) return [];
  const place = `${folder}/${module.path}`;
  const found = module.by === undefined ? module.version : module.by.version;
  return [{ ...saidBy(name), version: found, path: place, folders: [place] }];
};

/** On these hosts the path of a module begins with that of its repository (https://go.dev/ref/mod#vcs-find). */
const HOSTED = /^(?:github\.com|gitlab\.com|bitbucket\.org)\/[^/]+\/[^/]+/;

function saidBy(name: string) {
  const [place] = HOSTED.exec(name) ?? [];
  return { name, metadata: packageMetadata({ repository: place && `https://${place}` }) };
}
