import type { Command } from "@assay/core";
import * as suite from "@assay/suite";

/** The commands of the suite as the command line has them: some take more here than an action does. */
export async function loadCommand(name: string): Promise<Command | undefined> {
  if (name === "verify") return (await import("@assay/signing/vsa")).verifyVsaCommand;
  return await suite.loadCommand(name);
}

/** All of them: for help and the reference. */
export async function loadCommands(): Promise<readonly Command[]> {
  const commands = await Promise.all(suite.COMMAND_NAMES.map(loadCommand));
  return commands.filter((command) => command !== undefined);
}
