import type { ConfigSection } from "@assay/core";
import { MEMBERS } from "./registry.ts";

/** The config sections of all commands, and of what several of them stand on. Loads the schemas: only a run with a config file needs them. */
export async function loadSections(): Promise<readonly ConfigSection[]> {
  const { sectionOf } = await import("@assay/runtime/config");
  const { inventorySection } = await import("@assay/inventory/config");
  const sections = await Promise.all(
    MEMBERS.map(async ({ kind, load }) => ({
      ...(await sectionOf(await load())),
      check: kind === "check",
    })),
  );
  return [...sections, inventorySection];
}
