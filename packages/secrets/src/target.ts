import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { type CheckContext, UsageError } from "@assay/core";
import {
  type CommitRange,
  fileAt,
  openRepository,
  type Repository,
  resolveRange,
} from "@assay/git";
import { workTreeReader } from "./config/locate.ts";
import type { SecretsOptions } from "./options.ts";

/** What a run looks at, and where it reads its configuration from. */
export type Target = {
  readonly notices: readonly string[];
  /** A file of the repository that the run may believe. */
  readonly read: (path: string) => Promise<string | undefined>;
  /** The same before the change, where the run is about one. */
  readonly readBase?: (path: string) => Promise<string | undefined>;
} & (
  | { readonly kind: "tree" }
  | { readonly kind: "history"; readonly repo: Repository; readonly range: CommitRange }
);

/** @throws UsageError when `mode: history` or a base is asked for and there is no git repository. */
export async function chooseTarget(
  context: CheckContext,
  options: SecretsOptions,
): Promise<Target> {
  const workTree = await workTreeReader(context.root);
  if (options.mode === "tree") return { kind: "tree", notices: [], read: workTree };
  const repo = await openIfThere(context, options);
  if (repo === undefined) {
    const notice =
      "The folder belongs to no git repository: its files were scanned as they lie there";
    return { kind: "tree", notices: [notice], read: workTree };
  }
  const { event, remote, offline, environment, logger } = context;
  const range = await resolveRange(repo, {
    event,
    remote,
    offline,
    environment,
    logger,
    ...(options.baseRef === undefined ? {} : { override: { base: options.baseRef } }),
  });
  const base = range.kind === "commits" ? (range.mergeBase ?? range.base) : undefined;
  const readBase = async (path: string) => {
    const bytes = base === undefined ? undefined : await fileAt(repo, base, path);
    return bytes === undefined ? undefined : Buffer.from(bytes).toString("utf8");
  };
  if (!comesFromOutside(context)) {
    const own = { kind: "history", repo, range, notices: [], read: workTree } as const;
    return base === undefined ? own : { ...own, readBase };
  }
  const notices = [
    "The change comes from outside: gitleaks configuration and .gitleaksignore were read from its base commit",
  ];
  return { kind: "history", repo, range, notices, read: readBase, readBase };
}

async function openIfThere(
  { root, processes, environment, signal }: CheckContext,
  { mode, baseRef }: SecretsOptions,
): Promise<Repository | undefined> {
  try {
    return await openRepository({ root, processes, environment, signal });
  } catch (cause) {
    // Anything but "no repository here" must not turn a history scan into a scan of some files.
    if (!(cause instanceof UsageError) || mode !== "auto" || baseRef !== undefined) throw cause;
    const broken = await lstat(join(root, ".git")).catch(() => undefined);
    if (broken === undefined) return undefined;
    throw new UsageError("There is a `.git`, and git finds no repository behind it", {
      hint: "Check the repository out anew, or scan its files alone with `mode: tree`.",
      cause,
    });
  }
}

/** A fork's change may bring its own allowlist; it does not get to judge itself. */
function comesFromOutside({ event }: CheckContext): boolean {
  if (event === null) return false;
  if (event.name === "pull_request_target") return true;
  const pull = child(event.payload, "pull_request");
  const head = child(child(pull, "head"), "repo")["full_name"];
  const base = child(child(pull, "base"), "repo")["full_name"];
  // A deleted fork has no repository any more.
  return event.name.startsWith("pull_request") && base !== undefined && head !== base;
}

function child(value: Readonly<Record<string, unknown>>, key: string): Record<string, unknown> {
  const entry = Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof entry === "object" && entry !== null ? (entry as Record<string, unknown>) : {};
}
