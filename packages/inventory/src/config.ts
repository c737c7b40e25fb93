import type { ConfigSection } from "@assay/core";
import { list, object, oneOf, text } from "@assay/core/schema";
import { ECOSYSTEMS } from "./ecosystems/index.ts";

/** The section `inventory` of the config file. */
export interface InventoryConfig {
  readonly exclude?: readonly string[];
  readonly include?: readonly string[];
  readonly ecosystems?: readonly string[];
  readonly "exclude-ecosystems"?: readonly string[];
}

const globs = list(text).optional();
const ecosystems = list(oneOf(ECOSYSTEMS.map(({ id }) => id))).optional();

/** Settings of the inventory, which several checks stand on. */
export const inventorySection: ConfigSection = {
  key: "inventory",
  description: "What the inventory of packages leaves out.",
  schema: object({
    exclude: globs.describe(
      "Folders, lockfiles and manifests that are not the project's, as globs such as `docs/samples` or `**/old/*.lock`. Folders of installed packages, fixtures and examples are left out without it.",
    ),
    include: globs.describe(
      "The only folders, lockfiles and manifests that are looked at, as globs such as `services`; all of them where it is not given. What it leaves out makes a document incomplete.",
    ),
    ecosystems: ecosystems.describe(
      "The only ecosystems that are looked at, such as `cargo`; all of them where it is not given. What it leaves out makes a document incomplete.",
    ),
    "exclude-ecosystems": ecosystems.describe(
      "Ecosystems that are not looked at. What it leaves out makes a document incomplete.",
    ),
  }),
  loosened: {
    exclude: "added",
    include: "removed",
    ecosystems: "removed",
    "exclude-ecosystems": "added",
  },
  example: `exclude:
  - docs/samples
exclude-ecosystems:
  - terraform
`,
};
