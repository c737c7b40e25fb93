import type { Command, InputSpec, InputSpecs } from "@assay/core";
import { wrap } from "@assay/core";
import { formatDefault, isMandatory, orderedInputs } from "@assay/runtime/input-facts";
import { commandText } from "./command-texts.ts";

/** One line of a help text: what is written on the left, what it means on the right. */
export interface HelpEntry {
  readonly term: string;
  readonly text: string;
  /** Short facts on lines of their own below the text. */
  readonly facts?: readonly string[];
}

const WIDTH = 100;
const MAX_TERM = 34;

/** The help of one command, made from its declaration. */
export function commandHelp(
  command: Command,
  usage: string,
  general: readonly HelpEntry[],
  below: readonly HelpEntry[] = [],
): string {
  return [
    `${command.title}.`,
    "",
    `Usage: ${usage}`,
    "",
    ...wrap(plain(commandText(command.description)), WIDTH, 0),
    "",
    ...(below.length === 0 ? [] : ["Commands:", ...formatEntries(below), ""]),
    "Options:",
    ...formatEntries(optionEntries(command.inputs)),
    "",
    "An option with <item>... may be given several times, or once with commas between its items.",
    "",
    "General options:",
    ...formatEntries(general),
    "",
  ].join("\n");
}

/** Terms and texts in two aligned columns. */
export function formatEntries(entries: readonly HelpEntry[]): readonly string[] {
  const column = Math.min(MAX_TERM, Math.max(...entries.map(({ term }) => term.length))) + 4;
  return entries.flatMap(({ term, text, facts = [] }) => {
    const right = [text, ...facts].flatMap((part) => wrap(part, WIDTH - column, 0));
    const first = `  ${term}`;
    const fits = first.length + 2 <= column;
    const lines = right.map(
      (line, index) => `${(index === 0 && fits ? first : "").padEnd(column)}${line}`,
    );
    return fits ? lines : [first, ...lines];
  });
}

/** The options of a command: every input that the CLI has. */
function optionEntries(inputs: InputSpecs): readonly HelpEntry[] {
  return orderedInputs(inputs, "cli").map(([name, spec]) => ({
    term: optionTerm(name, spec),
    text: plain(commandText(spec.description, name)),
    facts: optionFacts(spec),
  }));
}

function optionTerm(name: string, spec: InputSpec): string {
  switch (spec.type) {
    case "boolean":
      return spec.default === false ? `--${name}` : `--[no-]${name}`;
    case "integer":
      return `--${name} <number>`;
    case "path":
      return `--${name} <path>`;
    case "choice":
      return `--${name} <choice>`;
    case "list":
      return `--${name} <item>...`;
    case "string":
      return `--${name} <text>`;
  }
}

function optionFacts(spec: InputSpec): readonly string[] {
  const facts: string[] = [];
  if ("choices" in spec && spec.choices !== undefined)
    facts.push(`Choices: ${spec.choices.join(", ")}`);
  if (spec.type === "integer") facts.push(`Range: ${spec.minimum} to ${spec.maximum}`);
  // That a switch is off goes without saying.
  const byDefault = spec.type === "boolean" ? spec.default && "on" : formatDefault(spec);
  const where = [
    byDefault ? `default: ${byDefault}` : undefined,
    isMandatory(spec) ? "required" : undefined,
    spec.configKey === undefined ? undefined : `config: ${spec.configKey}`,
    spec.environment === undefined ? undefined : `variable: ${spec.environment}`,
  ].filter((fact) => fact !== undefined);
  return where.length === 0 ? facts : [...facts, `[${where.join("; ")}]`];
}

/** Markdown's code marks say nothing on a terminal. */
function plain(markdown: string): string {
  return markdown.replaceAll("`", "");
}
