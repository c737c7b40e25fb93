import { cleanUp, gitRepository, runBuiltAction } from "@assay/testkit";
import { advisory, advisoryFolder } from "@assay/testkit/advisories";
import { afterAll, beforeAll, describe, it } from "vitest";
import { actionFolder } from "./entries.ts";

type Files = Readonly<Record<string, string>>;

const POLICY = {
  // The repositories of these tests have one committer, who stands for GitHub.
  "assay.yml": `dependencies:
  updates:
    apps: ["dependabot[bot]", "acme-renovate"]
    authors: [test@example.org, bot@acme.example]
    rules:
      - update-type: [patch, minor]
`,
};
const BOT = { login: "dependabot[bot]", type: "Bot" };
const RENOVATE = { login: "acme-renovate", type: "User" };
const PERSON = { login: "mallory", type: "User" };
const BOT_AUTHOR = "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>";
const OWN = { full_name: "octo/shop", default_branch: "main" };

function project(version: string, scripts: object = {}): Files {
  const root = { name: "shop", version: "1.0.0", scripts, dependencies: { left: `^${version}` } };
  const { scripts: _, ...own } = root;
  const packages = { "": own, "node_modules/left": { version } };
  const lock = { name: "shop", version: "1.0.0", lockfileVersion: 3, packages };
  return {
    "package.json": `${JSON.stringify(root, null, 2)}\n`,
    "package-lock.json": `${JSON.stringify(lock, null, 2)}\n`,
  };
}

interface Pull {
  /** Commits of the branch, each with its author. */
  readonly commits: readonly (readonly [author: string, files: Files])[];
  readonly pull?: object;
  readonly payload?: object;
  /** The repository that the branch is in. */
  readonly from?: string;
}

let snapshot = "";
beforeAll(async () => {
  snapshot = await advisoryFolder(
    advisory("GHSA-aaaa-bbbb-cccc", "left", {
      affected: [
        {
          package: { ecosystem: "npm", name: "left" },
          ranges: [
            {
              type: "SEMVER",
              events: [{ introduced: "0" }, { fixed: "1.1.0" }],
            },
          ],
        },
      ],
    }),
    advisory("GHSA-dddd-eeee-ffff", "left", {
      affected: [
        {
          package: { ecosystem: "npm", name: "left" },
          ranges: [{ type: "SEMVER", events: [{ introduced: "2.0.0" }] }],
        },
      ],
    }),
  );
});
afterAll(cleanUp);

async function outputsOf({ commits, pull = {}, payload = {}, from = OWN.full_name }: Pull) {
  const repository = await gitRepository({ ...project("1.0.0"), ...POLICY });
  const sha = await repository.git("rev-parse", "HEAD");
  await repository.branch("topic");
  for (const [author, files] of commits) {
    await repository.commit("Bump left from 1.0.0 to 1.0.1", files);
    await repository.git("commit", "--quiet", "--amend", "--no-edit", `--author=${author}`);
  }
  const head = await repository.git("rev-parse", "HEAD");
  const result = await runBuiltAction({
    actionFolder: actionFolder("dependencies"),
    repository,
    event: {
      name: "pull_request",
      payload: {
        action: "opened",
        repository: OWN,
        sender: BOT,
        pull_request: {
          number: 7,
          title: "Bump left from 1.0.0 to 1.0.1",
          user: BOT,
          base: { repo: OWN, ref: "main", sha },
          head: { repo: { full_name: from }, ref: "dependabot/npm_and_yarn/left-1.0.1", sha: head },
          ...pull,
        },
        ...payload,
      },
    },
    inputs: { snapshot, "max-age": "none" },
    network: "none",
  });
  const { outputs } = result;
  const { decision, fixed, advisories } = outputs;
  return { decision, type: outputs["update-type"], fixed, advisories };
}

const GOOD: Pull = { commits: [[BOT_AUTHOR, project("1.1.0")]] };
const MERGE = { decision: "merge", type: "minor", fixed: "GHSA-aaaa-bbbb-cccc", advisories: "" };

describe.concurrent("a pull request of an app, without a network and with a token that only reads", () => {
  it.for<readonly [string, Pull, object]>([
    ["that Dependabot opened is merged by the rules", GOOD, MERGE],
    [
      "that a Renovate of one's own opened is too",
      {
        commits: [["Renovate <bot@acme.example>", project("1.1.0")]],
        pull: { user: RENOVATE },
        payload: { sender: RENOVATE },
      },
      MERGE,
    ],
    [
      "is judged by the lockfile, not by its title",
      { commits: [[BOT_AUTHOR, project("2.0.0")]] },
      { decision: "block", type: "major", advisories: "GHSA-dddd-eeee-ffff" },
    ],
    [
      "that a person opened under the app's name in commits and branch needs a person",
      { ...GOOD, pull: { user: PERSON } },
      { ...MERGE, decision: "review" },
    ],
    [
      "that somebody pushed to needs a person",
      { ...GOOD, payload: { action: "synchronize", sender: PERSON } },
      { ...MERGE, decision: "review" },
    ],
    [
      "with a commit of somebody else below the app's needs a person",
      {
        commits: [
          ["Mallory <m@evil.example>", { "README.md": "x" }],
          [BOT_AUTHOR, { ...project("1.1.0") }],
        ],
      },
      { ...MERGE, decision: "review" },
    ],
    [
      "that changes a script beside the version needs a person",
      { commits: [[BOT_AUTHOR, project("1.1.0", { postinstall: "x" })]] },
      { ...MERGE, decision: "review" },
    ],
    [
      "can't bring its own rules",
      {
        commits: [
          [
            BOT_AUTHOR,
            { ...project("1.1.0"), "assay.yml": "dependencies: { updates: { rules: [{}] } }\n" },
          ],
        ],
      },
      { ...MERGE, decision: "review" },
    ],
    [
      "of a fork needs a person",
      { ...GOOD, from: "mallory/shop" },
      { ...MERGE, decision: "review" },
    ],
  ])("%s", async ([, pull, wanted], { expect }) => {
    expect(await outputsOf(pull)).toMatchObject(wanted);
  });
});
