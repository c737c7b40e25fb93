import { relative } from "node:path";
import {
  type Command,
  type DocumentInputs,
  escapeWorkflowCommands,
  type ReportFormat,
  STDOUT_REPORTS,
  suggestion,
} from "@assay/core";
import { render, renderText } from "@assay/reporting";
import { type Execution, type ExplicitInputs, STDOUT } from "@assay/runtime";
import { type Terminal, useColour, visible } from "./terminal.ts";

/** What goes to stdout: a report, or the one document that the command makes. */
export interface StdoutFormat {
  readonly report?: ReportFormat;
  /** Inputs that the choice of format adds. */
  readonly explicit: ExplicitInputs;
  readonly problems: readonly string[];
}

/**
 * Reads `--format`. A command that makes documents (an SBOM) also takes the name of one, or `-` as the place for the only one that
 * its inputs name.
 */
export function stdoutFormat(
  format: string | undefined,
  command: Command,
  explicit: ExplicitInputs,
): StdoutFormat {
  const { documents } = command;
  const isPrinted = documents !== undefined && explicit[documents.output] === STDOUT;
  if (documents !== undefined && isPrinted && format === undefined)
    return printedDocument(documents, explicit);
  const report = STDOUT_REPORTS.find((name) => name === (format ?? "text"));
  if (report !== undefined) {
    const both = `\`--format ${format}\` and \`--${documents?.output} -\` both mean stdout; give one of them`;
    return { report, explicit: {}, problems: isPrinted ? [both] : [] };
  }
  const choices = documentFormats(command);
  if (documents === undefined || format === undefined || !choices.includes(format)) {
    const allowed = [...STDOUT_REPORTS, ...choices];
    const near = suggestion(format ?? "", allowed);
    const rule = `it must be one of ${allowed.join(", ")}${near}`;
    return { explicit: {}, problems: [`\`--format\` is ${JSON.stringify(format)}; ${rule}`] };
  }
  const { formats, output } = documents;
  return {
    explicit: { [formats]: [format] },
    problems: [
      ...(explicit[formats] === undefined
        ? []
        : [`\`--format\` names a document, and so does \`--${formats}\`; give one of them`]),
      ...(explicit[output] === undefined || isPrinted
        ? []
        : [
            `\`--format ${format}\` prints the document; with \`--${output}\` name it by \`--${formats} ${format}\``,
          ]),
    ],
  };
}

function printedDocument(
  { formats, output }: DocumentInputs,
  explicit: ExplicitInputs,
): StdoutFormat {
  const named = explicit[formats];
  const isOne = Array.isArray(named) && new Set(named).size === 1;
  const problem = `\`--${output} -\` prints one document; name its format with \`--${formats}\``;
  return { explicit: {}, problems: isOne ? [] : [problem] };
}

/** The formats of the documents that a command makes. */
export function documentFormats(command: Command): readonly string[] {
  const { documents } = command;
  const spec = documents === undefined ? undefined : command.inputs[documents.formats];
  return spec?.type === "list" ? (spec.choices ?? []) : [];
}

/** Prints what was asked for, and where files went. A document says nothing of findings: then stderr has the report. */
export async function printExecution(
  format: StdoutFormat,
  execution: Execution,
  terminal: Terminal,
): Promise<void> {
  const { stdout, stderr, environment } = terminal;
  const { report, artifacts } = execution;
  const text = (output: Terminal["stdout"]) =>
    escapeWorkflowCommands(
      renderText(report, { colour: useColour(output, environment), width: output.columns }),
    );
  if (format.report === "text") stdout.write(`${text(stdout)}${writtenFiles(execution, terminal)}`);
  else if (format.report !== undefined) stdout.write(await render(format.report, report));
  else {
    const [document] = artifacts;
    if (document !== undefined) stdout.write(document.bytes);
    if (document === undefined || report.outcome !== "pass") stderr.write(text(stderr));
  }
}

/** The line that names the files that the run wrote, as seen from where it was started; nothing where there are none. */
function writtenFiles({ written }: Execution, { cwd }: Terminal): string {
  if (written.length === 0) return "";
  const paths = written.map(({ path }) => {
    const near = relative(cwd, path);
    return near.startsWith("..") ? path : near;
  });
  return `\nWritten: ${visible(paths.join(", "))}\n`;
}
