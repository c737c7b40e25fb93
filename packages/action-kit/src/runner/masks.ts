import { COMMON_INPUTS, type Command, type InputSpecs } from "@assay/core";
import { secretForms } from "@assay/runtime";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What is secret before anything is read: every value of a secret input, from the step or from its variable, what stands in a
 * variable that an input names, and the job's own tokens. Each in all forms in which a program may print it.
 */
export function secretsOf(
  command: Command,
  explicit: Readonly<Record<string, string>>,
  environment: Environment,
): readonly string[] {
  const specs: InputSpecs = { ...COMMON_INPUTS, ...command.inputs };
  const values = Object.entries(specs)
    .filter(([, spec]) => spec.secret === true)
    .flatMap(([name, spec]) => [
      explicit[name],
      spec.environment === undefined ? undefined : environment[spec.environment],
    ]);
  // An input that names a variable (`env://NAME`) means what is in it.
  const named = Object.values(explicit).map((value) => {
    const [, name] = /^env:\/\/(\w+)$/.exec(value) ?? [];
    return name === undefined ? undefined : environment[name];
  });
  const tokens = ["GITHUB_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"].map(
    (name) => environment[name],
  );
  const forms = [...values, ...named, ...tokens].flatMap((value) =>
    value === undefined || value.trim() === "" ? [] : secretForms(value),
  );
  return [...new Set(forms)];
}
