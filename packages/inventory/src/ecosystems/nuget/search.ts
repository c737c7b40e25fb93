import { UsageError } from "@assay/core";
import { packageMetadata } from "../../installed/metadata.ts";
import { readXml } from "../../xml/read.ts";
import type { InstalledPackage, SearchInstalled } from "../ecosystem.ts";
import { normalizedVersion } from "./versions.ts";

/** In the folder of global packages: `<id>/<version>/<id>.nuspec`, all in lower case. */
export const searchPackages: SearchInstalled = async ({ name, version = "" }, files, folder) => {
  const id = name.toLowerCase();
  const place = `${folder}/${id}/${normalizedVersion(version)}`;
  const path = `${place}/${id}.nuspec`;
  const text = await files.text(path);
  const said = text === undefined ? undefined : readNuspec(text);
  const isSame =
    said !== undefined &&
    String(said.name).toLowerCase() === id &&
    normalizedVersion(String(said.version)) === normalizedVersion(version);
  const archive = `${place}/${id}.${normalizedVersion(version)}.nupkg`;
  return isSame ? [{ ...said, name, version, path, folders: [place], archive }] : [];
};

/** https://learn.microsoft.com/nuget/reference/nuspec */
export function readNuspec(text: string): InstalledPackage | undefined {
  const children = childrenOf(text);
  const field = (name: string) => children.find((each) => each.name === name);
  const said = (name: string) => field(name)?.text.trim() || undefined;
  const { attributes, text: license = "" } = field("license") ?? {};
  const url = /^https:\/\/licenses\.nuget\.org\/([\w.+-]+)$/.exec(said("licenseUrl") ?? "")?.[1];
  const declared = attributes?.get("type") === "expression" ? license.trim() : url;
  return {
    name: said("id"),
    version: said("version"),
    manifest: declared === undefined ? {} : { license: declared },
    metadata: packageMetadata({
      authors: said("authors")
        ?.split(/[,;]/)
        .map((name) => ({ name })),
      publisher: said("owners"),
      description: said("description"),
      homepage: said("projectUrl"),
      repository: field("repository")?.attributes.get("url"),
    }),
  };
}

function childrenOf(text: string) {
  try {
    return readXml("nuspec", text).children.find(({ name }) => name === "metadata")?.children ?? [];
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}
