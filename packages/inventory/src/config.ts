import type { ConfigSection } from "@assay/core";
import { z } from "zod";

/** The section `inventory` of the config file. */
export interface InventoryConfig {
  readonly exclude?: readonly string[];
}

/** Settings of the inventory, which several checks stand on. */
export const inventorySection: ConfigSection = {
  key: "inventory",
  description: "What the inventory of packages leaves out.",
  schema: z.strictObject({
    exclude: z
      .array(z.string().trim().min(1))
      .optional()
      .describe(
        "Globs of lockfiles and manifests that are not the project's, such as `docs/samples/**`. Folders of installed packages, fixtures and examples are left out without it.",
      ),
  }),
  loosened: { exclude: "added" },
  example: `exclude:
  - docs/samples/**
`,
};
