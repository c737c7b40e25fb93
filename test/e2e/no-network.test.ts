import { execFile, spawnSync } from "node:child_process";
import { createHash, generateKeyPairSync } from "node:crypto";
import { cp, readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import {
  cleanUp,
  gitRepository,
  MINI_IDENTITY,
  type NodeRun,
  networkGuard,
  runNode,
  startMiniSigstore,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { CLI, EVERY_FORMAT } from "./entries.ts";
import { awsKey, lockfile } from "./scenes.ts";

afterAll(cleanUp);

type Env = Readonly<Record<string, string>>;

const FIXED = { PATH: process.env["PATH"] ?? "", SOURCE_DATE_EPOCH: "1700000000" };

/** A namespace of its own has no network at all, for git too; not every machine lets us make one. */
const CAN_UNSHARE = spawnSync("unshare", ["-rn", "true"]).status === 0;

function connected(args: readonly string[], cwd: string, env: Env = {}): Promise<NodeRun> {
  return runNode([CLI, ...args], { cwd, env: { ...FIXED, ...env } });
}

/** The same run without a network: in an empty network namespace, or else under a guard that fails what reaches out. */
async function disconnected(args: readonly string[], cwd: string, env: Env = {}): Promise<NodeRun> {
  if (CAN_UNSHARE) return unshared([process.execPath, CLI, ...args], cwd, { ...FIXED, ...env });
  const guard = await networkGuard(await temporaryFolder(), "none");
  const result = await runNode([...guard.nodeArgs, CLI, ...args], {
    cwd,
    env: { ...FIXED, ...env },
  });
  expect(await guard.attempts()).toEqual([]);
  return result;
}

function unshared(command: readonly string[], cwd: string, env: Env): Promise<NodeRun> {
  const options = {
    cwd,
    env,
    timeout: 200_000,
    killSignal: "SIGKILL",
    maxBuffer: 64 * 1024 * 1024,
  } as const;
  return new Promise((resolve) => {
    execFile("unshare", ["-rn", ...command], options, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === "number" ? error.code : null;
      resolve({ exitCode, stdout, stderr });
    });
  });
}

/** Every file below a folder: path → SHA-256. */
async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  const hashed = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return [
      relative(folder, path),
      createHash("sha256")
        .update(await readFile(path))
        .digest("hex"),
    ];
  });
  return Object.fromEntries((await Promise.all(hashed)).toSorted());
}

async function repository() {
  const made = await gitRepository({
    "README.md": "# shop\n",
    "package-lock.json": lockfile({ left: "MIT" }),
  });
  await made.commit("change", {
    "package-lock.json": lockfile({ left: "MIT", right: "GPL-3.0-only" }),
    "deploy.env": `AWS_KEY=${awsKey()}\n`,
  });
  // A remote that answers nobody: nothing may wait for it.
  await made.git("remote", "add", "origin", "https://git.invalid/octo/shop.git");
  return made.root;
}

it("has an empty network namespace or the guard", async () => {
  const probe = 'fetch("http://192.0.2.1/").catch((error) => console.log(error.cause?.code))';
  if (!CAN_UNSHARE)
    return expect(await networkGuard(await temporaryFolder(), "none")).toBeDefined();
  const { stdout } = await unshared([process.execPath, "-e", probe], "/", FIXED);
  expect(stdout).toContain("ENETUNREACH");
});

describe("without a network", () => {
  it.concurrent.each([
    ["sbom", 0],
    ["licenses", 1],
    ["secrets", 1],
    ["check", 1],
  ])("assay %s writes the same bytes", async (command, exitCode) => {
    const cwd = await repository();
    const runs = [connected, disconnected].map(async (run) => {
      const folder = await temporaryFolder();
      // The fourth check needs advisories, which are nowhere here.
      const checks = command === "check" ? ["--checks", "sbom,licenses,secrets"] : [];
      const args = [
        command,
        ".",
        ...checks,
        "--report-directory",
        folder,
        "--report-formats",
        EVERY_FORMAT,
      ];
      const result = await run(args, cwd);
      // The folder itself is named on the last line.
      const stdout = result.stdout.replaceAll(folder, "<folder>");
      return { run: { ...result, stdout }, files: await contents(folder) };
    });
    const [one, other] = await Promise.all(runs);
    expect(one?.run).toMatchObject({ exitCode, stderr: "" });
    expect(Object.keys(one?.files ?? {}).length).toBeGreaterThanOrEqual(7);
    expect(other).toEqual(one);
  });

  it.concurrent("a key signs with the same bytes, and its signatures verify", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const env = {
      SECRET: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      PUBLIC: publicKey.export({ type: "spki", format: "pem" }).toString(),
    };
    const runs = [connected, disconnected].map(async (run) => {
      const cwd = await temporaryFolder();
      await writeFiles(cwd, { "a.txt": "a\n", "b.txt": "b\n" });
      const signed = await run(["sign", "*.txt", "--key", "env://SECRET"], cwd, env);
      const verified = await run(["verify", "*.txt", "--key", "env://PUBLIC"], cwd, env);
      await writeFiles(cwd, { "b.txt": "tampered with\n" });
      const refused = await run(["verify", "*.txt", "--key", "env://PUBLIC"], cwd, env);
      return { signed, verified, refused, files: await contents(cwd) };
    });
    const [one, other] = await Promise.all(runs);
    expect([one?.signed.exitCode, one?.verified.exitCode, one?.refused.exitCode]).toEqual([
      0, 0, 1,
    ]);
    expect(Object.keys(one?.files ?? {})).toContain("a.txt.sigstore.json");
    expect(other).toEqual(one);
  });

  it.concurrent.each([
    ["1", "rekor1"],
    ["2", "rekor2"],
  ])("an identity verifies against a given trusted root (Rekor v%s)", async (version, log) => {
    const { cwd, policy } = await signedByIdentity(version, log);
    const copy = await temporaryFolder();
    await cp(cwd, copy, { recursive: true });
    await writeFiles(copy, { "a.txt": "tampered with\n" });
    const pairs = [
      [cwd, MINI_IDENTITY, 0],
      [copy, MINI_IDENTITY, 1],
      [cwd, MINI_IDENTITY.replace("acme", "eve"), 1],
    ] as const;
    for (const [folder, identity, exitCode] of pairs) {
      const asked = [
        "verify",
        "a.txt",
        "--format=json",
        `--certificate-identity=${identity}`,
        ...policy,
      ];
      const [one, other] = await Promise.all([
        connected(asked, folder),
        disconnected(asked, folder),
      ]);
      expect(one, one.stdout).toMatchObject({ exitCode, stderr: "" });
      expect(other).toEqual(one);
    }
  });
});

/** Signs keyless with the built CLI and a Sigstore on loopback that is gone afterwards. */
async function signedByIdentity(version: string, log: string) {
  const mini = await startMiniSigstore();
  const cwd = await temporaryFolder();
  await writeFiles(cwd, { "a.txt": "a\n", "root.json": mini.trustedRoot });
  const services = [
    `--fulcio-url=${mini.fulcioUrl}`,
    `--rekor-url=${mini.url}/${log}`,
    `--rekor-version=${version}`,
  ];
  const stamp = version === "2" ? [`--tsa-url=${mini.tsaUrl}`] : [];
  const signed = await runNode(
    [CLI, "sign", "a.txt", "--trusted-root=root.json", ...services, ...stamp],
    {
      cwd,
      env: {
        PATH: FIXED.PATH,
        ACTIONS_ID_TOKEN_REQUEST_URL: mini.tokenUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: "mini",
      },
    },
  );
  await mini.close();
  expect(signed, signed.stdout + signed.stderr).toMatchObject({ exitCode: 0 });
  const policy = ["--trusted-root=root.json", `--certificate-oidc-issuer=${mini.issuer.url}`];
  return { cwd, policy };
}
