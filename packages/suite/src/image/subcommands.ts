import type { Command } from "@assay/core";
import { imageAttestCommand, imageSignCommand, imageVerifyCommand } from "@assay/signing/image";

/** What `assay image` can do, in the order in which people meet it: a line each. */
export const IMAGE_COMMANDS: readonly Command[] = [
  imageSignCommand as Command,
  imageAttestCommand as Command,
  imageVerifyCommand as Command,
];
