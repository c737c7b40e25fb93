import { type Command, STDOUT_REPORTS } from "@assay/core";
import { commandHelp, formatEntries, type HelpEntry } from "./command-help.ts";
import { loadCommands } from "./commands.ts";
import { HELPER_COMMANDS } from "./helper-commands.ts";
import { positionalOf } from "./positionals.ts";
import { documentFormats } from "./stdout-format.ts";

function generalEntries(command: Command): readonly HelpEntry[] {
  const documents = documentFormats(command);
  return [
    {
      term: "--format <format>",
      text: `What goes to stdout: a report${documents.length === 0 ? "" : ", or one of the documents"}.`,
      facts: [`Choices: ${[...STDOUT_REPORTS, ...documents].join(", ")}`, "[default: text]"],
    },
    { term: "-v, --verbose", text: "Tell on stderr what is being done." },
    { term: "-q, --quiet", text: "Tell nothing but errors on stderr; stdout stays the same." },
    { term: "-h, --help", text: "Show this help." },
  ];
}

const EXIT_CODES: readonly HelpEntry[] = [
  { term: "0", text: "Nothing at or above the threshold was found; all was signed or verified." },
  {
    term: "1",
    text: "Policy failure: a finding at or above the threshold, or a signature that does not hold.",
  },
  { term: "2", text: "An option, the config file or another input is wrong." },
  { term: "3", text: "A service or tool failed, or output could not be written whole." },
  { term: "70", text: "A defect of Assay." },
];

/** @param words How a person calls it; the names of a command and of the one below it. */
export async function helpOf(
  command: Command,
  words: readonly string[] = [command.name],
): Promise<string> {
  const usage = `assay ${words.join(" ")} ${positionalOf(command).term} [options]`;
  const below = ((await command.subcommands?.()) ?? []).map((one) => ({
    term: `${words.join(" ")} ${one.name} ${positionalOf(one).term}`,
    text: `${one.title}.`,
  }));
  return commandHelp(command, usage, generalEntries(command), below);
}

/** What `assay --help` prints. */
export async function overview(): Promise<string> {
  const commands = await loadCommands();
  return [
    "Assay answers four questions about a repository and its releases: what is in it, may we ship it,",
    "does it leak, and can anyone prove that we made it.",
    "",
    "Usage: assay <command> [options]",
    "",
    "Commands:",
    ...formatEntries([
      ...commands.map(({ name, title }) => ({ term: name, text: `${title}.` })),
      ...HELPER_COMMANDS,
    ]),
    "",
    "Options:",
    ...formatEntries([
      { term: "-h, --help", text: "Show this help; after a command, that of the command." },
      { term: "-V, --version", text: "Show the version." },
    ]),
    "",
    "Exit codes:",
    ...formatEntries(EXIT_CODES),
    "",
  ].join("\n");
}
