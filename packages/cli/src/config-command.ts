import { COMMON_INPUTS, type Command, type InputSpecs, suggestion, UsageError } from "@assay/core";
import {
  inputsOf,
  type Preparation,
  prepareRun,
  resolveInputs,
  type ValueSource,
} from "@assay/runtime";
import { COMMAND_NAMES, loadSections } from "@assay/suite";
import { parseArguments } from "./arguments.ts";
import { loadCommand } from "./commands.ts";
import { commandLineError } from "./run-command.ts";
import { type Terminal, visible } from "./terminal.ts";

export const CONFIG_USAGE = `Usage: assay config [command] [options of the command]

Shows the value of every input of a command (check without one) and where it comes from: an option,
a variable, the config file or the default. Secrets are not shown.
`;

/** `assay config [command]`. */
export async function configCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [first, ...others] = argv;
  const named = first !== undefined && !first.startsWith("-");
  const name = named ? first : "check";
  const command = await loadCommand(name);
  if (command === undefined) {
    throw new UsageError(
      `There is no command ${JSON.stringify(name.slice(0, 100))}${suggestion(name, COMMAND_NAMES)}`,
      { hint: `\`assay config\` takes one of ${COMMAND_NAMES.join(", ")}.` },
    );
  }
  const specs = inputsOf(command);
  const { explicit, general, positionals, problems } = parseArguments(named ? others : argv, specs);
  if (general.help) {
    terminal.stdout.write(CONFIG_USAGE);
    return 0;
  }
  const surplus = positionals.map(
    (text) => `${JSON.stringify(text)} is too much: give options only`,
  );
  if (problems.length + surplus.length > 0)
    throw commandLineError("config", [...problems, ...surplus]);
  const { environment, cwd } = terminal;
  // A required input that is given nowhere is worth seeing here, not an error.
  const lenient = { ...command, inputs: withoutRequirements(specs) };
  const prepared = await prepareRun({
    command: lenient,
    explicit,
    environment,
    host: "cli",
    cwd,
    loadSections,
  });
  const { config, inputs } = prepared;
  const parts = (await command.parts?.(inputs, config)) ?? [];
  const lines = [
    `Config file: ${config.path ?? "none"}`,
    ...section(command.name, specs, prepared),
    ...parts.flatMap((part) => partSection(part, prepared, environment)),
  ];
  terminal.stdout.write(`${lines.map(visible).join("\n")}\n`);
  return 0;
}

function partSection(
  part: Command,
  { config, workspace }: Preparation,
  environment: Terminal["environment"],
): readonly string[] {
  const own = Object.entries(part.inputs).filter(([name]) => !Object.hasOwn(COMMON_INPUTS, name));
  const specs = withoutRequirements(Object.fromEntries(own));
  const { root } = workspace;
  const resolved = resolveInputs(specs, { explicit: {}, environment, config, host: "cli", root });
  return section(part.name, specs, { inputs: resolved.values, sources: resolved.sources });
}

function section(
  title: string,
  specs: InputSpecs,
  resolved: {
    readonly inputs: Readonly<Record<string, unknown>>;
    readonly sources: Readonly<Record<string, ValueSource>>;
  },
): readonly string[] {
  const rows = Object.entries(specs)
    .filter(([, spec]) => spec.host !== "action")
    .map(([name, spec]) => {
      const value = resolved.inputs[name];
      const shown = spec.secret === true && value !== undefined ? "(secret)" : show(value);
      return [`  ${name}`, shown, origin(resolved.sources[name])];
    });
  return ["", title, ...columns(rows)];
}

/** Cells in aligned columns; a value that is too long for its column moves what follows. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1].map((index) =>
    Math.min(48, Math.max(...rows.map((row) => row[index]?.length ?? 0))),
  );
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function show(value: unknown): string {
  if (value === undefined) return "-";
  if (Array.isArray(value)) return value.length === 0 ? "(none)" : value.join(", ");
  return String(value);
}

function origin(source: ValueSource | undefined): string {
  switch (source?.from) {
    case "input":
      return "option";
    case "environment":
      return `variable ${source.detail}`;
    case "config":
      return source.detail ?? "config file";
    default:
      return "default";
  }
}

function withoutRequirements(specs: InputSpecs): InputSpecs {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [name, { ...spec, required: false }]),
  );
}
