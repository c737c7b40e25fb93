import type { Command } from "@assay/core";
import { inputsOf } from "@assay/runtime";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The inputs of a step by name: the runner hands `fail-on` over as `INPUT_FAIL-ON`, spaces as `_`, and what was not given as
 * an empty text, which is left out. What is no input of the command is here too, in lower case: the runner only warns of it,
 * and a setting that somebody wrote must not be without effect.
 */
export function readInputs(
  command: Command,
  environment: Environment,
): Readonly<Record<string, string>> {
  const byVariable = new Map(
    Object.keys(inputsOf(command)).map((name) => [variableOf(name), name]),
  );
  const explicit: Record<string, string> = {};
  for (const variable of Object.keys(environment).sort()) {
    const value = environment[variable];
    if (!variable.startsWith("INPUT_") || value === undefined || value === "") continue;
    explicit[byVariable.get(variable) ?? variable.slice("INPUT_".length).toLowerCase()] = value;
  }
  return explicit;
}

function variableOf(name: string): string {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}
