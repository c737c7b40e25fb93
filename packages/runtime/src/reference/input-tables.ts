import type { Command, InputSpec, Permission } from "@assay/core";
import { actionPermissions } from "@assay/core";
import { formatDefault, isMandatory, orderedInputs } from "./input-facts.ts";

/** The generated part of an action's README: inputs, outputs and permissions. */
export function actionReference(command: Command): string {
  return [
    "## Inputs",
    "",
    ...table(
      ["input", "description", "default", "config file"],
      orderedInputs(command.inputs, "action").map(([name, spec]) => [
        code(name) + (isMandatory(spec) ? " **required**" : ""),
        describe(spec),
        defaultCell(spec),
        spec.configKey === undefined ? "" : code(spec.configKey),
      ]),
    ),
    "",
    "## Outputs",
    "",
    ...table(
      ["output", "description"],
      Object.entries(command.outputs).map(([name, { description }]) => [code(name), description]),
    ),
    "",
    "## Permissions",
    "",
    ...permissionBlock(actionPermissions(command.permissions)),
  ].join("\n");
}

/** The permissions of a job as YAML to paste; those that depend on an input are commented out. */
export function permissionBlock(permissions: readonly Permission[]): readonly string[] {
  if (permissions.length === 0) return ["None: `permissions: {}` is enough."];
  const lines = permissions.map(({ scope, level, reason, when }) =>
    when === undefined
      ? `  ${scope}: ${level} # ${reason}`
      : `  # ${scope}: ${level} # ${reason}; only with \`${when}\``,
  );
  return ["```yaml", "permissions:", ...lines, "```"];
}

/** A Markdown table; cells may hold inline Markdown. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

function describe(spec: InputSpec): string {
  const facts = [spec.description];
  if ("choices" in spec && spec.choices !== undefined) {
    facts.push(`${spec.type === "list" ? "Any" : "One"} of ${spec.choices.map(code).join(", ")}.`);
  }
  if (spec.type === "integer") facts.push(`From ${spec.minimum} to ${spec.maximum}.`);
  if (spec.environment !== undefined) facts.push(`Variable: ${code(spec.environment)}.`);
  return facts.join(" ");
}

function defaultCell(spec: InputSpec): string {
  const text = spec.actionDefault ?? formatDefault(spec);
  return text === undefined ? "" : code(text);
}

function code(text: string): string {
  return `\`${text}\``;
}
