import { type CheckContext, clockFrom } from "@assay/core";
import { UNKNOWN_TIME } from "../spdx/document.ts";

/** When a document was made, so that the same image gives the same bytes again. */
export interface Created {
  /** ISO 8601 in whole seconds. */
  readonly created: string;
  readonly notice?: string;
}

/**
 * `SOURCE_DATE_EPOCH`, else the time that the image says; never the clock of the machine.
 *
 * @throws UsageError when `SOURCE_DATE_EPOCH` is no number of seconds.
 */
export function createdOf(
  { environment }: Pick<CheckContext, "environment">,
  said: string | undefined,
): Created {
  if (environment["SOURCE_DATE_EPOCH"]) return { created: seconds(clockFrom(environment).now()) };
  const time = new Date(said ?? "");
  if (!Number.isNaN(time.getTime()) && time.getUTCFullYear() >= 1)
    return { created: seconds(time) };
  return {
    created: UNKNOWN_TIME,
    notice: `The documents carry the time ${UNKNOWN_TIME}: the image does not say when it was created, and SOURCE_DATE_EPOCH is not set.`,
  };
}

function seconds(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, "Z");
}
