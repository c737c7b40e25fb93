import { catalog } from "@assay/core";
import { INVENTORY_RULES } from "../rules.ts";

const ACCEPT = "Every finding shows the entry of the config file that accepts it, and only it.";

/** What can be said of the inventory of an image. */
export const IMAGE_INVENTORY_RULES = {
  ...INVENTORY_RULES,
  ...catalog([
    {
      id: "inventory.unread-image",
      title: "A part of the image that can't be read",
      description:
        "A layer, an entry of one, or the database of a package manager is damaged, encrypted, beyond the limits, or of a kind that this version does not know. What it holds is in no document and no audit.",
      help: `Build or pull the image again. Where it is right as it is, look at that part with another tool, and accept the finding. ${ACCEPT}`,
      severity: "high",
      tags: ["completeness"],
    },
    {
      id: "inventory.unread-record",
      title: "A record of an installed package that can't be read",
      description:
        "A file has the name and the place of a package's own record, and no content that is one. Packages bring such files for tests.",
      help: `Look at the file. Where it is a package, reinstall it. ${ACCEPT}`,
      severity: "low",
      tags: ["completeness"],
    },
  ]),
};
