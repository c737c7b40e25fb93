import { COMMON_INPUTS, type Command, type InputSpecs } from "@assay/core";
import { jobTokens, secretForms, secretsIn } from "@assay/runtime";

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
  const variables = Object.fromEntries(
    Object.entries(specs).map(([name, { environment: variable }]) => [
      name,
      variable === undefined ? undefined : environment[variable],
    ]),
  );
  const secrets = [
    ...secretsIn(specs, explicit, environment),
    ...secretsIn(specs, variables, environment),
    ...jobTokens(environment),
  ];
  return [...new Set(secrets.flatMap(secretForms))];
}
