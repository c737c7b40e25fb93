import {
  type Command,
  type ConfigSection,
  type InputSpec,
  type InputSpecs,
  InternalError,
} from "@assay/core";
import {
  boolean,
  either,
  integer,
  list,
  object,
  oneOf,
  type Schema,
  text,
} from "@assay/core/schema";

/** What the config file may hold for one input: the same values that an option may have. */
function inputSchema(spec: InputSpec): Schema {
  switch (spec.type) {
    case "string":
    case "path":
      return text;
    case "boolean":
      return boolean;
    case "integer":
      return integer(spec.minimum, spec.maximum);
    case "choice":
      return oneOf(spec.choices);
    case "list": {
      const item = spec.choices === undefined ? text : oneOf(spec.choices);
      const items = list(item, spec.required === true ? 1 : 0);
      return spec.orOne === true ? either(item, items) : items;
    }
  }
}

/** The keys directly below `section` (`""`: at the top) that inputs can be given by, each with its input's description. */
export function inputKeys(inputs: InputSpecs, section: string): Readonly<Record<string, Schema>> {
  const prefix = section === "" ? "" : `${section}.`;
  const keys = Object.values(inputs).flatMap((spec) => {
    const { configKey = "", description } = spec;
    const key = configKey.startsWith(prefix) ? configKey.slice(prefix.length) : "";
    if (key === "" || key.includes(".")) return [];
    return [[key, inputSchema(spec).optional().describe(description)] as const];
  });
  return Object.fromEntries(keys);
}

/**
 * The section of the config file that follows from a command's declaration.
 *
 * @throws InternalError where it has none.
 */
export async function sectionOf({
  name: key,
  inputs,
  rules,
  config,
}: Pick<Command, "name" | "inputs" | "rules" | "config">): Promise<ConfigSection> {
  if (config === undefined)
    throw new InternalError(`The command ${key} declares no config section`);
  const own = (await config.ownKeys?.()) ?? {};
  const shape = { ...inputKeys(inputs, key), ...own };
  const { description, example, loosened = {} } = config;
  return { key, description, example, schema: object(shape), inputs, rules, loosened };
}
