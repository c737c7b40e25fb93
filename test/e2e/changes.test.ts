import { cleanUp, gitRepository, runBuiltAction, startFakeGithub } from "@assay/testkit";
import { afterAll, expect, it } from "vitest";
import { actionFolder } from "./entries.ts";

afterAll(cleanUp);

const SUM = `sha512-${Buffer.alloc(64, 1).toString("base64")}`;

function files(packages: Readonly<Record<string, object>>) {
  const names = Object.keys(packages);
  const dependencies = Object.fromEntries(names.map((name) => [name, "*"]));
  const locked = names.map((name) => [
    `node_modules/${name}`,
    { integrity: SUM, license: "MIT", ...packages[name] },
  ]);
  const root = { name: "shop", version: "1.0.0", dependencies };
  return {
    "package.json": JSON.stringify(root),
    "package-lock.json": JSON.stringify(
      { lockfileVersion: 3, packages: { "": root, ...Object.fromEntries(locked) } },
      null,
      2,
    ),
  };
}

const BEFORE = files({ left: { version: "1.0.0" }, right: { version: "1.0.0" } });
const AFTER = files({
  left: { version: "2.0.0", license: "ISC" },
  up: { version: "1.0.0", license: "<b>|x" },
});

/** The action on a pull request with this change, and the comment that it leaves. */
async function onPullRequest(after: Readonly<Record<string, string>>) {
  const repository = await gitRepository(BEFORE);
  const base = await repository.git("rev-parse", "HEAD");
  await repository.branch("topic");
  const head = await repository.commit("change", after);
  const repo = { full_name: "octo/shop" };
  const github = await startFakeGithub();
  try {
    const run = await runBuiltAction({
      actionFolder: actionFolder("sbom"),
      repository,
      inputs: { comment: "true" },
      token: "t0ken",
      env: github.environment(),
      event: {
        name: "pull_request",
        payload: {
          number: 7,
          pull_request: {
            number: 7,
            base: { sha: base, ref: "main", repo },
            head: { sha: head, ref: "topic", repo },
          },
        },
      },
    });
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    return { summary: run.summary, comment: github.state.comments.get(7)?.[0]?.body };
  } finally {
    await github.close();
  }
}

const TABLE = `<details open><summary>Bill of materials: Packages that the change touches: 1 with another licence, 1 added, 1 upgraded, 1 removed (3)</summary>

| Change | Package | Before | After | Licence | Needed |
|---|---|---|---|---|---|
| licence changed, upgraded | left | 1.0.0 | 2.0.0 | MIT → ISC | direct, runtime |
| added | up |  | 1.0.0 | &#60;b&#62;&#124;x | direct, runtime |
| removed | right | 1.0.0 |  | MIT | direct, runtime |
`;

it("a pull request shows what it does to packages, in the summary and in a comment", async () => {
  const { summary, comment } = await onPullRequest(AFTER);
  expect(summary).toContain(TABLE);
  expect(comment).toContain(TABLE);
});

it("a pull request that touches no lockfile gets neither table nor comment", async () => {
  const { summary, comment } = await onPullRequest({ "readme.md": "" });
  expect(summary).not.toContain("touches");
  expect(comment).toBeUndefined();
});
