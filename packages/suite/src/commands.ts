import type { Command } from "@assay/core";
import { MEMBERS } from "./registry.ts";

/** The names of all commands of the suite, in the order in which people meet them. */
export const COMMAND_NAMES: readonly string[] = [
  "check",
  ...MEMBERS.map(({ name }) => name),
  "image",
];

/** Loads one command by its name; `undefined` when there is none. */
export async function loadCommand(name: string): Promise<Command | undefined> {
  if (name === "check") return (await import("./check-command.ts")).checkCommand;
  // No member: it has no section of the config file, and no run of the others loads it.
  if (name === "image") return (await import("./image/index.ts")).imageCommand;
  return MEMBERS.find((member) => member.name === name)?.load();
}

/** Loads all commands: for help, the reference and the list of rules. */
export async function loadCommands(): Promise<readonly Command[]> {
  const commands = await Promise.all(COMMAND_NAMES.map(loadCommand));
  return commands.filter((command) => command !== undefined);
}
