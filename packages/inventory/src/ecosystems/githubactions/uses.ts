/** What a `uses:` names: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses. */
export type Uses =
  | {
      readonly kind: "repository";
      readonly owner: string;
      readonly repository: string;
      /** Of the action or workflow in it; `""` for its root. */
      readonly path: string;
      readonly ref: string;
    }
  /** Relative to the root of the repository. */
  | { readonly kind: "local"; readonly path: string }
  | { readonly kind: "image"; readonly image: string };

/** `undefined` where it names nothing that GitHub knows. */
export function parseUses(text: string): Uses | undefined {
  if (text.startsWith("docker://")) {
    const image = text.slice(9);
    return image === "" ? undefined : { kind: "image", image };
  }
  // `$/` is the repository at the commit that runs.
  if (/^(?:\.|\$)\/?$|^[.$]\//.test(text)) return { kind: "local", path: text.slice(2) };
  const [, owner, repository, path = "", ref] =
    /^([\w.-]+)\/([\w.-]+)((?:\/[^@\s]+)?)@(\S+)$/.exec(text) ?? [];
  if (owner === undefined || repository === undefined || ref === undefined) return undefined;
  return { kind: "repository", owner, repository, path: path.replace(/^\/+|\/+$/g, ""), ref };
}

/** Whether a ref is a commit, which no one can move. */
export function isPinned(ref: string): boolean {
  return /^[0-9a-f]{40}$/i.test(ref);
}

/** The version in the comment behind a commit: `v4.1.0`. Nobody has looked whether it is true. */
export function claimedVersion(comment: string): string | undefined {
  return /(?:^|[\s@=:])(v?\d+(?:\.\d+)*(?:[-+][\w.-]+)?)(?=$|[\s,;)])/.exec(comment)?.[1];
}
