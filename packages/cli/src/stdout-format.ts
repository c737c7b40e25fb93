import {
  type Command,
  escapeWorkflowCommands,
  type ReportFormat,
  STDOUT_REPORTS,
  suggestion,
} from "@assay/core";
import { render, renderText } from "@assay/reporting";
import type { Execution, ExplicitInputs } from "@assay/runtime";
import { type Terminal, useColour } from "./terminal.ts";

/** What goes to stdout: a report, or the one document that the command makes in a format of its own. */
export interface StdoutFormat {
  readonly report?: ReportFormat;
  /** Inputs that the choice of format adds. */
  readonly explicit: ExplicitInputs;
  readonly problems: readonly string[];
}

/** Reads `--format`. A command that makes documents (an SBOM) also takes the name of one. */
export function stdoutFormat(
  format: string,
  command: Command,
  explicit: ExplicitInputs,
): StdoutFormat {
  const report = STDOUT_REPORTS.find((name) => name === format);
  if (report !== undefined) return { report, explicit: {}, problems: [] };
  const documents = documentFormats(command);
  if (!documents.includes(format)) {
    const allowed = [...STDOUT_REPORTS, ...documents];
    const near = suggestion(format, allowed);
    const rule = `it must be one of ${allowed.join(", ")}${near}`;
    return { explicit: {}, problems: [`\`--format\` is ${JSON.stringify(format)}; ${rule}`] };
  }
  const { documents: input = "formats" } = command;
  const clash = `\`--format\` names a document, and so does \`--${input}\`; give one of them`;
  return {
    explicit: { [input]: [format] },
    problems: explicit[input] === undefined ? [] : [clash],
  };
}

/** The formats of the documents that a command makes. */
export function documentFormats(command: Command): readonly string[] {
  const { documents: input } = command;
  const spec = input === undefined ? undefined : command.inputs[input];
  return spec?.type === "list" ? (spec.choices ?? []) : [];
}

/** Prints what was asked for. A document says nothing of findings: then stderr has the report. */
export function printExecution(
  format: StdoutFormat,
  execution: Execution,
  terminal: Terminal,
): void {
  const { stdout, stderr, environment } = terminal;
  const { report, artifacts } = execution;
  const text = (output: Terminal["stdout"]) =>
    escapeWorkflowCommands(
      renderText(report, { colour: useColour(output, environment), width: output.columns }),
    );
  if (format.report === "text") stdout.write(text(stdout));
  else if (format.report !== undefined) stdout.write(render(format.report, report));
  else {
    const [document] = artifacts;
    if (document !== undefined) stdout.write(document.bytes);
    if (document === undefined || report.outcome !== "pass") stderr.write(text(stderr));
  }
}
