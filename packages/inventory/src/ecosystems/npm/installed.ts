import { isRecord } from "@assay/core";
import { packageMetadata } from "../../installed/metadata.ts";
import type { InstalledPackage } from "../ecosystem.ts";

/** What an installed `package.json` says; a clause where it says nothing. */
export function readInstalledManifest(text: string): InstalledPackage | string {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return "it is not valid JSON";
  }
  if (!isRecord(manifest)) return "it is no JSON object";
  return saidBy(manifest);
}

/** https://docs.npmjs.com/cli/configuring-npm/package-json; the registry says the same of a version. */
export function saidBy(manifest: Readonly<Record<string, unknown>>): InstalledPackage {
  const { name, version, author, contributors, description, homepage, repository } = manifest;
  const metadata = packageMetadata({
    authors: author ?? contributors,
    description,
    homepage,
    repository,
  });
  return { name, version, manifest, metadata };
}
