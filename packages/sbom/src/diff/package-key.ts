import { parsePurl } from "@assay/purl";
import type { SbomComponent } from "../model.ts";
import { nameKey } from "../names.ts";

/** Qualifiers that tell packages apart; the others say where an archive came from, which changes with the version. */
const TELLS_APART = ["arch", "classifier", "platform", "repository_url", "type"];

/** The same for all versions of a package. */
export function packageKey(component: SbomComponent): string {
  const purl = readPurl(component);
  if (purl === undefined) return nameKey(component);
  const { type, namespace, name, subpath, qualifiers = {} } = purl;
  const told = TELLS_APART.map((key) => qualifiers[key]);
  return JSON.stringify([type, namespace, name, subpath, told]);
}

export function readPurl({ purl }: SbomComponent) {
  try {
    return purl === undefined ? undefined : parsePurl(purl);
  } catch {
    // A document of somebody else may hold what is none; the name is enough.
    return undefined;
  }
}
