import type { TriggerEvent } from "@assay/core";
import { createLogger, ExternalError } from "@assay/core";
import { afterAll, describe, expect, it } from "vitest";
import { removeTestRepositories, type TestRepository, testRepository } from "../test/repository.ts";
import { changeBase } from "./change-base.ts";

afterAll(removeTestRepositories);

const remote = { serverUrl: "https://github.com", repository: "Octo/Shop" };

function base(
  test: TestRepository,
  change: { readonly branch?: string; readonly sha?: string },
  more: { readonly event?: TriggerEvent; readonly offline?: boolean } = {},
): Promise<string> {
  const options = { event: null, offline: false, environment: {}, logger: createLogger(() => {}) };
  return test.open().then((repo) => changeBase(repo, change, { ...options, remote, ...more }));
}

/** main: m1 m2; and the head of a fork, from m1. */
function forked() {
  const server = testRepository();
  const m1 = server.commit("m1");
  server.git("checkout", "--quiet", "-b", "topic");
  const head = server.commit("head");
  server.git("checkout", "--quiet", "main");
  const m2 = server.commit("m2");
  server.git("checkout", "--quiet", "topic");
  return { server, m1, m2, head };
}

describe("the base of a change", () => {
  it("is the commit of the payload, or the tip of its branch where that went on", async () => {
    const { server, m1, m2 } = forked();
    expect(await base(server, { sha: m2, branch: "main" })).toBe(m2);
    expect(await base(server, { sha: m1, branch: "main" })).toBe(m2);
    expect(await base(server, { sha: m1 })).toBe(m1);
    expect(await base(server, { branch: "main" })).toBe(m2);
  });

  it("is never a branch that only the change's own repository has so", async () => {
    const { server, m1, head } = forked();
    const clone = server.clone();
    clone.git("update-ref", "refs/remotes/origin/main", head);
    for (const [origin, tip] of [
      ["https://github.com/octo/shop.git", head],
      ["git@github.com:octo/shop", head],
      ["https://github.com/eve/shop", m1],
      ["https://github.com/evil-octo/shop", m1],
      ["https://github.com/eve/octo/shop", m1],
      ["git@github.com:eve/shop.git", m1],
    ] as const) {
      clone.git("config", "remote.origin.url", origin);
      expect(await base(clone, { sha: m1, branch: "main" }, { offline: true }), origin).toBe(tip);
    }
    await expect(base(clone, { branch: "main" }, { offline: true })).rejects.toThrow(ExternalError);
  });

  it("is fetched where a shallow clone lacks it and may", async () => {
    const { server, m2 } = forked();
    const shallow = () => server.clone("--depth=1", "--branch=topic", "--single-branch");
    expect(await base(shallow(), { sha: m2, branch: "main" })).toBe(m2);
    expect(await base(shallow(), { branch: "main" })).toBe(m2);
    for (const change of [{ sha: m2, branch: "main" }, { branch: "main" }]) {
      await expect(base(shallow(), change, { offline: true })).rejects.toMatchObject({
        kind: "external",
        hint: expect.stringContaining("fetch-depth: 0"),
      });
    }
  });

  it("is the commit of the run for events of the default branch, where nothing else is known", async () => {
    const { server, m1 } = forked();
    const at = (name: string) => ({ event: { name, payload: {}, sha: m1 }, offline: true });
    expect(await base(server, {}, at("issue_comment"))).toBe(m1);
    for (const name of ["pull_request", "deployment_status"]) {
      await expect(base(server, {}, at(name))).rejects.toThrow("can't be read");
    }
    await expect(base(server, { branch: "gone" }, at("deployment"))).rejects.toThrow("branch gone");
  });

  it("is the default branch of the clone where the payload names nothing", async () => {
    const { server, m2 } = forked();
    server.git("symbolic-ref", "HEAD", "refs/heads/main");
    expect(await base(server.clone(), {})).toBe(m2);
  });

  it("is no name that git would take for something else", async () => {
    const { server } = forked();
    const clone = server.clone();
    for (const branch of ["--upload-pack=x", "a..b", "x:refs/heads/main", "@{-1}", ""]) {
      await expect(base(clone, { branch })).rejects.toThrow("can't be read");
    }
  });
});
