import { isRecord } from "@assay/core";
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
  return { name: manifest["name"], version: manifest["version"], manifest };
}
