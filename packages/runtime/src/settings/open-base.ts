import type { ChangeBase } from "@assay/core";
import { asKnownError, ExternalError } from "@assay/core";
import { changeBase, openRepository, type RangeOptions, type RepositoryOptions } from "@assay/git";
import type { Base } from "./base-files.ts";

export type OpenBaseOptions = Omit<RangeOptions, "override"> & RepositoryOptions;

/**
 * Opens the base branch of a change at its tip.
 *
 * @throws ExternalError when it can't be had, whatever the reason: then nothing says by what the change is to be judged.
 */
export async function openBase(change: ChangeBase, options: OpenBaseOptions): Promise<Base> {
  try {
    const repo = await openRepository(options);
    const commit = await changeBase(repo, change, options);
    return { repo, commit, ...(change.branch !== undefined && { branch: change.branch }) };
  } catch (cause) {
    const { message, problems, kind, hint } = asKnownError(cause);
    if (kind === "internal" || kind === "external") throw cause;
    throw new ExternalError(`The base of the change can't be read: ${message}`, {
      problems,
      hint: hint ?? "Check the repository out with actions/checkout before this step.",
      cause,
    });
  }
}
