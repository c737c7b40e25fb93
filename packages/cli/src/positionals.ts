import { type Command, commonPositional, type Positional } from "@assay/core";
import { type ExplicitInputs, inputsOf } from "@assay/runtime";
import type { ParsedArguments } from "./arguments.ts";

/** The input that words without an option are for: the declared one, else the folder to look at. */
export function positionalOf(command: Command): Positional {
  return command.positional ?? commonPositional;
}

/** Paths that begin at the working directory: with one of them it stays the folder that the run starts in. */
const FROM_HERE = ["config", "baseline", "lockfile"];

/**
 * What stands on the command line without an option. A list takes all words, another input takes one; no word stands for the folder
 * that the run starts in.
 */
export async function readPositionals(
  command: Command,
  { explicit, positionals, problems: unclear }: ParsedArguments,
  cwd: string,
): Promise<{ readonly explicit: ExplicitInputs; readonly problems: readonly string[] }> {
  const [first, second] = positionals;
  const { input, term, resolve } = positionalOf(command);
  // After an unknown option nobody can tell its value from a positional.
  if (unclear.length > 0) return { explicit: {}, problems: [] };
  if (first === undefined) {
    const isHere = [...FROM_HERE, input].every((name) => explicit[name] === undefined);
    const here = isHere ? await resolve?.(".", cwd) : undefined;
    return { explicit: isNew(here, explicit) ? here : {}, problems: [] };
  }
  if (explicit[input] !== undefined) {
    const problem = `${JSON.stringify(first)} and \`--${input}\` mean the same input; give one of them`;
    return { explicit: {}, problems: [problem] };
  }
  if (inputsOf(command)[input]?.type === "list") {
    return { explicit: { [input]: positionals }, problems: [] };
  }
  const meant = second === undefined ? await resolve?.(first, cwd) : undefined;
  if (isNew(meant, explicit)) return { explicit: meant, problems: [] };
  const surplus = `${term} is given once, as ${JSON.stringify(first)}; ${JSON.stringify(second)} is too much`;
  return { explicit: { [input]: first }, problems: second === undefined ? [] : [surplus] };
}

/** Whether a folder stands for inputs of which nobody gave another value. */
function isNew<T extends object>(meant: T | undefined, explicit: ExplicitInputs): meant is T {
  return meant !== undefined && Object.keys(meant).every((name) => explicit[name] === undefined);
}
