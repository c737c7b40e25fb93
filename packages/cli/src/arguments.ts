import { type InputSpec, type InputSpecs, suggestion } from "@assay/core";
import { type ExplicitInputs, splitList } from "@assay/runtime";

/** The options that every command of the CLI has beside its inputs. */
export interface GeneralOptions {
  readonly help: boolean;
  readonly verbose: boolean;
  readonly quiet: boolean;
  /** What goes to stdout. */
  readonly format?: string;
}

export interface ParsedArguments {
  readonly explicit: ExplicitInputs;
  readonly positionals: readonly string[];
  readonly general: GeneralOptions;
  /** One line for everything that can't be understood. */
  readonly problems: readonly string[];
}

const SWITCHES: ReadonlyMap<string, keyof GeneralOptions> = new Map([
  ["--help", "help"],
  ["-h", "help"],
  ["--verbose", "verbose"],
  ["-v", "verbose"],
  ["--quiet", "quiet"],
  ["-q", "quiet"],
]);

/**
 * Reads options by the declarations of a command's inputs: `--name value`, `--name=value`, `--name` and `--no-name` for
 * booleans, repeated options for lists. What follows `--` is positional. A value may begin with `-`.
 */
export function parseArguments(argv: readonly string[], specs: InputSpecs): ParsedArguments {
  const state = {
    explicit: new Map<string, string | boolean | readonly string[]>(),
    positionals: [] as string[],
    general: { help: false, verbose: false, quiet: false } as {
      -readonly [K in keyof GeneralOptions]: GeneralOptions[K];
    },
    problems: [] as string[],
  };
  const rest = [...argv];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === "--") {
      state.positionals.push(...rest.splice(0));
      continue;
    }
    const general = SWITCHES.get(argument);
    if (general !== undefined && general !== "format") state.general[general] = true;
    else if (!argument.startsWith("-") || argument === "-") state.positionals.push(argument);
    else readOption(argument, rest, specs, state);
  }
  return { ...state, explicit: Object.fromEntries(state.explicit) };
}

type State = Parameters<typeof store>[3];

function readOption(argument: string, rest: string[], specs: InputSpecs, state: State): void {
  const equals = argument.indexOf("=");
  const option = equals < 0 ? argument : argument.slice(0, equals);
  const value = equals < 0 ? undefined : argument.slice(equals + 1);
  const name = option.slice(2);
  const take = (): string | undefined => value ?? rest.shift();
  if (option === "--format") {
    const format = take();
    if (format === undefined) state.problems.push("`--format` needs a value");
    else state.general.format = format;
    return;
  }
  const negated = name.startsWith("no-") ? specFor(specs, name.slice(3)) : undefined;
  const spec = option.startsWith("--") ? specFor(specs, name) : undefined;
  if (spec === undefined && negated?.type === "boolean") {
    if (value === undefined) store(name.slice(3), negated, "false", state);
    else state.problems.push(`\`${option}\` takes no value`);
  } else if (spec === undefined) {
    state.problems.push(
      `There is no option \`${option}\`${suggestion(option, optionNames(specs))}`,
    );
  } else if (spec.type === "boolean") {
    store(name, spec, value ?? "true", state);
  } else {
    const given = take();
    if (given === undefined) state.problems.push(`\`${option}\` needs a value`);
    else store(name, spec, given, state);
  }
}

function store(
  name: string,
  spec: InputSpec,
  value: string,
  state: {
    readonly explicit: Map<string, string | boolean | readonly string[]>;
    readonly general: { -readonly [K in keyof GeneralOptions]: GeneralOptions[K] };
    readonly problems: string[];
  },
): void {
  const before = state.explicit.get(name);
  if (spec.type === "list") {
    state.explicit.set(name, [...(Array.isArray(before) ? before : []), ...splitList(value)]);
  } else if (before !== undefined) {
    state.problems.push(`\`--${name}\` is given more than once; give it once`);
  } else state.explicit.set(name, value);
}

function specFor(specs: InputSpecs, name: string): InputSpec | undefined {
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
  return spec?.host === "action" ? undefined : spec;
}

function optionNames(specs: InputSpecs): readonly string[] {
  const names = Object.keys(specs).filter((name) => specFor(specs, name) !== undefined);
  return ["--format", "--help", "--verbose", "--quiet", ...names.map((name) => `--${name}`)];
}
