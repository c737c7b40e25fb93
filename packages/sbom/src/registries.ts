import { defaultRegistry, parsePurl } from "@assay/purl";
import type { Organization, SbomComponent } from "./model.ts";

/**
 * Who distributes a package: the host that its package URL names, else the registry of its type. That is not who made it; nobody is
 * made up for a package without a package URL.
 */
export function registryOf({ purl }: SbomComponent): Organization | undefined {
  if (purl === undefined) return undefined;
  const { type, namespace, qualifiers = {} } = parsePurl(purl);
  const place = ["repository_url", "download_url", "vcs_url"].flatMap(
    (key) => qualifiers[key] ?? [],
  )[0];
  const host = type === "swift" ? namespace?.split("/")[0] : place && hostOf(place);
  if (host) return { name: host, urls: [`https://${host}`], contacts: [] };
  const known = defaultRegistry(type);
  return known && { name: known.name, urls: [known.url], contacts: [] };
}

function hostOf(place: string): string | undefined {
  const url = place.replace(/^git\+/, "");
  const whole = /^\w+:\/\//.test(url) ? url : `https://${url}`;
  return URL.canParse(whole) ? new URL(whole).hostname : undefined;
}
