import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, type GitRepository, gitRepository, runBuiltAction } from "@assay/testkit";
import { advisory, advisoryFolder } from "@assay/testkit/advisories";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actionFolder } from "../entries.ts";

/** What the author of a change does so that the gate does not see it, or has to let it pass. */

afterAll(cleanUp);

type Files = Readonly<Record<string, string>>;
type Entries = Readonly<Record<string, object>>;
const own = { full_name: "octo/shop", default_branch: "main" };
const bot = { login: "dependabot[bot]", type: "Bot" };
const BOT_AUTHOR = "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>";
const POLICY = `dependencies:
  updates:
    authors: [test@example.org]
    rules: [{ update-type: [patch, minor] }]
`;

let snapshot = "";
beforeAll(async () => {
  snapshot = await advisoryFolder(
    advisory("GHSA-aaaa-bbbb-cccc", "bad", { published: "2020-01-01T00:00:00Z" }),
  );
});

const packed = (name: string, version: string, more: object = {}) => ({
  [name]: {
    version,
    resolved: `https://registry.npmjs.org/${name}/-/${name}-${version}.tgz`,
    integrity: `sha512-${Buffer.alloc(64, `${name}${version}`).toString("base64")}`,
    ...more,
  },
});

function project(...all: readonly Entries[]) {
  const entries = Object.entries(Object.assign({}, ...all) as Record<string, { version: string }>);
  const dependencies = Object.fromEntries(entries.map(([name, { version }]) => [name, version]));
  const root = { name: "shop", version: "1.0.0", dependencies };
  const packages = entries.map(([name, entry]) => [`node_modules/${name}`, entry] as const);
  const lock = { ...{ name: "shop", version: "1.0.0", lockfileVersion: 3 } };
  return {
    "package.json": `${JSON.stringify(root, null, 2)}\n`,
    "package-lock.json": `${JSON.stringify({ ...lock, packages: { "": root, ...Object.fromEntries(packages) } }, null, 2)}\n`,
  };
}

interface Change {
  readonly event?: "pull_request" | "pull_request_target";
  readonly base: Files;
  readonly head: Files;
  /** That Dependabot opened. */
  readonly isUpdate?: boolean;
  /** The change is of today; otherwise it is as old as the base. */
  readonly isNew?: boolean;
  /** What is checked out; the head where it is not given. */
  readonly checkout?: "base";
  /** The clone does not have the change's commits, as a checkout of depth 1 of the base. */
  readonly isAbsent?: boolean;
  readonly inputs?: Readonly<Record<string, string>>;
}

async function dateNow({ root, git }: GitRepository): Promise<void> {
  const text = await git("cat-file", "commit", "HEAD");
  const now = `${Math.floor(Date.now() / 1000)} +0000`;
  const file = join(root, ".git/commit");
  await writeFile(file, `${text.replace(/^(committer .*>) .*$/m, `$1 ${now}`)}\n`);
  await git("reset", "--quiet", "--hard", await git("hash-object", "-t", "commit", "-w", file));
}

async function judged({
  event,
  base,
  head,
  isUpdate = false,
  isNew = false,
  checkout,
  isAbsent = false,
  inputs,
}: Change) {
  const repository = await gitRepository(base);
  const first = await repository.git("rev-parse", "HEAD");
  await repository.branch("topic");
  await repository.commit("change", head);
  if (isUpdate)
    await repository.git("commit", "--quiet", "--amend", "--no-edit", `--author=${BOT_AUTHOR}`);
  if (isNew) await dateNow(repository);
  const last = await repository.git("rev-parse", "HEAD");
  if (checkout === "base") await repository.git("checkout", "--quiet", first);
  const from = isUpdate ? own : { full_name: "eve/shop" };
  const run = await runBuiltAction({
    actionFolder: actionFolder("dependencies"),
    repository,
    event: {
      name: event ?? "pull_request",
      payload: {
        ...{ action: "opened", repository: own, ...(isUpdate && { sender: bot }) },
        pull_request: {
          ...{ number: 7, ...(isUpdate && { user: bot }) },
          base: { repo: own, ref: "main", sha: first },
          head: { repo: from, ref: "topic", sha: isAbsent ? "2".repeat(40) : last },
        },
      },
    },
    inputs: { snapshot, "max-age": "none", ...inputs },
    network: "none",
  });
  const report = await readFile(run.outputs["report-path"] ?? "", "utf8").catch(() => "{}");
  const { findings = [] } = JSON.parse(report) as { findings?: readonly { ruleId: string }[] };
  return { ...run, report, rules: findings.map(({ ruleId }) => ruleId) };
}

const GOOD = project(packed("left", "1.0.0"), packed("right", "1.0.0"));

describe.concurrent("a change is not judged by another tree", () => {
  it.for(["pull_request", "pull_request_target"] as const)(
    "%s with the base checked out is an error, however good the base is",
    async (event, { expect }) => {
      const head = project(packed("bad", "1.0.0"));
      const { exitCode, report } = await judged({ event, base: GOOD, head, checkout: "base" });
      expect(exitCode).toBe(2);
      expect(report).toContain("The checkout is not that of the pull request");
    },
  );

  it.for(["auto", "changes"])(
    "nor where the clone has nothing of the change (mode %s)",
    async (mode, { expect }) => {
      const { exitCode, report } = await judged({
        ...{ event: "pull_request_target", checkout: "base", isAbsent: true, inputs: { mode } },
        ...{ base: GOOD, head: project(packed("bad", "1.0.0")) },
      });
      expect(exitCode).toBe(2);
      expect(report).toContain("The checkout is not that of the pull request");
    },
  );

  it("a store that the change brings is no store", async ({ expect }) => {
    const inputs = { snapshot: "", "advisory-store": ".cache", offline: "true" };
    const { exitCode, report } = await judged({ base: GOOD, head: GOOD, inputs });
    expect(exitCode).toBe(2);
    expect(report).toContain("brings the `advisory-store` that it is judged by");
  });
});

describe.concurrent("an update of an app that is more than one", () => {
  const moved = packed("left", "1.1.0");
  const evil = { resolved: "https://registry.npmjs.org/evil/-/evil-1.0.0.tgz" };
  it.for<readonly [string, Entries, string]>([
    ["of one package is merged", packed("right", "1.0.0"), "merge"],
    ["that takes another package's archive", packed("right", "1.0.0", evil), "review"],
    ["without a checksum", packed("right", "1.0.0", { integrity: undefined }), "block"],
    [
      "with a weaker checksum",
      packed("right", "1.0.0", { integrity: `sha1-${Buffer.alloc(20).toString("base64")}` }),
      "block",
    ],
  ])("%s", async ([, right, decision], { expect }) => {
    const base = { ...GOOD, "assay.yml": POLICY };
    const { outputs } = await judged({ base, head: project(moved, right), isUpdate: true });
    expect(outputs["decision"]).toBe(decision);
  });
});

it("a change buys no time by touching the line of what is overdue", async () => {
  const base = project(packed("bad", "1.0.0"));
  const lines = (base["package-lock.json"] ?? "").replace(/\n */g, " ");
  const changes: readonly Files[] = [{ "README.md": "x" }, { "package-lock.json": `${lines}\n` }];
  for (const head of changes) {
    const { exitCode, rules } = await judged({ base, head, isNew: true });
    expect([exitCode, rules]).toEqual([1, ["dependencies.vulnerable"]]);
  }
});
