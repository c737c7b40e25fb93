import type { PackageRegistry } from "../ecosystem.ts";
import { readNuspec } from "./search.ts";
import { normalizedVersion } from "./versions.ts";

type Ask = Awaited<ReturnType<PackageRegistry["load"]>>;

/** https://learn.microsoft.com/nuget/api/package-base-address-resource#download-package-manifest-nuspec */
export const askNuGet: Ask = async ({ name, version = "" }, ask) => {
  const id = encodeURIComponent(name.toLowerCase());
  const exact = normalizedVersion(version);
  const text = await ask(`/v3-flatcontainer/${id}/${encodeURIComponent(exact)}/${id}.nuspec`);
  const said = text === undefined ? undefined : readNuspec(text);
  const isSame =
    String(said?.name).toLowerCase() === name.toLowerCase() &&
    normalizedVersion(String(said?.version)) === exact;
  return said === undefined || !isSame ? undefined : { ...said, name, version };
};
