import { type ActResult, type ActSummary, type Outcome, plural } from "@assay/core";

/**
 * The summary of an act: it succeeds or fails, and no threshold, baseline or suppression has a say in it.
 *
 * One that did nothing and has neither a failure nor a reason is an error: nobody would have proved anything.
 */
export function finishedAct(result: ActResult, title: string): ActSummary {
  const { records, failures, coverage, notices = [] } = result;
  const didNothing =
    records.length === 0 && failures.length === 0 && coverage.nothingToDo === undefined;
  const nothing = {
    item: title,
    ruleId: `${result.act}.nothing-done`,
    kind: "usage",
    message: `${title}: nothing was done`,
    hint: "Check `working-directory` and what the command was asked to work on.",
  } as const;
  const all = didNothing ? [nothing] : failures;
  return { ...result, title, failures: all, notices, outcome: outcomeOfAct(all) };
}

function outcomeOfAct(failures: ActResult["failures"]): Outcome {
  if (failures.length === 0) return "pass";
  return failures.every(({ kind }) => kind === "policy") ? "fail" : "error";
}

/** One clause for the headline: "Signing: 3 done, 1 failed". */
export function actPhrase({ title, records, failures }: ActSummary): string {
  const done = `${title}: ${plural(records.length, "file")} done`;
  return failures.length === 0 ? done : `${done}, ${failures.length} failed`;
}
