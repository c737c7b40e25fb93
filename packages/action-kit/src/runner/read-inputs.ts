import { type Command, type InputSpecs, suggestion } from "@assay/core";
import { inputsOf } from "@assay/runtime";

type Environment = Readonly<Record<string, string | undefined>>;

export interface RunnerInputs {
  /** By input name; what was not given is left out. */
  readonly explicit: Readonly<Record<string, string>>;
  /** One sentence for each `INPUT_*` variable that is no input of this command. The runner only warns of them too. */
  readonly unknown: readonly string[];
}

/**
 * The inputs of a step: the runner hands `fail-on` over as `INPUT_FAIL-ON`, spaces as `_`, and what was not given as an
 * empty text.
 */
export function readInputs(command: Command, environment: Environment): RunnerInputs {
  const specs: InputSpecs = inputsOf(command);
  const names = Object.entries(specs)
    .filter(([, spec]) => spec.face !== "cli")
    .map(([name]) => name);
  const byVariable = new Map(names.map((name) => [variableOf(name), name]));
  const explicit: Record<string, string> = {};
  const unknown: string[] = [];
  for (const variable of Object.keys(environment).sort()) {
    const value = environment[variable];
    if (!variable.startsWith("INPUT_") || value === undefined || value === "") continue;
    const name = byVariable.get(variable);
    if (name !== undefined) explicit[name] = value;
    else {
      const given = variable.slice("INPUT_".length).toLowerCase();
      unknown.push(`There is no input \`${given}\`${suggestion(given, names) || "."}`);
    }
  }
  return { explicit, unknown };
}

function variableOf(name: string): string {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}
