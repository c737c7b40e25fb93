import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { MINI_IDENTITY, startMiniSigstore } from "@assay/testkit";
import { advisory, zip } from "@assay/testkit/advisories";
import type { InteropSuite } from "../suite.ts";
import { type ActRun, git, runWithAct } from "./act.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const HERE = fileURLToPath(new URL(".", import.meta.url));

/** What the pinned actions of GitHub are run as: there is no GitHub here. */
const STAND_INS = {
  checkout: "de0fac2e4500dabe0009e67214ff5f5447ce83dd",
  cache: "55cc8345863c7cc4c66a329aec7e433d2d1c52a9",
  "upload-artifact": "b7c566a772e6b6bfb58ed0dc250532a479d7789f",
  "download-artifact": "37930b1c2abaa49bbe596cd826c3c89aef350131",
} as const;

/** There must be data for every ecosystem that is found. */
const OTHER = advisory("GHSA-none", "", {
  affected: [{ package: { ecosystem: "GitHub Actions", name: "nobody/none" }, versions: ["0"] }],
});

let folder = "";
/** The commit of `acme/assay`: what a caller pins. */
let assay = "";

/** Workflows of an organisation call ours, or are ours: run by act, with folders in the place of GitHub's repositories. */
export const organisationSuite: InteropSuite = {
  name: "organisation",
  setup() {
    folder = mkdtempSync(join(tmpdir(), "assay-organisation-"));
    mkdirSync(remote("acme/assay"), { recursive: true });
    for (const name of ["action.yml", "actions", "dist", ".github/workflows"]) {
      cpSync(join(ROOT, name), join(remote("acme/assay"), name), { recursive: true });
    }
    assay = commit("acme/assay", {});
    commit("acme/policy", {
      "settings/assay.yml": "checks: [licenses]\nlicenses:\n  allow: [ISC]\n",
      "settings/dependencies.yml":
        "checks: [dependencies]\noffline: true\nadvisories: { max-age: none }\n",
      "data/GitHub Actions.zip": zip([["GHSA-none.json", JSON.stringify(OTHER)]]),
      "data/npm.zip": zip([["GHSA-left.json", JSON.stringify(advisory("GHSA-left", "left"))]]),
    });
    const callers = join(HERE, "organisation");
    commit("acme/shop", {
      ".github/assay.yml": "checks: [sbom, licenses]\nlicenses:\n  allow: [MIT]\n",
      "package-lock.json": lockfile("shop"),
      "packages/a/package-lock.json": lockfile("a"),
      "packages/b/package-lock.json": lockfile("b"),
      ".github/workflows/org-check.yml": asGithubNamesIt("org-check.yml"),
      ...Object.fromEntries(
        readdirSync(callers).map((name) => [
          `.github/workflows/${name}`,
          readFileSync(join(callers, name), "utf8").replaceAll("0".repeat(40), assay),
        ]),
      ),
    });
    mkdirSync(join(folder, "bin"));
    writeFileSync(join(folder, "bin", "gh"), GH);
    chmodSync(join(folder, "bin", "gh"), 0o755);
  },
  cases: [
    {
      name: "org-check.yml, called: each folder has a job of its own, and one verdict",
      async run() {
        await act({
          workflow: "two-folders.yml",
          expected: 0,
          says: [/took acme\/assay at [0-9a-f]{40} into \.git\/assay/, /ended with: success/],
        });
        const kept = readdirSync(join(folder, "artifacts")).map((name) => name.slice(0, -9));
        assert.deepEqual(kept.sort(), ["assay-packages-a", "assay-packages-b"]);
      },
    },
    {
      name: "org-check.yml, called: the policy of another repository is obeyed, not the repository's own settings",
      async run() {
        await act({
          workflow: "policy.yml",
          expected: 1,
          says: [/licenses\.denied/, /ended with: failure/],
        });
      },
    },
    {
      name: "org-check.yml, called: a snapshot of another repository is what dependencies are compared with, and the store is kept",
      async run() {
        await act({
          workflow: "snapshot.yml",
          expected: 1,
          says: [
            /would keep assay-advisories-\d{4}-\d\d-\d\d of \S+assay\/advisories, else assay-advisories-/,
            /left@1\.0\.0 is affected by GHSA-left/,
            /ended with: failure/,
          ],
        });
      },
    },
    {
      name: "org-check.yml, called: where the server does not name the commit, it asks for it and runs nothing",
      async run() {
        const log = await act({
          workflow: "unnamed.yml",
          expected: 1,
          says: [/Give `assay: owner\/repository@<full commit SHA>`/],
        });
        assert.doesNotMatch(log, /into \.git\/assay/);
      },
    },
    {
      name: "org-check.yml, required by a ruleset: a fork's pull request is judged, without inputs, and says what it goes without",
      async run() {
        const event = join(folder, "event.json");
        writeFileSync(event, JSON.stringify(forkEvent()));
        await act({
          workflow: "org-check.yml",
          event: "pull_request",
          options: ["--eventpath", event],
          expected: 0,
          says: [/pull request from a fork[^\n]*no comment/, /ended with: success/],
        });
      },
    },
    {
      name: "org-release.yml: what was built is signed, verified and drafted with its bill of materials",
      async run() {
        const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
        const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
        await act({
          workflow: "release.yml",
          options: [
            ...["--secret", `SIGNING_KEY=${pem}`],
            ...["--var", `PUBLIC_KEY=${publicKey.export({ type: "spki", format: "pem" })}`],
          ],
          expected: 0,
          says: [/Success - Main Verify the key/],
        });
        assertDrafted(".sigstore.json");
      },
    },
    {
      name: "org-release.yml: without a key the identity of the run signs, and is verified",
      async run() {
        const mini = await startMiniSigstore();
        mini.claims = { ...mini.claims, ...BUILD_CLAIMS };
        commit("acme/policy", {
          "sigstore/trusted_root.json": mini.trustedRoot,
          "settings/release.yml": `sign:\n  fulcio-url: ${mini.fulcioUrl}\n  rekor-url: [${mini.rekorV1Url}]\n`,
        });
        try {
          await act({
            workflow: "release-keyless.yml",
            options: ["--var", `ISSUER=${mini.issuer.url}`, "--var", `IDENTITY=${MINI_IDENTITY}`],
            env: {
              ACTIONS_ID_TOKEN_REQUEST_URL: mini.tokenUrl,
              ACTIONS_ID_TOKEN_REQUEST_TOKEN: "mini",
            },
            expected: 0,
            says: [/Success - Main Verify the identity/, /Success - Main Verify the provenance/],
          });
        } finally {
          await mini.close();
        }
        assertDrafted(".sigstore.json", ".provenance.sigstore.json");
        assert.ok(mini.journal.includes("rekor1"));
      },
    },
    {
      name: "org-release.yml: nothing is signed that could not be verified",
      async run() {
        await act({
          workflow: "release-without-trust.yml",
          expected: 1,
          says: [/Without `signing-key`, `trusted-root` is needed/],
        });
        assert.ok(!existsSync(join(folder, "gh.log")));
      },
    },
  ],
  teardown() {
    rmSync(folder, { recursive: true, force: true });
  },
};

/** What GitHub's token says of a run, beside who it is. */
const BUILD_CLAIMS = {
  repository: "acme/app",
  ref: "refs/heads/main",
  sha: "1".repeat(40),
  event_name: "push",
  workflow_ref: "acme/app/.github/workflows/release.yml@refs/heads/main",
  repository_id: "1",
  repository_owner_id: "2",
  runner_environment: "self-hosted",
  run_id: "3",
  run_attempt: "1",
} as const;

/** Writes down what it is called with; there is no release yet. */
const GH = `#!/bin/sh
if [ "$2" = view ]; then exit 1; fi
printf '%s ' "$@" | tr '\\n' ' ' >> "$GH_LOG"
for each; do echo "$each" >> "$GH_LOG"; done
`;

/** The files of the release, its bill of materials, and the bundles of each. */
function assertDrafted(...bundles: readonly string[]): void {
  const drafted = readFileSync(join(folder, "gh.log"), "utf8");
  assert.match(drafted, /release create v1\.0\.0 --draft --verify-tag/);
  for (const name of ["sbom.cdx.json", "sbom.spdx.json", "shop.txt"]) {
    assert.ok(drafted.includes(`release/${name}\n`), drafted);
    for (const bundle of bundles)
      assert.ok(drafted.includes(`release/${name}${bundle}\n`), drafted);
  }
}

function act(run: Omit<ActRun, "checkout">): Promise<string> {
  rmSync(join(folder, "artifacts"), { recursive: true, force: true });
  rmSync(join(folder, "gh.log"), { force: true });
  mkdirSync(join(folder, "artifacts"));
  const standIns = Object.entries(STAND_INS).flatMap(([name, sha]) => [
    "--local-repository",
    `actions/${name}@${sha}=${join(HERE, "stand-ins", name)}`,
  ]);
  return runWithAct({
    ...run,
    checkout: remote("acme/shop"),
    workflow: `.github/workflows/${run.workflow}`,
    options: [
      "--no-skip-checkout",
      ...standIns,
      ...["--local-repository", `acme/assay@${assay}=${remote("acme/assay")}`],
      ...(run.options ?? []),
    ],
    env: {
      REMOTES: join(folder, "remotes"),
      ARTIFACTS: join(folder, "artifacts"),
      GH_LOG: join(folder, "gh.log"),
      GITHUB_REPOSITORY: "acme/shop",
      PATH: `${join(folder, "bin")}:${dirname(process.execPath)}:${process.env["PATH"]}`,
      ...run.env,
    },
  });
}

/** `job.workflow_repository` and `job.workflow_sha` as github.com has them; act does not. */
function asGithubNamesIt(name: string): string {
  return readFileSync(join(ROOT, ".github/workflows", name), "utf8")
    .replaceAll("${{ job.workflow_repository }}", "acme/assay")
    .replaceAll("${{ job.workflow_sha }}", assay);
}

function remote(name: string): string {
  return join(folder, "remotes", name);
}

function commit(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(remote(name), path)), { recursive: true });
    writeFileSync(join(remote(name), path), text);
  }
  git(remote(name), "init", "--quiet", "--initial-branch=main");
  git(remote(name), "add", "--all");
  git(remote(name), "commit", "--quiet", "--message", "Everything");
  return git(remote(name), "rev-parse", "HEAD");
}

function lockfile(name: string): string {
  const root = { name, version: "1.0.0", license: "MIT", dependencies: { left: "^1.0.0" } };
  const left = { version: "1.0.0", license: "MIT" };
  const packages = { "": root, "node_modules/left": left };
  return JSON.stringify({ name, version: "1.0.0", lockfileVersion: 3, packages }, null, 2);
}

function forkEvent() {
  const sha = git(remote("acme/shop"), "rev-parse", "HEAD");
  const side = (name: string) => ({ sha, ref: "main", repo: { full_name: name } });
  const change = { number: 7, head: side("stranger/shop"), base: side("acme/shop") };
  return { pull_request: change, repository: { full_name: "acme/shop", default_branch: "main" } };
}
