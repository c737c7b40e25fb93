/** The output that says what an act did; both acts have it. */
export const RECORDS_OUTPUT = {
  description:
    "What was done, as one line of JSON: a list with path and digests, signer, time, log entries and bundle of each file.",
} as const;
