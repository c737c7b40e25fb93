import type { ConfigSection } from "@assay/core";
import { MEMBERS } from "./registry.ts";

/** The config sections of all packages. Loads their schemas: only a run with a config file needs them. */
export function loadSections(): Promise<readonly ConfigSection[]> {
  return Promise.all(
    MEMBERS.map(async ({ kind, section }) => ({ ...(await section()), check: kind === "check" })),
  );
}
