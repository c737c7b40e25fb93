import type { Command, InputSpec } from "@assay/core";
import { formatDefault, isMandatory, orderedInputs } from "./input-facts.ts";

export interface ActionMetadata {
  /** As the Marketplace lists it. */
  readonly name: string;
  /** Relative to the folder of `action.yml`. */
  readonly main: string;
  /** Where the Marketplace lists it, which is the one at the root alone: an icon of Feather and a colour. */
  readonly branding?: { readonly icon: string; readonly color: string };
}

/**
 * The text of `action.yml`.
 *
 * Only defaults that are expressions of the runner are written: a default there would reach the action as an explicit
 * value and win over the config file. The others stand in the description.
 */
export function actionMetadata(command: Command, { name, main, branding }: ActionMetadata): string {
  const inputs = orderedInputs(command.inputs, "action").flatMap(([key, spec]) => [
    `  ${key}:`,
    `    description: ${quoted(describeInput(spec))}`,
    // The runner does not look at it, but editors do; the config file may hold the value too.
    ...(isMandatory(spec) && spec.configKey === undefined && spec.environment === undefined
      ? ["    required: true"]
      : []),
    ...(spec.actionDefault === undefined ? [] : [`    default: ${spec.actionDefault}`]),
  ]);
  const outputs = Object.entries(command.outputs).flatMap(([key, { description }]) => [
    `  ${key}:`,
    `    description: ${quoted(firstSentence(description))}`,
  ]);
  return [
    "# Generated from the command's declaration by `npm run generate`: do not edit.",
    "# The README beside the sources says all of each input, its key in the config file too.",
    `name: ${quoted(name)}`,
    `description: ${quoted(command.title)}`,
    ...(branding === undefined
      ? []
      : ["author: Assay", "branding:", `  icon: ${branding.icon}`, `  color: ${branding.color}`]),
    "inputs:",
    ...inputs,
    "outputs:",
    ...outputs,
    "runs:",
    "  using: node24",
    `  main: ${main}`,
    "",
  ].join("\n");
}

/** The first sentence: each step downloads this file, and the rest stands in the action's README and in the command's help. */
export function firstSentence(text: string): string {
  return /^.*?[.](?= [A-Z`])/.exec(text)?.[0] ?? text;
}

/** The description of an input with what `action.yml` has no field for. */
function describeInput(spec: InputSpec): string {
  const byDefault = spec.actionDefault === undefined ? formatDefault(spec) : undefined;
  return [
    firstSentence(spec.description),
    ...("choices" in spec && spec.choices !== undefined
      ? [`${spec.type === "list" ? "Any" : "One"} of: ${spec.choices.join(", ")}.`]
      : []),
    ...(spec.type === "list" ? ["One item per line, or separated by commas."] : []),
    ...(byDefault === undefined ? [] : [`Default: \`${byDefault}\`.`]),
  ].join(" ");
}

/** A JSON text is a YAML text too. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
