import { loadCommands } from "@assay/action-kit/suite";
import { HELPER_ENTRIES, helpOf, overview } from "./help.ts";

/** `docs/reference/cli.md`: the help texts as they are printed. */
export async function cliReference(): Promise<string> {
  const commands = await loadCommands();
  const sections = commands.flatMap((command) => [
    `## assay ${command.name}`,
    "",
    "```text",
    helpOf(command).trimEnd(),
    "```",
    "",
  ]);
  const helpers = HELPER_ENTRIES.flatMap(({ term, text }) => [`## assay ${term}`, "", text, ""]);
  return [
    "# Command line",
    "",
    "```text",
    (await overview()).trimEnd(),
    "```",
    "",
    ...sections,
    ...helpers,
  ].join("\n");
}
