import type { ConfigSection } from "@assay/core";
import { MEMBERS } from "./registry.ts";

/** The config sections of all commands. Loads the schemas: only a run with a config file needs them. */
export async function loadSections(): Promise<readonly ConfigSection[]> {
  const { sectionOf } = await import("@assay/runtime/config");
  return Promise.all(
    MEMBERS.map(async ({ kind, load }) => ({
      ...(await sectionOf(await load())),
      check: kind === "check",
    })),
  );
}
