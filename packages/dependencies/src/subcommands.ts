import type { Command } from "@assay/core";
import { fixCommand } from "./fix/command.ts";

/** What `assay dependencies` says beside its verdict. */
export const SUBCOMMANDS: readonly Command[] = [fixCommand];
