import { type ChildProcess, spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import {
  cleanUp,
  type FakeGithub,
  gitRepository,
  runBuiltAction,
  runNode,
  startFakeGithub,
  startMiniSigstore,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { afterAll, expect as check, describe, it } from "vitest";
import { actionFolder, CLI } from "./entries.ts";

afterAll(cleanUp);

const PATH = process.env["PATH"] ?? "";
const TAG = "v1.0.0";
const NAMES = ["SHA256SUMS", "VERIFY.md", "a.bin", "b.bin"].flatMap((name) => [
  name,
  `${name}.sigstore.json`,
]);
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const KEY = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const PUBLIC = publicKey.export({ type: "spki", format: "pem" }).toString();

async function checkout(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFiles(folder, { "a.bin": "a\n", "b.bin": "b\n", "k.pub": PUBLIC });
  return folder;
}

const ARGS = [CLI, "release", "*.bin", "--tag", TAG, "--key", "env://KEY"];
const environment = (github: FakeGithub) => ({
  ...github.environment({ idToken: false }),
  ...{ PATH, KEY, GITHUB_TOKEN: "a-token-of-mine" },
});
const held = ({ state }: FakeGithub) =>
  (state.releases.get(TAG)?.assets ?? []).map(({ name }) => name).sort();

describe("the built action release", () => {
  it.concurrent("makes a release that the command line then verifies, and a second run finds it whole", async ({
    expect,
  }) => {
    const mini = await startMiniSigstore();
    const github = await startFakeGithub("acme/app");
    const repository = await gitRepository({ "a.bin": "a\n", "b.bin": "b\n" });
    const sha = await repository.git("rev-parse", "HEAD");
    await writeFiles(repository.root, { "root.json": mini.trustedRoot });
    github.state.tags.set(TAG, { type: "commit", sha });
    mini.claims = { ...mini.claims, repository: "acme/app", ref: `refs/tags/${TAG}`, sha };
    const run = () =>
      runBuiltAction({
        actionFolder: actionFolder("release"),
        repository,
        inputs: {
          files: "*.bin",
          tag: TAG,
          "fulcio-url": mini.fulcioUrl,
          "rekor-url": mini.rekorV1Url,
          "trusted-root": "root.json",
        },
        token: "a-token-of-the-job",
        env: {
          ...github.environment({ idToken: false }),
          ACTIONS_ID_TOKEN_REQUEST_URL: mini.tokenUrl,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: "mini",
        },
      });
    const first = await run();
    expect([first.exitCode, first.outputs["published"]], first.log).toEqual([0, "true"]);
    expect(held(github)).toEqual([...NAMES].sort());
    expect(first.masks).toContain("a-token-of-the-job");
    const again = await run();
    expect(again.exitCode, again.log).toBe(0);
    expect(again.log).toContain("was published before, and holds all of this");
    const cwd = await temporaryFolder();
    await writeFiles(cwd, { "root.json": mini.trustedRoot });
    const verify = [CLI, "verify", "release", `acme/app@${TAG}`, "--trusted-root=root.json"];
    const who = [
      "--certificate-identity-pattern",
      "https://github.com/{repository}/.github/workflows/*@refs/heads/main",
      `--certificate-oidc-issuer=${mini.issuer.url}`,
    ];
    const { GITHUB_API_URL = "" } = github.environment();
    const verified = await runNode([...verify, ...who], { cwd, env: { PATH, GITHUB_API_URL } });
    expect(verified, verified.stdout + verified.stderr).toMatchObject({ exitCode: 0 });
    github.state.releases.get(TAG)?.assets.push({ id: 1, name: "x.exe", bytes: Buffer.from("x") });
    const extra = await runNode([...verify, ...who], { cwd, env: { PATH, GITHUB_API_URL } });
    expect(extra.exitCode).toBe(1);
    expect(extra.stdout).toContain("x.exe is not verified: there is no bundle");
    await Promise.all([mini.close(), github.close()]);
  });
});

const STEPS = [
  ["the tag is looked up", "GET", /\/git\/ref\//, 1],
  ["the draft is made", "POST", /\/releases$/, 1],
  ["the first asset goes up", "POST", /\/assets$/, 1],
  ["the last asset goes up", "POST", /\/assets$/, 8],
  ["the assets are listed", "GET", /\/releases\/\d+\/assets$/, 3],
  ["assets come back", "GET", /\/releases\/assets\/\d+$/, 5],
  ["it is published", "PATCH", /\/releases\/\d+$/, 1],
] as const;

describe("a release that is killed", () => {
  it.each(STEPS.flatMap((step) => [[...step, true] as const, [...step, false] as const]))(
    "while %s (%s %s, request %d; done: %s) is finished by the next run, on another machine",
    async (_, method, path, count, isDone) => {
      const github = await startFakeGithub("acme/app");
      github.state.tags.set(TAG, { type: "commit", sha: "c".repeat(40) });
      const env = environment(github);
      let child: ChildProcess | undefined;
      let left = count - 1;
      const kill = () => void child?.kill("SIGKILL");
      if (left > 0)
        github.fail({
          ...{ method, path, status: 0, times: left },
          effect: () => {
            left -= 1;
          },
        });
      github.fail({
        ...{ method, path, status: isDone ? 0 : 500, times: 1, delayMs: 100 },
        effect: kill,
      });
      child = spawn(process.execPath, ARGS, { cwd: await checkout(), env, stdio: "ignore" });
      const signal = await new Promise((resolve) =>
        child?.once("exit", (_code, by) => resolve(by)),
      );
      check(signal).toBe("SIGKILL");
      const cwd = await checkout();
      const { exitCode, stdout, stderr } = await runNode(ARGS, { cwd, env });
      check(exitCode, stdout + stderr).toBe(0);
      check(held(github)).toEqual([...NAMES].sort());
      check(github.state.drafts).toEqual([]);
      const verify = [CLI, "verify", "release", `acme/app@${TAG}`, "--key=k.pub"];
      const verified = await runNode(verify, { cwd, env });
      check(verified, verified.stdout + verified.stderr).toMatchObject({ exitCode: 0 });
      await github.close();
    },
  );
});

describe("the command line refuses", () => {
  const asset = (name: string) => ({ id: 70, name, bytes: Buffer.from("x") });
  const mark = `<!-- assay-release ${TAG} -->`;
  it.each([
    [
      "a tag that is not there",
      "There is no tag",
      (github: FakeGithub): void => github.state.tags.clear(),
      2,
    ],
    [
      "a draft of somebody else",
      "something else made (id 7)",
      ({ state }: FakeGithub): void => void state.drafts.push({ id: 7, tag: TAG, assets: [] }),
      2,
    ],
    [
      "an extra file",
      "x.exe is in it, and not among the files",
      ({ state }: FakeGithub): void =>
        void state.drafts.push({ id: 7, tag: TAG, body: mark, assets: [asset("x.exe")] }),
      1,
    ],
    [
      "a changed asset",
      "a.bin has other content",
      ({ state }: FakeGithub): void =>
        void state.drafts.push({ id: 7, tag: TAG, body: mark, assets: [asset("a.bin")] }),
      1,
    ],
    [
      "a published release without a bundle",
      "a.bin.sigstore.json is missing, or not whole",
      ({ state }: FakeGithub): void =>
        void state.releases.set(TAG, { id: 7, immutable: true, assets: [] }),
      1,
    ],
  ] as const)("%s", async (_, said, prepare, code) => {
    const github = await startFakeGithub("acme/app");
    github.state.tags.set(TAG, { type: "commit", sha: "c".repeat(40) });
    prepare(github);
    const run = await runNode(ARGS, { cwd: await checkout(), env: environment(github) });
    check([run.exitCode, run.stdout + run.stderr]).toEqual([code, check.stringContaining(said)]);
    check(run.stdout + run.stderr).not.toContain("a-token-of-mine");
    await github.close();
  });
});
