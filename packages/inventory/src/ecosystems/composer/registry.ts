import { isRecord } from "@assay/core";
import type { PackageRegistry } from "../ecosystem.ts";
import { saidBy } from "./search.ts";

type Ask = Awaited<ReturnType<PackageRegistry["load"]>>;
type Entry = Readonly<Record<string, unknown>>;

/**
 * https://packagist.org/apidoc#get-package-data: every version in one document, each written as what differs from the one before it
 * (https://github.com/composer/metadata-minifier).
 */
export const askPackagist: Ask = async ({ name, version }, ask) => {
  const path = name.toLowerCase().split("/").map(encodeURIComponent).join("/");
  const text = await ask(`/p2/${path}.json`);
  const json: unknown = text === undefined ? undefined : JSON.parse(text);
  const packages = isRecord(json) && isRecord(json["packages"]) ? json["packages"] : {};
  const [versions] = Object.values(packages);
  let entry: Entry = {};
  for (const each of Array.isArray(versions) ? versions.filter(isRecord) : []) {
    const merged = { ...entry, ...each };
    entry = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== "__unset"));
    if (entry["version"] === version) return { ...saidBy(entry), name };
  }
  return undefined;
};
