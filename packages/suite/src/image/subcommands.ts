import type { Command } from "@assay/core";

/** What `assay image` can do, in the order in which people meet it: a line each. */
export const IMAGE_COMMANDS: readonly Command[] = [];
