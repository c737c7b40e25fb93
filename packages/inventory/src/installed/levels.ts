import { ECOSYSTEMS } from "../ecosystems/index.ts";

/** Who is asked what packages say of themselves; each level asks those before it first. */
export const ENRICH_LEVELS = ["off", "installed", "caches", "registry"] as const;
export type EnrichLevel = (typeof ENRICH_LEVELS)[number];

/** The hosts of the public registries. */
export function registryHosts(): readonly string[] {
  return [...new Set(ECOSYSTEMS.flatMap(({ registry }) => registry?.host ?? []))];
}
