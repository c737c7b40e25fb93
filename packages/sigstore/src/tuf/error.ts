import { ExternalError } from "@assay/core";

/** @param message What did not hold, as a clause. */
export function tufError(
  message: string,
  hint = "Try again later; if it stays so, ask the repository's operator.",
): ExternalError {
  return new ExternalError(`TUF: ${message}`, { hint });
}
