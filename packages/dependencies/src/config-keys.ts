import { list, object, text } from "@assay/core/schema";
import { IGNORE_KEYS } from "./ignores/config-keys.ts";
import { UPDATES_KEY } from "./update/config-keys.ts";

const denied = object({
  package: text.describe(
    "The package: `name`, `name@version`, `name@range` or a purl. `*` stands for any characters.",
  ),
  reason: text.describe("Why it may not be used."),
});

/** What the section `dependencies` of the config file has beside the inputs. */
export const DEPENDENCIES_KEYS = {
  deny: list(denied).optional().describe("Packages that may not be used at all."),
  updates: UPDATES_KEY,
  ...IGNORE_KEYS,
};
