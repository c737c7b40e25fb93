import type { CheckContext, TriggerEvent } from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { cleanUp, gitRepository } from "@assay/testkit";
import { afterEach, expect, test } from "vitest";
import { expectCheckout } from "./expect-checkout.ts";

afterEach(cleanUp);

test("a push of a tag is about its commit, which an annotated tag does not name in the payload", async () => {
  const { root, git, commit } = await gitRepository({ "a.txt": "a" });
  const one = await git("rev-parse", "HEAD");
  await git("tag", "-a", "-m", "message", "v1");
  const after = await git("rev-parse", "v1");
  expect(after).not.toBe(one);
  const run = (event: TriggerEvent) => {
    const environment = { PATH: process.env["PATH"] };
    return expectCheckout({
      ...{ root, event, processes: nodeProcesses(), environment },
    } as unknown as CheckContext);
  };
  const push = { name: "push", payload: { after }, ref: "refs/tags/v1" };
  await expect(run({ ...push, sha: one })).resolves.toBeUndefined();
  const two = await commit("two", { "b.txt": "b" });
  await git("checkout", "--quiet", one);
  await expect(run({ ...push, sha: two })).rejects.toThrow("not that of the push");
  await expect(
    run({ name: "push", payload: { after: two }, ref: "refs/heads/main" }),
  ).rejects.toThrow("not that of the push");
});
