import { expect, it } from "vitest";
import { comesFromOutside } from "./outside.ts";

const pull = (base: unknown, head: unknown) => ({
  pull_request: { base: { repo: base }, head: { repo: head } },
});
const own = { full_name: "octo/shop" };

it.each([
  ["push", {}, false],
  ["pull_request", pull(own, { full_name: "Octo/Shop" }), false],
  ["pull_request", pull(own, { full_name: "eve/shop" }), true],
  ["pull_request", pull(own, null), true],
  ["pull_request_review", pull(own, { full_name: "eve/shop" }), true],
  ["pull_request_target", pull(own, own), true],
  ["workflow_run", { repository: own, workflow_run: { head_repository: own } }, false],
  ["workflow_run", { repository: own, workflow_run: { head_repository: null } }, true],
  ["workflow_run", { repository: own, workflow_run: "odd" }, true],
  ["pull_request", { pull_request: [] }, false],
])("%s %j: %s", (name, payload, outside) => {
  expect(comesFromOutside({ name, payload })).toBe(outside);
});

it("a laptop has no event", () => {
  expect(comesFromOutside(null)).toBe(false);
});
