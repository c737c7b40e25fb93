import type { Command } from "@assay/core";
import { loadCommands } from "./commands.ts";
import { helpOf, overview } from "./help.ts";
import { HELPER_COMMANDS } from "./helper-commands.ts";

/** `docs/reference/cli.md`: the help texts as they are printed. */
export async function cliReference(): Promise<string> {
  const commands = await loadCommands();
  const pages = [
    ...(await Promise.all(commands.map(pagesOf))).flat(),
    ...(await Promise.all(
      HELPER_COMMANDS.map(async ({ name, load }) => [name, (await load()).usage] as const),
    )),
  ];
  return [
    "# Command line",
    "",
    ...block(await overview()),
    ...pages.flatMap(([name, text]) => [`## assay ${name}`, "", ...block(text)]),
  ].join("\n");
}

/** A command, and those below it. */
async function pagesOf(command: Command): Promise<readonly (readonly [string, string])[]> {
  const below = (await command.subcommands?.()) ?? [];
  return [
    [command.name, await helpOf(command)],
    ...(await Promise.all(
      below.map(async (one): Promise<readonly [string, string]> => {
        const words = [command.name, one.name];
        return [words.join(" "), await helpOf(one, words)];
      }),
    )),
  ];
}

function block(text: string): readonly string[] {
  return ["```text", text.trimEnd(), "```", ""];
}
