import type { CheckContext } from "@assay/core";
import { createGithubApi } from "@assay/core/github";
import type { ApiAnswer } from "./repository.ts";

/** `GITHUB_API_URL`, or GitHub's own. */
export function apiUrl(environment: CheckContext["environment"]): string {
  const url = environment["GITHUB_API_URL"] || "https://api.github.com";
  return URL.canParse(url) ? url : "https://api.github.com";
}

/**
 * Asks the repository's server, each question once; none without a token or a network. A path begins below the repository (`/rulesets`)
 * or is one of `/orgs/` or `/repos/`; an empty one is the repository itself.
 */
export function repositoryApi(
  context: Pick<CheckContext, "http" | "remote" | "offline" | "environment">,
): ((path: string) => Promise<ApiAnswer>) | undefined {
  const { http, remote, offline, environment } = context;
  if (offline || remote?.token === undefined) return undefined;
  const url = apiUrl(environment);
  const api = createGithubApi({ http, apiUrl: url, remote, permissions: [] });
  const answers = new Map<string, Promise<ApiAnswer>>();
  const ask = async (path: string): Promise<ApiAnswer> => {
    try {
      const root = url.replace(/\/+$/, "");
      const address =
        path === ""
          ? `${root}/repos/${remote.repository}`
          : /^\/(?:orgs|repos)\//.test(path)
            ? `${root}${path}`
            : path;
      return { status: 200, body: await api.call("GET", address) };
    } catch (error) {
      // What the server does not say is not evaluated, whatever the cause; the reason stands in the report.
      return { status: 0, reason: error instanceof Error ? error.message : String(error) };
    }
  };
  return (path) => {
    const known = answers.get(path) ?? ask(path);
    answers.set(path, known);
    return known;
  };
}
