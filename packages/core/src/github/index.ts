/** The REST API of the repository's own server. */
export type { GithubApi, GithubApiOptions } from "./api.ts";
export { createGithubApi, FeatureOffError, PermissionError, uploadHost } from "./api.ts";
export { neededPermissions, permissionsBlock } from "./permissions.ts";
