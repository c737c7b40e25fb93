import type { Command } from "@assay/core";
import { imageCopyCommand, imageInspectCommand } from "@assay/images";
import { imageSbomCommand } from "@assay/sbom/image";
import { imageAttestCommand, imageSignCommand, imageVerifyCommand } from "@assay/signing/image";
import { imageCheckCommand } from "./check/check-command.ts";
import { imageReleaseCommand } from "./release/command.ts";

/** What `assay image` can do, in the order in which people meet it: a line each. */
export const IMAGE_COMMANDS: readonly Command[] = [
  imageCheckCommand as Command,
  imageSbomCommand as Command,
  imageReleaseCommand as Command,
  imageInspectCommand as Command,
  imageSignCommand as Command,
  imageAttestCommand as Command,
  imageVerifyCommand as Command,
  imageCopyCommand as Command,
];
