import type { Command } from "@assay/core";
import { convertCommand } from "./convert/command.ts";
import { diffCommand } from "./diff/command.ts";
import { mergeCommand } from "./merge/command.ts";
import { scoreCommand } from "./score/command.ts";
import { validateCommand } from "./validate/command.ts";

/** What `assay sbom` does with documents that are there. */
export const SUBCOMMANDS: readonly Command[] = [
  convertCommand,
  diffCommand,
  mergeCommand,
  scoreCommand,
  validateCommand,
];
