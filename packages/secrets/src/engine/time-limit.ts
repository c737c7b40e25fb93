import { createContext, Script } from "node:vm";
import { ExternalError } from "@assay/core";

/** Runs synchronous work that may hang in an expression, and stops it when its time is over. */
export type TimeLimit = <T>(work: () => T, describe: () => string) => T;

/**
 * JavaScript's expressions backtrack and can't be stopped from the thread that runs them, except by the time limit of a
 * `vm` script, which ends a running match too. (The `vm` is no sandbox here: the work is our own.)
 *
 * A limit that is reached is an error, never "no findings".
 */
export function timeLimit(milliseconds: number): TimeLimit {
  const holder: { work: () => unknown } = { work: () => undefined };
  const context = createContext(holder);
  const script = new Script("work()");
  return <T>(work: () => T, describe: () => string): T => {
    let result: { readonly value: T } | undefined;
    holder.work = () => {
      result = { value: work() };
    };
    try {
      script.runInContext(context, { timeout: milliseconds });
    } catch (cause) {
      if (!isTimeout(cause)) throw cause;
      throw new ExternalError(`Scanning took longer than ${milliseconds} ms: ${describe()}`, {
        hint: "Bound the repeats of the rule's expression, or put the path on the rule's allowlist.",
      });
    }
    if (result === undefined) throw new ExternalError(`Scanning was stopped: ${describe()}`);
    return result.value;
  };
}

function isTimeout(cause: unknown): boolean {
  return (
    typeof cause === "object" &&
    cause !== null &&
    "code" in cause &&
    cause.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
  );
}
