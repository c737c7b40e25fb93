import { error as annotate, debug, endGroup, info, startGroup } from "@actions/core";
import { type ErrorKind, escapeWorkflowCommands, type KnownError, sourceLines } from "@assay/core";

const TITLES: Readonly<Record<ErrorKind, string>> = {
  usage: "Assay: wrong input",
  policy: "Assay: policy",
  external: "Assay: a service or tool failed",
  internal: "Assay: a defect of Assay itself",
};

/** The runner drops what is more, per step, without a word. */
const MAX_ANNOTATIONS = 10;

/**
 * An error in the log: one annotation for each problem with the line of source that it is about, the hint below it, the stack only
 * for our own defects.
 */
export function printError(error: KnownError): void {
  const title = TITLES[error.kind];
  const quoted = (problem: string) => {
    const place = error.places.get(problem);
    return [problem, ...(place === undefined ? [] : sourceLines(place))].join("\n");
  };
  const problems = (error.problems.length === 0 ? [error.message] : error.problems).map(quoted);
  const shown =
    problems.length > MAX_ANNOTATIONS ? problems.slice(0, MAX_ANNOTATIONS - 1) : problems;
  const hint = error.hint === undefined ? "" : `\n${error.hint}`;
  if (error.problems.length > 0) info(escapeWorkflowCommands(`${error.message}:`));
  for (const problem of shown)
    annotate(problems.length === 1 ? problem + hint : problem, { title });
  const rest = problems.slice(shown.length);
  if (rest.length > 0) annotate(`…and ${rest.length} more, in the log of this step.`, { title });
  for (const problem of rest) info(escapeWorkflowCommands(problem));
  if (problems.length > 1 && hint !== "") info(escapeWorkflowCommands(hint.trim()));
  if (error.kind === "internal") printStack(error);
  else if (error.cause instanceof Error) debug(error.cause.stack ?? error.cause.message);
}

function printStack(error: KnownError): void {
  const origin = error.cause instanceof Error ? error.cause : error;
  startGroup("Stack, for the report of this defect");
  info(escapeWorkflowCommands(origin.stack ?? origin.message));
  endGroup();
}
