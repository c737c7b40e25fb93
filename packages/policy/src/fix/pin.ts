import type { Edit } from "../rule.ts";
import type { SourceFile, Uses } from "../workflow/model.ts";
import { isCommit } from "../workflow/uses.ts";

/** The commit of a tag or branch of another repository. */
export type ResolveRef = (repository: string, ref: string) => Promise<string | undefined>;

/**
 * The edit that pins a `uses` to the commit that its comment, the lock or the server names, with the tag as comment. None where nobody
 * names one.
 *
 * @param locked The commit of `actions.lock`.
 */
export async function pinEdits(
  { text }: Pick<SourceFile, "text">,
  { target, node, comment }: Uses,
  locked: string | undefined,
  resolveRef?: ResolveRef,
): Promise<readonly Edit[]> {
  if (target.kind !== "action" && target.kind !== "workflow") return [];
  const { ref, repository } = target;
  const { start, end } = node.span;
  const at = text.slice(start, end).lastIndexOf(`@${ref}`);
  if (at < 0 || ref.includes("${{")) return [];
  const said = /(?<![0-9a-f])[0-9a-f]{40}(?![0-9a-f])/i.exec(comment ?? "")?.[0];
  const commit = said ?? locked ?? (await resolveRef?.(repository, ref));
  if (commit === undefined || !isCommit(commit)) return [];
  const rest = /^[^\r\n]*/.exec(text.slice(end))?.[0] ?? "";
  const isLast = /^[ \t]*(?:#|$)/.test(rest);
  return [
    { start: start + at + 1, end: start + at + 1 + ref.length, text: commit.toLowerCase() },
    // A comment that names the version already, and the place inside of brackets, stay as they are.
    ...(isLast && comment?.includes(ref) !== true ? [{ start: end, end, text: ` # ${ref}` }] : []),
  ];
}
