/** A URL without user (but for ssh's nameless `git`), password, query and fragment; `undefined` where the text is none. */
export function publicUrl(text: string): URL | undefined {
  if (!URL.canParse(text) || /^[A-Za-z]:[\\/]/.test(text)) return undefined;
  const url = new URL(text);
  url.password = "";
  if (url.protocol !== "ssh:" || url.username !== "git") url.username = "";
  url.search = "";
  url.hash = "";
  return url;
}

/**
 * A repository and a commit in it, as SPDX and purls write them: `git+https://host/owner/name@commit`. `undefined` where it is no URL,
 * or a folder on somebody's machine.
 */
export function repositoryUrl(
  repository: string,
  commit: string | undefined,
  type = "git",
): string | undefined {
  const url = publicUrl(withScheme(repository));
  if (url === undefined || url.protocol === "file:" || url.host === "") return undefined;
  const prefix = url.protocol === `${type}:` ? "" : `${type}+`;
  return `${prefix}${url.href.replace(/\/$/, "")}${commit === undefined ? "" : `@${commit}`}`;
}

/** Whether it names one state of a git repository and no other. */
export function isCommit(text: string | undefined): boolean {
  return text !== undefined && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text);
}

/** git's short form has a colon before the path, where a URL has the port. */
export function withScheme(repository: string): string {
  const short = /^(?:([\w.-]+)@)?([\w.-]+\.\w+):(?!\/\/)(.+)$/.exec(repository);
  if (short !== null) return `ssh://${short[1] ?? "git"}@${short[2]}/${short[3]}`;
  return repository.replace(/^(ssh:\/\/(?:[^/:@]+@)?[^/:@]+):(?=[^/\d@][^/@]*\/)/, "$1/");
}
