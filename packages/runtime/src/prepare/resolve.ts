import type { InputSource, InputSpec, InputSpecs, InputValues, Positional } from "@assay/core";
import { type ConfigFile, formatPlace, suggestion, UsageError } from "@assay/core";
import { parseValue } from "./parse-value.ts";

/** What a host was given by name: text, the items of a repeated option, or a switch. */
export type ExplicitInputs = Readonly<
  Record<string, string | boolean | readonly string[] | undefined>
>;

export type Environment = Readonly<Record<string, string | undefined>>;

type Host = "action" | "cli";

/** Where one value came from. */
export interface ValueSource {
  readonly from: InputSource;
  /** The variable's name, or `path:line:column` of the config file. */
  readonly detail?: string;
}

export interface ResolvedInputs<I extends InputSpecs> {
  readonly values: InputValues<I>;
  readonly sources: Readonly<Record<keyof I, ValueSource>>;
}

export interface InputOrigins {
  readonly explicit: ExplicitInputs;
  readonly environment: Environment;
  readonly config: ConfigFile;
  readonly host: Host;
  /** Absolute path of the folder that paths are relative to. */
  readonly root: string;
  /** What words without an option stand for on the command line. */
  readonly positional?: Positional | undefined;
}

/**
 * The value of every input: the explicit one, else the variable's, else the config file's, else the default.
 *
 * @throws UsageError with one problem for each wrong, missing or unknown input.
 */
export function resolveInputs<I extends InputSpecs>(
  specs: I,
  origins: InputOrigins,
): ResolvedInputs<I> {
  const problems = [...unknownInputs(specs, origins), ...onlyByCommandLine(specs, origins)];
  const values: Record<string, unknown> = {};
  const sources: Record<string, ValueSource> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const given = findValue(name, spec, origins);
    sources[name] = given.source;
    if (given.raw === undefined) {
      const value = "default" in spec ? spec.default : undefined;
      if (spec.required === true && isEmpty(value)) problems.push(missing(name, spec, origins));
      else values[name] = value;
      continue;
    }
    const parsed = parseValue(spec, given.raw, {
      root: origins.root,
      fromConfig: given.source.from === "config",
    });
    if ("problem" in parsed)
      problems.push(`${label(name, spec, given.source, origins.host)} ${parsed.problem}`);
    else if (spec.required === true && isEmpty(parsed.value))
      problems.push(missing(name, spec, origins));
    else values[name] = parsed.value;
  }
  if (problems.length > 0) throw inputError(problems);
  // Every name of `specs` has a parsed value, its default, or `undefined` where the type allows that.
  return { values, sources } as ResolvedInputs<I>;
}

/** One error for all wrong inputs. */
export function inputError(
  problems: readonly string[],
  places: UsageError["places"] = new Map(),
): UsageError {
  const [first] = problems;
  return problems.length === 1 && first !== undefined
    ? new UsageError(first, { places })
    : new UsageError(`${problems.length} inputs are wrong`, { problems, places });
}

function findValue(
  name: string,
  spec: InputSpec,
  origins: InputOrigins,
): { raw?: unknown; source: ValueSource } {
  const byDefault: ValueSource = { from: "default" };
  if (!isOf(spec, origins.host)) return { source: byDefault };
  const explicit = Object.hasOwn(origins.explicit, name) ? origins.explicit[name] : undefined;
  // The runner hands an input that was not given over as an empty text.
  if (explicit !== undefined && !(explicit === "" && origins.host === "action")) {
    return { raw: explicit, source: { from: "input" } };
  }
  const variable = spec.environment === undefined ? "" : origins.environment[spec.environment];
  if (variable !== undefined && variable !== "") {
    return { raw: variable, source: { from: "environment", detail: spec.environment } };
  }
  const configured =
    spec.configKey === undefined ? undefined : origins.config.value(spec.configKey);
  if (spec.configKey !== undefined && configured !== undefined && configured !== null) {
    return {
      raw: configured,
      source: { from: "config", detail: placeOf(spec.configKey, origins.config) },
    };
  }
  return { source: byDefault };
}

function placeOf(key: string, config: ConfigFile): string | undefined {
  const place = config.place(key);
  return place === undefined ? config.path : formatPlace(place);
}

function unknownInputs(specs: InputSpecs, { explicit, host }: InputOrigins): string[] {
  const names = Object.keys(specs).filter((name) => isOf(specs[name], host));
  return Object.keys(explicit)
    .filter((name) => explicit[name] !== undefined && !names.includes(name))
    .map((name) => `There is no input \`${name}\`${suggestion(name, names)}`);
}

/** What only the command line can do and the config file asks for: an action that passed over it would do less than it was told. */
function onlyByCommandLine(specs: InputSpecs, { host, config }: InputOrigins): string[] {
  return Object.values(specs).flatMap(({ host: only, configKey }) => {
    const value = configKey === undefined ? undefined : config.value(configKey);
    return only !== "cli" || host === "cli" || value === undefined || value === null
      ? []
      : [
          `\`${configKey}\` stands in the config file, and only the command line can do that: run \`node dist/cli.js\` of a clone in a step, or leave the key out`,
        ];
  });
}

function isOf(spec: InputSpec | undefined, host: Host): boolean {
  return spec?.host === undefined || spec.host === host;
}

function label(name: string, spec: InputSpec, source: ValueSource, host: Host): string {
  if (source.from === "environment") return `The variable ${source.detail} (input \`${name}\`)`;
  if (source.from === "config") return `${source.detail}: \`${spec.configKey ?? name}\``;
  return shown(name, host);
}

/** An input as people write it: an option on the command line, a key in a workflow. */
function shown(name: string, host: Host): string {
  return host === "cli" ? `\`--${name}\`` : `\`${name}\``;
}

function missing(name: string, spec: InputSpec, { host, positional }: InputOrigins): string {
  const option =
    host === "cli" && positional?.input === name ? `\`${positional.term}\`` : shown(name, host);
  const ways = [
    ...(spec.environment === undefined ? [] : [`the variable ${spec.environment}`]),
    ...(spec.configKey === undefined ? [] : [`\`${spec.configKey}\` in the config file`]),
  ];
  const others = ways.length === 0 ? "" : `: give it or ${ways.join(" or ")}`;
  return `${option} is required${others}. ${spec.description}`;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}
