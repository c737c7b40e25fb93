import { isRecord } from "@assay/core";
import type { InstalledFiles } from "../../installed/files.ts";
import { packageMetadata } from "../../installed/metadata.ts";
import type { InstalledPackage, SearchInstalled } from "../ecosystem.ts";

const MAX_BYTES = 32 * 1024 * 1024;

/** In `vendor/composer/installed.json`, which says of every package what its lockfile says. */
export const searchVendor: SearchInstalled = async ({ name }, files, vendor) => {
  const path = `${vendor}/composer/installed.json`;
  const known = await files.once(path, () => packagesOf(files, path));
  const said = known.get(name.toLowerCase());
  // The licence's text lies where the package does, which is here unless a plugin moved it.
  return said === undefined ? [] : [{ ...said, name, path, folders: [`${vendor}/${name}`] }];
};

async function packagesOf(files: InstalledFiles, path: string) {
  const text = await files.text(path, MAX_BYTES);
  let json: unknown;
  try {
    json = JSON.parse(text ?? "[]");
  } catch {
    json = [];
  }
  // Composer 1 has the list itself.
  const packages = isRecord(json) ? json["packages"] : json;
  const all = (Array.isArray(packages) ? packages : []).filter(isRecord).map(saidBy);
  return new Map(all.map((each) => [String(each.name).toLowerCase(), each]));
}

/** https://getcomposer.org/doc/04-schema.md; the registry says the same of a version. */
export function saidBy(entry: Readonly<Record<string, unknown>>): InstalledPackage {
  const { name, version, license, authors, description, homepage, source, support } = entry;
  const urls = [source, support].flatMap((each) =>
    isRecord(each) ? [each["url"] ?? each["source"]] : [],
  );
  return {
    name,
    version,
    manifest: license === undefined ? {} : { license },
    metadata: packageMetadata({ authors, description, homepage, repository: urls.find(Boolean) }),
  };
}
