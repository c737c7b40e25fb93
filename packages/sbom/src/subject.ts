import { type CheckContext, clockFrom, ExternalError, UsageError } from "@assay/core";
import { headCommit, openRepository } from "@assay/git";
import type { Origin } from "@assay/inventory";

/** Which repository and moment the document is about. */
export interface Provenance {
  readonly origin: Origin | undefined;
  readonly revision: string | undefined;
  /** The folder that is looked at, inside the repository. */
  readonly folder: string;
  /** ISO 8601 in whole seconds. */
  readonly created: string;
  /** The time came from the environment or the commit, not from a clock. */
  readonly reproducible: boolean;
  readonly notices: readonly string[];
}

/**
 * The repository, its commit, and the time of the document: `SOURCE_DATE_EPOCH`, else the time of the commit, else the
 * clock of the run.
 */
export async function readProvenance(context: CheckContext): Promise<Provenance> {
  const { folder, head, notices } = await lookAtGit(context);
  const { remote, environment, clock } = context;
  const epoch = environment["SOURCE_DATE_EPOCH"];
  const time =
    epoch !== undefined && epoch !== ""
      ? clockFrom(environment).now()
      : head === undefined
        ? undefined
        : new Date(head.committedAt);
  const created = (time ?? clock.now()).toISOString().replace(/\.\d{3}Z$/, "Z");
  return {
    origin:
      remote === null
        ? undefined
        : {
            serverUrl: remote.serverUrl,
            repository: remote.repository,
            ...(head === undefined ? {} : { revision: head.sha }),
            folder,
          },
    revision: head?.sha,
    folder,
    created,
    reproducible: time !== undefined,
    notices:
      time === undefined
        ? [
            ...notices,
            "The documents carry the time of this run: there is neither SOURCE_DATE_EPOCH nor a commit to take it from.",
          ]
        : notices,
  };
}

interface GitFacts {
  readonly folder: string;
  readonly head?: { readonly sha: string; readonly committedAt: string } | undefined;
  readonly notices: readonly string[];
}

/** A folder without git is no error: an SBOM needs files only. */
async function lookAtGit({
  root,
  processes,
  environment,
  signal,
}: CheckContext): Promise<GitFacts> {
  try {
    const repository = await openRepository({ root, processes, environment, signal });
    const folder = repository.prefix.replace(/\/$/, "");
    return { folder, head: await headCommit(repository), notices: [] };
  } catch (error) {
    if (error instanceof UsageError) return { folder: "", notices: [] };
    if (error instanceof ExternalError)
      return { folder: "", notices: [`The commit is not known: ${error.message}.`] };
    throw error;
  }
}
