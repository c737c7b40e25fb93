import { type CheckContext, clockFrom } from "@assay/core";
import type { Origin, RepositoryFacts } from "@assay/inventory";

/** Which repository and moment the document is about. */
export interface Provenance {
  readonly origin: Origin | undefined;
  readonly revision: string | undefined;
  /** The commit that the files are of; absent where there is no git. */
  readonly head?: string;
  /** The folder that is looked at, inside the repository. */
  readonly folder: string;
  /** The folder of the only member that it is about, below `folder`; nothing or `""` where it is about all. */
  readonly workspace?: string;
  /** ISO 8601 in whole seconds. */
  readonly created: string;
  /** The time came from the environment or the commit, not from a clock. */
  readonly reproducible: boolean;
  readonly notices: readonly string[];
}

/**
 * The repository, its commit, and the time of the document: `SOURCE_DATE_EPOCH`, else the time of the commit, else the
 * clock of the run.
 *
 * @throws UsageError when `SOURCE_DATE_EPOCH` is no number of seconds.
 */
export function provenanceOf(
  { environment, clock }: Pick<CheckContext, "environment" | "clock">,
  { origin, folder, head, notices }: RepositoryFacts,
  workspace = "",
): Provenance {
  const epoch = environment["SOURCE_DATE_EPOCH"];
  const time =
    epoch !== undefined && epoch !== ""
      ? clockFrom(environment).now()
      : head === undefined
        ? undefined
        : new Date(head.committedAt);
  const created = (time ?? clock.now()).toISOString().replace(/\.\d{3}Z$/, "Z");
  return {
    origin,
    revision: origin?.revision ?? head?.sha,
    ...(head !== undefined && { head: head.sha }),
    folder,
    workspace,
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
