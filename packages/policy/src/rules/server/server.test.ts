import { describe, expect, test } from "vitest";
import type { PolicyRule } from "../../rule.ts";
import { aRepository } from "../../test/repository.ts";
import { actionsRestricted } from "./actions-restricted.ts";
import { branchProtected } from "./branch-protected.ts";
import { immutableReleases } from "./immutable-releases.ts";
import { privateReporting } from "./private-reporting.ts";
import { secretScanning } from "./secret-scanning.ts";
import { twoFactor } from "./two-factor.ts";

type Answers = Readonly<Record<string, unknown>>;

const judged = (rule: PolicyRule, api?: Answers, files = {}) =>
  rule.judge(aRepository(files, api === undefined ? {} : { api }));
async function keysOf(rule: PolicyRule, api: Answers, files = {}) {
  const { violations, unknown } = await judged(rule, api, files);
  return unknown === undefined ? violations.map(({ key }) => key) : unknown;
}
const ABOUT = { default_branch: "main", owner: { login: "octo-org", type: "Organization" } };

test.each([
  branchProtected,
  twoFactor,
  secretScanning,
  privateReporting,
  immutableReleases,
  actionsRestricted,
])("$id is not evaluated without a token, nor where the server refuses", async (rule) => {
  expect(await judged(rule)).toEqual({
    violations: [],
    looked: 1,
    unknown: ["The server was not asked: there is no token or no network."],
  });
  const { violations, unknown } = await judged(rule, {});
  expect(violations).toEqual([]);
  expect(unknown?.[0]).toMatch(/^GET .* answered 404\.$/);
});

describe("the default branch", () => {
  const RULES = "/rules/branches/main?per_page=100";
  const CLASSIC = "/branches/main/protection";
  const pullRequest = (parameters: Answers) => ({ type: "pull_request", parameters });
  const OWNERS = { ".github/CODEOWNERS": "* @octo-org/a\n" };
  const ALL = [
    pullRequest({ required_approving_review_count: 1, require_code_owner_review: true }),
    { type: "required_status_checks", parameters: { required_status_checks: [{ context: "ci" }] } },
    { type: "non_fast_forward" },
    { type: "deletion" },
  ];

  test("is protected by rulesets alone, whether or not the token may see the classic protection", async () => {
    expect(await keysOf(branchProtected, { "": ABOUT, [RULES]: ALL }, OWNERS)).toEqual([]);
  });

  test("is protected by classic protection alone", async () => {
    const protection = {
      required_pull_request_reviews: {
        required_approving_review_count: 2,
        require_code_owner_reviews: true,
      },
      required_status_checks: { contexts: ["ci"] },
      allow_force_pushes: { enabled: false },
      allow_deletions: { enabled: false },
    };
    const api = { "": ABOUT, [RULES]: [], [CLASSIC]: protection };
    expect(await keysOf(branchProtected, api, OWNERS)).toEqual([]);
  });

  test("is protected where one of them meets what the other leaves open", async () => {
    const api = {
      "": ABOUT,
      [RULES]: ALL.slice(0, 2),
      [CLASSIC]: { allow_force_pushes: { enabled: false }, allow_deletions: { enabled: false } },
    };
    expect(await keysOf(branchProtected, api, OWNERS)).toEqual([]);
  });

  test("is not protected by a pull request without reviews and a list of no checks", async () => {
    const rules = [
      pullRequest({ required_approving_review_count: 0 }),
      { type: "required_status_checks", parameters: { required_status_checks: [] } },
    ];
    const api = { "": ABOUT, [RULES]: rules, "/branches/main": { protected: false } };
    expect(await keysOf(branchProtected, api, OWNERS)).toEqual([
      ...["review", "code-owner-review", "checks", "force-push", "deletion"],
    ]);
  });

  test("needs no review of code owners where there is no CODEOWNERS", async () => {
    const rules = [pullRequest({ required_approving_review_count: 1 }), ...ALL.slice(1)];
    const api = { "": ABOUT, [RULES]: rules, "/branches/main": { protected: false } };
    expect(await keysOf(branchProtected, api)).toEqual([]);
  });

  test("is not evaluated where it is protected in a way that the token may not see", async () => {
    const api = { "": ABOUT, [RULES]: [], "/branches/main": { protected: true } };
    expect(await keysOf(branchProtected, api)).toEqual([`GET ${CLASSIC} answered 404.`]);
  });
});

test("two-factor authentication is asked of the organisation", async () => {
  const of = (value: unknown) => ({
    "": ABOUT,
    "/orgs/octo-org": { two_factor_requirement_enabled: value },
  });
  expect(await keysOf(twoFactor, of(true))).toEqual([]);
  expect(await judged(twoFactor, of(false))).toEqual({
    looked: 1,
    violations: [
      {
        key: "two_factor_requirement_enabled",
        message: "octo-org does not require two-factor authentication of its members.",
      },
    ],
  });
  expect(await keysOf(twoFactor, of(null))).toEqual([
    "The server does not tell `two_factor_requirement_enabled` to this token.",
  ]);
  const person = { "": { ...ABOUT, owner: { login: "me", type: "User" } } };
  expect(await keysOf(twoFactor, person)).toEqual([
    "The repository is a person's: how they sign in can't be asked.",
  ]);
});

test("secret scanning and push protection are looked at one by one", async () => {
  const of = (push: string) => ({
    "": {
      security_and_analysis: {
        secret_scanning: { status: "enabled" },
        secret_scanning_push_protection: { status: push },
      },
    },
  });
  expect(await keysOf(secretScanning, of("enabled"))).toEqual([]);
  expect(await keysOf(secretScanning, of("disabled"))).toEqual(["secret_scanning_push_protection"]);
  expect(await keysOf(secretScanning, { "": {} })).toEqual([
    "The server does not tell `secret_scanning`, `secret_scanning_push_protection` to this token.",
  ]);
});

test("private reporting is for public repositories", async () => {
  const path = "/private-vulnerability-reporting";
  expect(await keysOf(privateReporting, { [path]: { enabled: true } })).toEqual([]);
  expect(await keysOf(privateReporting, { [path]: { enabled: false } })).toEqual(["enabled"]);
  expect(await judged(privateReporting, { "": { private: true } })).toEqual({
    violations: [],
    looked: 0,
  });
});

test("the latest release counts, and none is nothing to look at", async () => {
  const releases = (body: unknown) => ({ "/releases?per_page=1": body });
  const of = (immutable: boolean) => releases([{ tag_name: "v1", immutable }]);
  expect(await keysOf(immutableReleases, of(true))).toEqual([]);
  expect(await judged(immutableReleases, of(false))).toEqual({
    looked: 1,
    violations: [{ key: "immutable", message: "The latest release, `v1`, is not immutable." }],
  });
  expect(await judged(immutableReleases, releases([]))).toEqual({ violations: [], looked: 0 });
});

test("what workflows may do is read from both settings", async () => {
  const of = (pinned: boolean, level: string, approve: boolean) => ({
    "/actions/permissions": { enabled: true, sha_pinning_required: pinned },
    "/actions/permissions/workflow": {
      default_workflow_permissions: level,
      can_approve_pull_request_reviews: approve,
    },
  });
  expect(await keysOf(actionsRestricted, of(true, "read", false))).toEqual([]);
  expect(await keysOf(actionsRestricted, of(false, "write", true))).toEqual([
    ...["sha_pinning_required", "default_workflow_permissions", "can_approve_pull_request_reviews"],
  ]);
});
