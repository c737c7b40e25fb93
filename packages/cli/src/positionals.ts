import { type Command, commonPositional, type Positional } from "@assay/core";
import { type ExplicitInputs, inputsOf } from "@assay/runtime";
import type { ParsedArguments } from "./arguments.ts";

/** The input that words without an option are for: the declared one, else the folder to look at. */
export function positionalOf(command: Command): Positional {
  return command.positional ?? commonPositional;
}

/** What stands on the command line without an option. A list takes all words, another input takes one. */
export async function readPositionals(
  command: Command,
  { explicit, positionals, problems: unclear }: ParsedArguments,
  cwd: string,
): Promise<{ readonly explicit: ExplicitInputs; readonly problems: readonly string[] }> {
  const [first, second] = positionals;
  // After an unknown option nobody can tell its value from a positional.
  if (first === undefined || unclear.length > 0) return { explicit: {}, problems: [] };
  const { input, term, resolve } = positionalOf(command);
  if (explicit[input] !== undefined) {
    const problem = `${JSON.stringify(first)} and \`--${input}\` mean the same input; give one of them`;
    return { explicit: {}, problems: [problem] };
  }
  if (inputsOf(command)[input]?.type === "list") {
    return { explicit: { [input]: positionals }, problems: [] };
  }
  const meant = second === undefined ? await resolve?.(first, cwd) : undefined;
  if (meant !== undefined && Object.keys(meant).every((name) => explicit[name] === undefined))
    return { explicit: meant, problems: [] };
  const surplus = `${term} is given once, as ${JSON.stringify(first)}; ${JSON.stringify(second)} is too much`;
  return { explicit: { [input]: first }, problems: second === undefined ? [] : [surplus] };
}
