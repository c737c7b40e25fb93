import { type CommandContext, type RemoteAccess, UsageError } from "@assay/core";

/**
 * The repository of a release, as the run or an input names it.
 *
 * @throws UsageError where neither does.
 */
export function remoteFrom(
  { remote, environment }: Pick<CommandContext, "remote" | "environment">,
  repository: string | undefined,
  token: string | undefined,
): RemoteAccess {
  const name = repository ?? remote?.repository;
  if (name === undefined || !/^[\w.-]+\/[\w.-]+$/.test(name)) {
    throw new UsageError(
      name === undefined
        ? "The run belongs to no repository on GitHub"
        : `\`repository\` is "${name}"`,
      {
        hint: "Run this in a workflow, or give `owner/name` as `repository`.",
      },
    );
  }
  const serverUrl = environment["GITHUB_SERVER_URL"] || "https://github.com";
  const given = remote?.token ?? token;
  return { serverUrl, ...remote, repository: name, ...(given && { token: given }) };
}
