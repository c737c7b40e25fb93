import type { CheckContext, ConfigReader } from "@assay/core";
import { UsageError } from "@assay/core";
import type { Repository } from "@assay/git";
import { headCommit, mergeBase, openRepository, resolveCommit, resolveRange } from "@assay/git";
import type { Inventory } from "@assay/inventory";
import { chosenBy, readInventory, revisionSource } from "@assay/inventory";
import type { LicensesOptions } from "./command.ts";

export interface Base {
  readonly inventory: Inventory;
  /** A clause for people: "pull request, 3fa1c02..9b2e110". */
  readonly description: string;
}

const CHANGE_EVENTS: ReadonlySet<string> = new Set([
  "pull_request",
  "pull_request_target",
  "merge_group",
]);

/** Whether only what a change brings in is looked at. */
export function wantsChanges(
  { mode, base }: Pick<LicensesOptions, "mode" | "base">,
  context: Pick<CheckContext, "event">,
): boolean {
  if (mode !== "auto") return mode === "changes";
  return base !== undefined || CHANGE_EVENTS.has(context.event?.name ?? "");
}

/**
 * The inventory at the base of the change, read from git without a checkout. A sentence where there is none: then the whole
 * tree is looked at, for a base that can't be had must not let anything pass.
 *
 * @throws UsageError when the user named a base that is not there.
 */
export async function readBase(
  context: CheckContext & { readonly config?: Pick<ConfigReader, "section"> },
  { base }: Pick<LicensesOptions, "base">,
): Promise<Base | string> {
  try {
    const repository = await openRepository({
      root: context.root,
      processes: context.processes,
      environment: context.environment,
      signal: context.signal,
    });
    const { event, remote, offline, environment, logger } = context;
    const override = base === undefined ? {} : { override: { base } };
    const options = { event, remote, offline, environment, logger, ...override };
    const range = await resolveRange(repository, options);
    const revision =
      base === undefined
        ? range.kind === "commits"
          ? (range.mergeBase ?? range.base)
          : undefined
        : await namedBase(repository, base);
    if (revision === undefined) {
      return `There is no base to compare with (${range.description}): every package was judged.`;
    }
    const inventory = await readInventory(revisionSource(repository, revision), {
      compareManifests: false,
      // What is not the project's makes no package known.
      choice: chosenBy(context.config),
    });
    const description = base === undefined ? range.description : `changes since ${base}`;
    return { inventory, description };
  } catch (error) {
    if (!(error instanceof UsageError) || base !== undefined) throw error;
    return `The base can't be read (${error.message}): every package was judged.`;
  }
}

/**
 * Where the work tree left the base that the user names. Not the range's own base: with nothing committed since, a range is
 * the tip alone, and what lies there uncommitted is still a change.
 */
async function namedBase(repository: Repository, base: string): Promise<string> {
  const named = await resolveCommit(repository, base);
  const head = await headCommit(repository);
  return (head && (await mergeBase(repository, named, head.sha))) ?? named;
}
