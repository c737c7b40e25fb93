import { hasCrc32 } from "./checksum.ts";
import { type PackRule, token } from "./pack-rule.ts";

const GITHUB =
  "Revoke it at https://github.com/settings/tokens (a GitHub App's at its settings page), then look at the security log for its use.";
const GITLAB =
  "Revoke it in GitLab under Access tokens of the user, group or project, then look at the audit events.";
const ATLASSIAN = "Revoke it at https://id.atlassian.com/manage-profile/security/api-tokens.";

/** The first 36-character generation carries a checksum; longer ones are not verified. */
const verifyGithub = (secret: string) => secret.length !== 40 || hasCrc32(secret);

export const SOURCE_HOSTING: readonly PackRule[] = [
  {
    id: "github-personal-access-token",
    title: "GitHub personal access token",
    regex: token("ghp_[0-9A-Za-z]{36,251}"),
    keywords: ["ghp_"],
    severity: "critical",
    help: GITHUB,
    verify: verifyGithub,
  },
  {
    id: "github-oauth-token",
    title: "GitHub OAuth access token",
    regex: token("gho_[0-9A-Za-z]{36,251}"),
    keywords: ["gho_"],
    severity: "critical",
    help: GITHUB,
    verify: verifyGithub,
  },
  {
    id: "github-app-token",
    title: "GitHub App user or installation token",
    regex: token("gh[us]_[0-9A-Za-z]{36,251}"),
    keywords: ["ghu_", "ghs_"],
    severity: "high",
    help: GITHUB,
    verify: verifyGithub,
  },
  {
    id: "github-refresh-token",
    title: "GitHub refresh token",
    regex: token("ghr_[0-9A-Za-z]{36,251}"),
    keywords: ["ghr_"],
    severity: "critical",
    help: GITHUB,
    verify: verifyGithub,
  },
  {
    id: "github-fine-grained-token",
    title: "GitHub fine-grained personal access token",
    regex: token("github_pat_[0-9A-Za-z]{22}_[0-9A-Za-z]{59}"),
    keywords: ["github_pat_"],
    severity: "critical",
    help: GITHUB,
  },
  {
    id: "gitlab-personal-access-token",
    title: "GitLab personal, group or project access token",
    regex: token("glpat-[0-9A-Za-z_-]{20,300}(?:\\.[0-9a-z]{2}\\.?[0-9a-z]{7,9})?"),
    keywords: ["glpat-"],
    severity: "critical",
    help: GITLAB,
  },
  {
    id: "gitlab-deploy-token",
    title: "GitLab deploy, feed, mail or agent token",
    regex: token("(?:gldt|glft|glimt|glsoat|glagent|gloas|glffct)-[0-9A-Za-z_-]{20,128}"),
    keywords: ["gldt-", "glft-", "glimt-", "glsoat-", "glagent-", "gloas-", "glffct-"],
    severity: "high",
    help: GITLAB,
  },
  {
    id: "gitlab-pipeline-trigger-token",
    title: "GitLab pipeline trigger token",
    regex: token("glptt-[0-9a-f]{40}"),
    keywords: ["glptt-"],
    severity: "high",
    help: GITLAB,
  },
  {
    id: "gitlab-runner-token",
    title: "GitLab runner or CI job token",
    regex: token("gl(?:rt|cbt)-(?:t\\d_|[0-9a-f]{1,5}_)?[0-9A-Za-z_-]{20,64}"),
    keywords: ["glrt-", "glcbt-"],
    severity: "high",
    help: "Reset it in GitLab under CI/CD settings, Runners.",
  },
  {
    id: "bitbucket-app-password",
    title: "Bitbucket app password",
    regex: token("ATBB[0-9A-Za-z]{32}"),
    keywords: ["atbb"],
    severity: "high",
    help: "Revoke it at https://bitbucket.org/account/settings/app-passwords/.",
  },
  {
    id: "atlassian-api-token",
    title: "Atlassian API token",
    regex: token("AT[AC]TT3[0-9A-Za-z_=-]{150,250}"),
    keywords: ["atatt3", "atctt3"],
    severity: "critical",
    help: ATLASSIAN,
  },
  {
    id: "sourcegraph-access-token",
    title: "Sourcegraph access token",
    regex: token("sgp_(?:[0-9a-f]{16}_|local_)?[0-9a-f]{40}"),
    keywords: ["sgp_"],
    severity: "high",
    help: "Revoke it in Sourcegraph under Settings, Access tokens.",
  },
];
