import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  gitRepository,
  MINI_IDENTITY,
  networkGuard,
  runBuiltAction,
  runNode,
  startFakeGithub,
  startMiniSigstore,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { afterAll, describe, it } from "vitest";
import { actionFolder, CLI } from "./entries.ts";

afterAll(cleanUp);

const PATH = process.env["PATH"] ?? "";

/** What a job of GitHub's gives, with both servers on loopback. */
async function attested(fail?: number) {
  const mini = await startMiniSigstore();
  mini.claims = {
    ...mini.claims,
    repository: "acme/app",
    ref: "refs/heads/main",
    sha: "a".repeat(40),
    event_name: "push",
    workflow_ref: "acme/app/.github/workflows/release.yml@refs/heads/main",
    repository_id: "1",
    repository_owner_id: "2",
    runner_environment: "github-hosted",
    run_id: "3",
    run_attempt: "1",
  };
  const github = await startFakeGithub("acme/app");
  if (fail !== undefined) github.fail({ path: /\/attestations$/, status: fail });
  const repository = await gitRepository({ "a.bin": "a\n", "b.bin": "b\n" });
  await writeFiles(repository.root, { "root.json": mini.trustedRoot });
  const result = await runBuiltAction({
    actionFolder: actionFolder("attest"),
    repository,
    inputs: {
      files: "*.bin",
      "fulcio-url": mini.fulcioUrl,
      "rekor-url": mini.rekorV1Url,
      "trusted-root": "root.json",
      "github-attestation": "true",
      token: "a-token-of-the-job",
    },
    env: {
      ...github.environment({ idToken: false }),
      GITHUB_SERVER_URL: "https://github.com",
      ACTIONS_ID_TOKEN_REQUEST_URL: mini.tokenUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "mini",
    },
  });
  const stored = [...github.state.attestations];
  await Promise.all([mini.close(), github.close()]);
  return { result, stored, root: repository.root, issuer: mini.issuer.url };
}

describe("attesting", () => {
  it.concurrent("provenance goes to GitHub as it is written, and the printed command verifies it", async ({
    expect,
  }) => {
    const { result, stored, root } = await attested();
    expect([result.exitCode, result.outputs["outcome"]], result.log).toEqual([0, "pass"]);
    expect(result.outputs).toMatchObject({
      "attested-count": "2",
      "bundle-paths": "provenance.sigstore.json",
      "attestation-urls": "https://github.com/acme/app/attestations/701",
    });
    const text = await readFile(join(root, "provenance.sigstore.json"), "utf8");
    expect(stored).toEqual([JSON.parse(text)]);
    const [, command = ""] = /^(?: *)(assay verify .*)$/m.exec(result.summary) ?? [];
    expect(command).toContain(MINI_IDENTITY);
    const words = command.split(" ").slice(1);
    const verified = await runNode([CLI, ...words], { cwd: root, env: { PATH } });
    expect(verified, verified.stdout + verified.stderr).toMatchObject({ exitCode: 0 });
  });

  it.concurrent("without `attestations: write` says what to add, and keeps the bundle", async ({
    expect,
  }) => {
    const { result, root } = await attested(403);
    expect([result.exitCode, result.outputs["failed-count"]]).toEqual([2, "1"]);
    expect(result.log).toContain("attestations: write");
    const text = await readFile(join(root, "provenance.sigstore.json"), "utf8");
    expect(JSON.parse(text)).toHaveProperty("dsseEnvelope");
  });

  it.concurrent("a dry run opens no socket", async ({ expect }) => {
    const cwd = await temporaryFolder();
    await writeFiles(cwd, { "a.bin": "a\n" });
    const guard = await networkGuard(await temporaryFolder(), "none");
    for (const command of ["sign", "attest"]) {
      const args = [command, "a.bin", "--dry-run", "--format=json"];
      const env = { PATH, SIGSTORE_ID_TOKEN: "not.asked.for" };
      const run = await runNode([...guard.nodeArgs, CLI, ...args], { cwd, env });
      expect(run, run.stdout + run.stderr).toMatchObject({ exitCode: 0 });
      expect(run.stdout).toContain("https://fulcio.sigstore.dev");
    }
    expect(await guard.attempts()).toEqual([]);
  });

  it.concurrent("a list of checksums comes from a pipe", async ({ expect }) => {
    const cwd = await temporaryFolder();
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    await writeFiles(cwd, {
      "a.bin": "a\n",
      "r.json": '{"result":"PASSED","configuration":[]}',
      "k.pub": publicKey.export({ type: "spki", format: "pem" }).toString(),
    });
    const KEY = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const attest = `"${process.execPath}" "${CLI}" attest --subjects-from-checksums - --predicate-type test-result --predicate r.json --key env://KEY`;
    const exitCode = await new Promise((resolve) => {
      const options = { cwd, env: { PATH, KEY } };
      execFile("sh", ["-c", `sha256sum a.bin | ${attest}`], options, (error) =>
        resolve(error?.code ?? 0),
      );
    });
    expect(exitCode).toBe(0);
    const verify = [CLI, "verify", "a.bin", "--key", "k.pub"];
    expect(await runNode(verify, { cwd, env: { PATH } })).toMatchObject({ exitCode: 0 });
  });
});
