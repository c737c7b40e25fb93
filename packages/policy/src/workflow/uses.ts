/** What `uses:` names. Owner and repository ignore case; they stand here in lower case. */
export type UsesTarget =
  | {
      readonly kind: "action" | "workflow";
      /** `owner/repo` in lower case. */
      readonly repository: string;
      /** Below the repository, without slashes at its ends; empty for its root. */
      readonly path: string;
      readonly ref: string;
    }
  /** `./path`: in what is checked out. `$/path`: in the same repository at the commit that runs. */
  | { readonly kind: "local"; readonly path: string; readonly isSelf: boolean }
  | { readonly kind: "docker"; readonly image: string }
  | { readonly kind: "invalid"; readonly reason: string };

/** Reads the text of `uses:` in all of its forms (documentation of `jobs.<id>.steps[*].uses`). */
export function parseUses(text: string): UsesTarget {
  const uses = text.trim();
  if (uses.startsWith("docker://")) return { kind: "docker", image: uses.slice(9) };
  if (uses.startsWith("./") || uses.startsWith("$/")) {
    const [, path = ""] = /^[.$]\/(.*?)\/*$/s.exec(uses) ?? [];
    return { kind: "local", path, isSelf: uses.startsWith("$") };
  }
  const at = uses.lastIndexOf("@");
  if (at < 0)
    return { kind: "invalid", reason: "it has no `@` and a commit, tag or branch behind it" };
  const [owner = "", repo = "", ...path] = uses.slice(0, at).replace(/\/+$/, "").split("/");
  const ref = uses.slice(at + 1);
  if (owner === "" || repo === "" || ref === "")
    return { kind: "invalid", reason: "it is not `owner/repo@ref`" };
  const below = path.join("/");
  const isWorkflow = /^\.github\/workflows\/[^/]+\.ya?ml$/i.test(below);
  return {
    kind: isWorkflow ? "workflow" : "action",
    repository: `${owner}/${repo}`.toLowerCase(),
    path: below,
    ref,
  };
}

/** `owner/repo` of the action that a step uses, in lower case; empty where it uses none, or one of the repository's own. */
export function actionOf(
  step: { readonly uses?: { readonly target: UsesTarget } } | undefined,
): string {
  const target = step?.uses?.target;
  return target?.kind === "action" ? target.repository : "";
}

/** Whether a ref is a whole commit name: 40 hex digits, or 64 of SHA-256. A shorter one can be taken by a tag or branch. */
export function isCommit(ref: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(ref);
}

/** An image by its parts: `ghcr.io/o/r:1@sha256:…`. */
export interface ImageReference {
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
}

export function parseImage(text: string): ImageReference {
  const [rest = "", digest] = text
    .trim()
    .replace(/^docker:\/\//, "")
    .split("@", 2);
  const colon = rest.lastIndexOf(":");
  const hasTag = colon > rest.lastIndexOf("/");
  return {
    name: hasTag ? rest.slice(0, colon) : rest,
    ...(hasTag && { tag: rest.slice(colon + 1) }),
    ...(digest !== undefined && { digest }),
  };
}

/** A first version-like word in the comment behind a pin: `v4.1.0`, `1.2`. */
export function versionInComment(comment: string | undefined): string | undefined {
  return /(?:^|[\s@=:(])(v?\d+(?:\.\d+)*(?:[-+][\w.-]+)?)(?=$|[\s,;)])/.exec(comment ?? "")?.[1];
}

/** The major version of an action by its ref or the comment behind its pin; `undefined` where neither says it. */
export function majorVersion(ref: string, comment: string | undefined): number | undefined {
  const version = isCommit(ref) ? versionInComment(comment) : ref;
  const major = /^v?(\d{1,6})(?:\.|$)/.exec(version ?? "")?.[1];
  return major === undefined ? undefined : Number(major);
}
