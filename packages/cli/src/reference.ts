import { loadCommands } from "@assay/suite";
import { CONFIG_USAGE } from "./config-command.ts";
import { EXPLAIN_USAGE } from "./explain-command.ts";
import { helpOf, overview } from "./help.ts";
import { INIT_USAGE } from "./init/init-command.ts";

/** `docs/reference/cli.md`: the help texts as they are printed. */
export async function cliReference(): Promise<string> {
  const commands = await loadCommands();
  const pages = [
    ...commands.map((command) => [command.name, helpOf(command)] as const),
    ["config", CONFIG_USAGE] as const,
    ["init", INIT_USAGE] as const,
    ["explain", EXPLAIN_USAGE] as const,
  ];
  return [
    "# Command line",
    "",
    ...block(await overview()),
    ...pages.flatMap(([name, text]) => [`## assay ${name}`, "", ...block(text)]),
  ].join("\n");
}

function block(text: string): readonly string[] {
  return ["```text", text.trimEnd(), "```", ""];
}
