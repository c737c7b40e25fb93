import { type CheckContext, type ConfigReader, UsageError } from "@assay/core";
import {
  changedFiles,
  checkedOut,
  filesAt,
  findCommit,
  isShallow,
  mergeBase,
  openRepository,
  type Repository,
  resolveCommit,
  resolveRange,
} from "@assay/git";
import type { Ecosystem } from "./ecosystems/ecosystem.ts";
import type { Inventory } from "./graph.ts";
import { readInventory } from "./inventory.ts";
import { seenIn } from "./material.ts";
import type { Origin } from "./origin.ts";
import { isRead, revisionSource } from "./revision-source.ts";
import { memberInventory } from "./selection/member.ts";
import { namedLockfiles, rootedPath } from "./selection/named-lockfiles.ts";
import { type Selection, selectionKey } from "./selection/selection.ts";
import { chosenBy } from "./selection/settings.ts";

type BaseContext = CheckContext & { readonly config?: Pick<ConfigReader, "section"> };

/** Where a change left the branch that it goes to. */
export interface Base {
  readonly repository: Repository;
  /** Full name. */
  readonly commit: string;
  /** A clause for people: "pull request, 3fa1c02..9b2e110". */
  readonly description: string;
}

/**
 * The base of the change, by the event or by a revision that the user names. A clause says why there is none.
 *
 * @throws UsageError when the user named a base that is not there.
 */
export function baseOf(context: BaseContext, named?: string): Promise<Base | string> {
  return context.materials.once(`base ${named ?? ""}`, () => findBase(context, named));
}

/** Has git look for the base, and list its files, while something else is done. Never fails: what is wrong, `baseOf` says. */
export async function prepareBase(context: BaseContext, named?: string): Promise<void> {
  try {
    const base = await baseOf(context, named);
    if (typeof base !== "string") await filesAt(base.repository, base.commit);
  } catch {
    // It is kept, and thrown to whoever asks.
  }
}

async function findBase(context: BaseContext, named?: string): Promise<Base | string> {
  try {
    const { root, processes, environment, signal, event, remote, offline, logger } = context;
    const repository = await openRepository({ root, processes, environment, signal });
    // What is here needs no range to be made whole.
    const here = named === undefined ? undefined : await whereLeft(repository, named);
    if (here !== undefined)
      return { repository, commit: here, description: `changes since ${named}` };
    const override = named === undefined ? {} : { override: { base: named } };
    const options = { event, remote, offline, environment, logger, ...override };
    const range = await resolveRange(repository, options);
    const commit =
      named !== undefined
        ? await leftAt(repository, named)
        : range.kind === "commits"
          ? (range.mergeBase ?? range.base)
          : undefined;
    const description = named === undefined ? range.description : `changes since ${named}`;
    return commit === undefined
      ? `There is no base to compare with (${range.description})`
      : { repository, commit, description };
  } catch (error) {
    if (!(error instanceof UsageError) || named !== undefined) throw error;
    return `The base can't be read (${error.message})`;
  }
}

/** `leftAt`, where the clone has all of the history and the base. */
async function whereLeft(repository: Repository, base: string): Promise<string | undefined> {
  if (repository.partial || (await isShallow(repository))) return undefined;
  const { commit: head } = await checkedOut(repository);
  const named = await findCommit(repository, base);
  if (named === undefined || head === undefined) return undefined;
  return named === head ? head : mergeBase(repository, named, head);
}

/**
 * Where the work tree left the base that the user names. Not the range's own base: with nothing committed since, a range is
 * the tip alone, and what lies there uncommitted is still a change.
 */
async function leftAt(repository: Repository, base: string): Promise<string> {
  const named = await resolveCommit(repository, base);
  const { commit: head } = await checkedOut(repository);
  return (head && (await mergeBase(repository, named, head))) ?? named;
}

/**
 * The inventory at the base, read from git without a checkout: once in a run, whoever asks for it. A member or lockfile that was
 * not there yet had no packages.
 */
export function baseInventory(
  context: BaseContext,
  base: Base,
  {
    selection = {},
    origin,
    ecosystems,
  }: {
    readonly selection?: Selection;
    readonly origin?: Origin;
    /** Those that products are made of where it is not given. */
    readonly ecosystems?: readonly Ecosystem[];
  } = {},
): Promise<Inventory> {
  const ids = ecosystems?.map(({ id }) => id) ?? "";
  const key = `inventory ${base.commit} ${selectionKey(selection)} ${JSON.stringify(origin ?? "")} ${ids}`;
  return context.materials.once(key, async () => {
    const { lockfiles = [], workspace = "" } = selection;
    const within = rootedPath(workspace, context.root);
    const named = namedLockfiles(lockfiles, context.root);
    const source = revisionSource(base.repository, base.commit);
    try {
      const all = await readInventory(source, {
        compareManifests: false,
        // What is not the project's makes no package known.
        choice: chosenBy(context.config),
        seen: await seenIn(context),
        origin,
        ...(ecosystems && { ecosystems }),
        ...(named.length > 0 && { lockfiles: named }),
        ...(within !== "" && { within }),
      });
      return within === "" ? all : memberInventory(all, within).inventory;
    } catch (error) {
      if (!(error instanceof UsageError) || selectionKey(selection) === "") throw error;
      return { graphs: [], skipped: [] };
    }
  });
}

/** Whether a file in which packages are asked for or locked differs between the base and the commit that is checked out. */
export async function changesPackages({ repository, commit }: Base): Promise<boolean> {
  const files = await changedFiles(repository, commit, "HEAD");
  return files.some(({ path }) => isRead(path));
}
