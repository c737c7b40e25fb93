import { type CheckContext, isRecord, type TriggerEvent, UsageError } from "@assay/core";
import { checkedOut, isOnTopOf, openRepository, type Repository } from "@assay/git";

/** By event: where its payload says the newest commit of the change, and what people call that. */
const HEADS: Readonly<Record<string, readonly [holder: string, key: string, change: string]>> = {
  pull_request: ["pull_request", "head", "pull request"],
  pull_request_target: ["pull_request", "head", "pull request"],
  merge_group: ["merge_group", "head_sha", "merge group"],
  push: ["after", "", "push"],
};

/**
 * That the work tree is the change that the event is about, whatever is known of its base: what is not looked at must not pass.
 * Without a git repository nobody can tell.
 *
 * @throws UsageError when another commit is checked out, such as the base on `pull_request_target`.
 */
export async function expectCheckout(context: CheckContext): Promise<void> {
  const [head, change] = headOf(context.event);
  if (head === undefined) return;
  let repository: Repository;
  try {
    repository = await openRepository(context);
  } catch (error) {
    if (error instanceof UsageError) return;
    throw error;
  }
  const { commit } = await checkedOut(repository);
  if (commit !== undefined && (await isOnTopOf(repository, commit, head))) return;
  throw new UsageError(
    `The checkout is not that of the ${change}: ${commit?.slice(0, 10) ?? "it"} does not hold ${head.slice(0, 10)}`,
    {
      hint: "Give actions/checkout the `ref` of the change; on pull_request_target that is `refs/pull/<number>/merge`, to be read and never to be run.",
    },
  );
}

function headOf(event: TriggerEvent | null): readonly [head: string | undefined, change: string] {
  const [holder = "", key = "", change = ""] = HEADS[event?.name ?? ""] ?? [];
  // Of an annotated tag the payload names the tag.
  const isTag = change === "push" && event?.ref?.startsWith("refs/tags/");
  const at = isTag ? event?.sha : event?.payload[holder];
  const value: unknown = isRecord(at) ? at[key] : at;
  const sha: unknown = isRecord(value) ? value["sha"] : value;
  const isName = typeof sha === "string" && /^(?!0+$)[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(sha);
  return [isName ? sha : undefined, change];
}
