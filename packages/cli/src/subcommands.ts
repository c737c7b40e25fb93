import type { Command } from "@assay/core";

/** The command below `command` that a word names, such as `validate` in `assay sbom validate`. */
export async function subcommandOf(
  command: Command,
  word: string | undefined,
): Promise<Command | undefined> {
  if (command.subcommands === undefined || word === undefined) return undefined;
  return (await command.subcommands()).find(({ name }) => name === word);
}
