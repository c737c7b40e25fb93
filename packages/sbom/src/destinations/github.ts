import { UsageError } from "@assay/core";
import { createGithubApi, type GithubApi, PermissionError } from "@assay/core/github";
import type { UploadContext } from "./destination.ts";
import { apiUrlOf } from "./inputs.ts";

/**
 * The API of the repository's server, for what needs `contents: write`.
 *
 * @throws UsageError without a repository or a token.
 */
export function contentsApi({ http, environment, remote }: UploadContext): GithubApi {
  if (remote === null) {
    throw new UsageError("The run belongs to no repository on GitHub", {
      hint: "Run this as an action, in a workflow of the repository.",
    });
  }
  if (remote.token === undefined || remote.token === "") {
    throw new UsageError("There is no `token`", {
      hint: "Leave `token` out to use the workflow's own.",
    });
  }
  const api = createGithubApi({ http, apiUrl: apiUrlOf(environment), remote, permissions: [] });
  return {
    ...api,
    call: (...call) =>
      api.call(...call).catch((cause: unknown) => {
        if (!(cause instanceof PermissionError)) throw cause;
        throw new PermissionError(cause.message, {
          hint: "Add `contents: write` to the `permissions` of the job.",
          cause,
        });
      }),
  };
}
