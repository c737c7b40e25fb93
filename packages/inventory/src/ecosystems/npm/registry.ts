import type { PackageRegistry } from "../ecosystem.ts";
import { readInstalledManifest } from "./installed.ts";

type Ask = Awaited<ReturnType<PackageRegistry["load"]>>;

/** https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md: one version's manifest. */
export const askNpm: Ask = async ({ name, version = "" }, ask) => {
  const id = name.split("/").map(encodeURIComponent).join("%2f").replace("%40", "@");
  const text = await ask(`/${id}/${encodeURIComponent(version)}`);
  const said = text === undefined ? "" : readInstalledManifest(text);
  return typeof said === "string" ? undefined : said;
};
