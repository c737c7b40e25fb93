import { spawn } from "node:child_process";
import { createHash, generateKeyPairSync } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import {
  cleanUp,
  type MiniSigstore,
  runNode,
  startMiniSigstore,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLI } from "./entries.ts";

const FILES = 400;
const KILLS = 10;
const LOOK_AGAIN_MS = 1;
const PATH = process.env["PATH"] ?? "";

let mini: MiniSigstore;
beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});

/** Numbers in [0, 1) that are the same in every run of the test. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const logged = () => mini.journal.filter((service) => service === "rekor1").length;

/** What a killed run had sent is in the log's sockets and is still answered: the count, when no more of it comes. */
async function settled(): Promise<number> {
  for (let count = -1; count !== logged(); ) {
    count = logged();
    await setTimeout(250);
  }
  return logged();
}

/** Bundles on disk, by name, with what is in them. */
async function bundlesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sigstore.json"));
  const entries = names.map(
    async (name) => [name, sha256(await readFile(join(folder, name)))] as const,
  );
  return new Map(await Promise.all(entries));
}

describe("files that are being signed", () => {
  it("end with one verified bundle each, though the run is killed ten times, and none is signed twice", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const cwd = await temporaryFolder();
    const files = Object.fromEntries(
      Array.from({ length: FILES }, (_, index) => [`f${index}.bin`, `content ${index}`]),
    );
    await writeFiles(cwd, { ...files, "root.json": mini.trustedRoot });
    const env = {
      PATH,
      KEY: privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
      PUBLIC: publicKey.export({ format: "pem", type: "spki" }).toString(),
    };
    const common = ["*.bin", "--trusted-root=root.json"];
    const args = [CLI, "sign", ...common, "--key=env://KEY", `--rekor-url=${mini.rekorV1Url}`];
    const random = seeded(4711);
    let before: ReadonlyMap<string, string> = new Map();
    for (let kill = 0; kill < KILLS; kill++) {
      const from = logged();
      // By entries and not by time: the moment is anywhere in the work, on any machine.
      const until = from + Math.floor(random() * 40);
      const child = spawn(process.execPath, args, { cwd, env, stdio: "ignore" });
      const ended = new Promise((resolve) => child.once("exit", resolve));
      const watch = setInterval(() => {
        if (logged() > until) child.kill("SIGKILL");
      }, LOOK_AGAIN_MS);
      await ended;
      clearInterval(watch);
      const now = await bundlesIn(cwd);
      // What was on disk stands there as it was: nothing was signed again.
      for (const [name, digest] of before) expect(now.get(name), name).toBe(digest);
      before = now;
      const left = (await readdir(cwd)).filter((name) => name.endsWith(".tmp"));
      expect(left.length).toBeLessThanOrEqual((kill + 1) * 16);
    }
    expect(before.size).toBeGreaterThan(0);
    expect(before.size).toBeLessThan(FILES);

    const started = await settled();
    const last = await runNode([...args, "--format=json"], { cwd, env });
    expect(last, last.stdout.slice(0, 2000) + last.stderr).toMatchObject({ exitCode: 0 });
    expect(logged() - started).toBe(FILES - before.size);
    const [act] = JSON.parse(last.stdout).acts;
    expect(act.coverage.inspected).toEqual({
      files: FILES,
      signed: FILES - before.size,
      kept: before.size,
    });
    const after = await bundlesIn(cwd);
    expect(after.size).toBe(FILES);
    for (const [name, digest] of before) expect(after.get(name), name).toBe(digest);

    const verify = [CLI, "verify", ...common, "--key=env://PUBLIC", "--format=json"];
    const verified = await runNode(verify, { cwd, env });
    expect(verified).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(verified.stdout).acts[0].records).toHaveLength(FILES);
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "stopped by %s, twice at once, stay as far as they are done, and the report has the rest",
    async (signal) => {
      const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const cwd = await temporaryFolder();
      const names = Array.from({ length: FILES }, (_, index) => `f${index}.bin`);
      await writeFiles(cwd, Object.fromEntries(names.map((name) => [name, name])));
      const env = {
        PATH,
        KEY: privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
      };
      const to = ["--key=env://KEY", `--rekor-url=${mini.rekorV1Url}`, "--format=json"];
      const child = spawn(process.execPath, [CLI, "sign", "*.bin", ...to], { cwd, env });
      const from = logged();
      const watch = setInterval(() => {
        if (logged() < from + 20) return;
        clearInterval(watch);
        // As npx does: the group got it, and it is passed on.
        child.kill(signal);
        child.kill(signal);
      }, LOOK_AGAIN_MS);
      let stdout = "";
      child.stdout.on("data", (chunk: Buffer) => {
        stdout += chunk.toString();
      });
      const exitCode = await new Promise((resolve) => child.once("close", resolve));
      clearInterval(watch);
      const done = await bundlesIn(cwd);
      expect(done.size).toBeGreaterThan(0);
      expect(done.size).toBeLessThan(FILES);
      const { outcome, acts } = JSON.parse(stdout);
      expect({ exitCode, outcome }).toEqual({ exitCode: 3, outcome: "error" });
      const products = acts[0].records.map(({ product }: { product: string }) => product);
      expect(products.sort()).toEqual([...done.keys()].sort());
      expect(acts[0].failures).toMatchObject([
        { kind: "external", message: expect.stringContaining(`${FILES - done.size} files not`) },
      ]);
    },
  );
});
