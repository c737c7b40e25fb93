import { createLogger } from "@assay/core";
import type { CommitRange } from "../commit-range.ts";
import type { RangeOptions } from "../range/range.ts";
import { resolveRange } from "../range/range.ts";
import { revisionsOf } from "../revisions/revisions.ts";
import type { TestRepository } from "./repository.ts";
import { testRepository } from "./repository.ts";

/** Resolves the range of an event and gives it with the subjects of its commits, oldest first. For tests only. */
export async function rangeOf(
  test: TestRepository,
  name: string | null,
  payload: Readonly<Record<string, unknown>> = {},
  more: Partial<RangeOptions> & { readonly ref?: string; readonly sha?: string } = {},
): Promise<{ readonly range: CommitRange; readonly commits: readonly string[] }> {
  const { ref, sha, ...options } = more;
  const repo = await test.open();
  const event =
    name === null
      ? null
      : {
          name,
          payload,
          ...(ref === undefined ? {} : { ref }),
          ...(sha === undefined ? {} : { sha }),
        };
  const range = await resolveRange(repo, {
    event,
    remote: null,
    offline: false,
    environment: {},
    logger: createLogger(() => {}),
    ...options,
  });
  const revisions = revisionsOf(range);
  if (revisions === undefined) return { range, commits: [] };
  const args = ["log", "--reverse", "--format=%s", ...revisions.options];
  const log = await repo.read(args, { input: revisions.input });
  return { range, commits: log.toString().trim().split("\n").filter(Boolean) };
}

export function pullRequestPayload(base: string, head: string): Record<string, unknown> {
  return { pull_request: { base: { sha: base }, head: { sha: head } } };
}

export function pushPayload(
  before: string,
  after: string,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return { before, after, repository: { default_branch: "main" }, ...more };
}

let template: ReturnType<typeof script> | undefined;

/** main: m1 m2 m3; side, from m1: s1 s2. */
export function forked() {
  template ??= script();
  return { ...template, test: template.test.copy() };
}

function script() {
  const test = testRepository();
  const m1 = test.commit("m1", { a: "1" });
  test.git("checkout", "--quiet", "-b", "side");
  const s1 = test.commit("s1", { s: "1" });
  const s2 = test.commit("s2", { s: "2" });
  test.git("checkout", "--quiet", "main");
  const m2 = test.commit("m2", { a: "2" });
  const m3 = test.commit("m3", { a: "3" });
  return { test, m1, m2, m3, s1, s2 };
}
