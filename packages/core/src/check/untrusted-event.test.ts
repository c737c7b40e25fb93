import { expect, it } from "vitest";
import { comesFromOutside, originOf } from "./untrusted-event.ts";

const own = { full_name: "octo/shop", default_branch: "main" };
const fork = { full_name: "eve/shop" };
const SHA = "a".repeat(40);
const pull = (head: unknown, more: object = {}) => ({
  repository: own,
  pull_request: { base: { repo: own, ref: "next", sha: SHA }, head: { repo: head }, ...more },
});
const run = (head: unknown, event: unknown, more: object = {}) => ({
  repository: own,
  workflow_run: { head_repository: head, event, pull_requests: [], ...more },
});
const dependabot = { login: "dependabot[bot]" };
const api = (url: string) => ({ url: `https://api.github.com/repos/${url}` });
const checked = (head: string) => ({
  repository: own,
  check_run: {
    check_suite: {
      pull_requests: [
        { base: { ref: "next", sha: SHA, repo: api("octo/shop") }, head: { repo: api(head) } },
      ],
    },
  },
});

it.each([
  ["push", {}, "trusted"],
  ["push", { sender: dependabot }, "trusted"],
  ["schedule", {}, "trusted"],
  ["workflow_dispatch", { repository: own }, "trusted"],
  ["repository_dispatch", { repository: own }, "trusted"],
  ["release", { repository: own }, "trusted"],
  ["pull_request", pull(own), "inside-change"],
  ["pull_request", pull({ full_name: "Octo/Shop" }), "inside-change"],
  ["pull_request", pull(fork), "outside-change"],
  ["pull_request", pull(null), "outside-change"],
  ["pull_request", pull(own, { user: dependabot }), "outside-change"],
  ["pull_request", { pull_request: [] }, "outside-change"],
  ["pull_request", {}, "outside-change"],
  ["pull_request_review", pull(own), "inside-change"],
  ["pull_request_review", pull(fork), "outside-change"],
  ["pull_request_review_comment", pull(fork), "outside-change"],
  ["pull_request_target", pull(own), "outside-change"],
  ["pull_request_target", pull(fork), "outside-change"],
  ["merge_group", { merge_group: { base_sha: SHA, base_ref: "refs/heads/next" } }, "inside-change"],
  ["issue_comment", { repository: own, issue: { pull_request: {} } }, "outside-change"],
  ["issue_comment", { repository: own, issue: {} }, "trusted"],
  ["workflow_run", run({ full_name: "OCTO/shop" }, "push"), "trusted"],
  ["workflow_run", run(own, "pull_request"), "inside-change"],
  ["workflow_run", run(own, "pull_request", { actor: dependabot }), "outside-change"],
  ["workflow_run", run(own, "pull_request_target"), "outside-change"],
  ["workflow_run", run(own, "issue_comment"), "outside-change"],
  ["workflow_run", run(fork, "pull_request"), "outside-change"],
  ["workflow_run", run(fork, "push"), "outside-change"],
  ["workflow_run", run(null, "pull_request"), "outside-change"],
  ["workflow_run", { repository: own, workflow_run: "odd" }, "outside-change"],
  ["check_run", checked("octo/shop"), "inside-change"],
  ["check_run", checked("eve/shop"), "outside-change"],
  ["check_suite", { repository: own, check_suite: { pull_requests: [] } }, "outside-change"],
  ["deployment_status", { repository: own }, "outside-change"],
  ["an_event_of_the_future", pull(fork), "outside-change"],
])("%s %j: %s", (name, payload, kind) => {
  expect(originOf({ name, payload }).kind).toBe(kind);
  expect(comesFromOutside({ name, payload })).toBe(kind === "outside-change");
});

it.each([
  ["pull_request", pull(fork), { branch: "next", sha: SHA }],
  ["pull_request_target", pull(own), { branch: "next", sha: SHA }],
  [
    "merge_group",
    { merge_group: { base_sha: SHA, base_ref: "refs/heads/a/b" } },
    { branch: "a/b", sha: SHA },
  ],
  ["issue_comment", { repository: own, issue: { pull_request: {} } }, { branch: "main" }],
  ["workflow_run", run(fork, "pull_request"), { branch: "main" }],
  [
    "workflow_run",
    run(own, "pull_request", { pull_requests: [{ base: { ref: "next", sha: SHA } }] }),
    { branch: "next", sha: SHA },
  ],
  ["check_run", checked("octo/shop"), { branch: "next", sha: SHA }],
  ["pull_request", {}, {}],
])("the base of %s", (name, payload, base) => {
  expect(originOf({ name, payload })).toMatchObject({ base });
});

it("a laptop has no event", () => {
  expect(originOf(null)).toEqual({ kind: "trusted" });
});
