import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Command, suggestion, UsageError } from "@assay/core";

/**
 * The command below `command` that a word names, such as `validate` in `assay sbom validate`.
 *
 * @throws UsageError where a word is almost the name of one, and nothing in `cwd` has that name
 */
export async function subcommandOf(
  command: Command,
  word: string | undefined,
  cwd: string,
): Promise<Command | undefined> {
  if (command.subcommands === undefined || word === undefined) return undefined;
  const commands = await command.subcommands();
  const found = commands.find(({ name }) => name === word);
  const meant = suggestion(
    word,
    commands.map(({ name }) => name),
  );
  if (found === undefined && meant !== "" && !existsSync(resolve(cwd, word))) {
    throw new UsageError(`There is no command or folder \`${word.slice(0, 100)}\`${meant}`, {
      hint: `\`assay ${command.name} --help\` lists its commands.`,
    });
  }
  return found;
}
