import type { InputSpecs } from "@assay/core";
import type { Environment } from "../prepare/resolve.ts";

/** How an input names a variable instead of giving its value: `env://NAME`. */
const REFERENCE = /^env:\/\/(\w+)$/;

/** The secrets among inputs: values of secret ones, and what stands in the variables that others name. */
export function secretsIn(
  specs: InputSpecs,
  values: Readonly<Record<string, unknown>>,
  environment: Environment,
): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (typeof value !== "string") return [];
    const variable = REFERENCE.exec(value)?.[1];
    const named = variable === undefined ? undefined : environment[variable];
    const own = Object.hasOwn(specs, name) && specs[name]?.secret === true ? value : undefined;
    return [own, named].filter((text): text is string => text !== undefined && text.trim() !== "");
  });
}

/** The job's own tokens: they are no inputs, and every part of a run may meet them. */
export function jobTokens(environment: Environment): readonly string[] {
  const names = ["GITHUB_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "ACTIONS_RUNTIME_TOKEN"];
  const tokens = names.map((name) => environment[name]);
  return tokens.filter((token): token is string => token !== undefined && token.trim() !== "");
}
