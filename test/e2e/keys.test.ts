import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, runNode, temporaryFolder } from "@assay/testkit";
import { afterAll, expect, it } from "vitest";
import { CLI } from "./entries.ts";

afterAll(cleanUp);

it("a key that `assay key` makes signs, its public half verifies, and one bit more does not", async () => {
  const cwd = await temporaryFolder();
  const env = { PATH: process.env["PATH"] ?? "", COSIGN_PASSWORD: "pass word" };
  const assay = (...args: readonly string[]) => runNode([CLI, ...args], { cwd, env });
  const made = await assay("key", "generate", "--output-key-prefix", "release");
  expect([made.exitCode, made.stderr]).toEqual([0, ""]);
  await writeFile(join(cwd, "a.txt"), "a");
  const next = made.stdout
    .split("\n")
    .flatMap((line) => / ((?:sign|verify) FILE .*)$/.exec(line)?.[1] ?? []);
  expect(next).toEqual(["sign FILE --key release.key", "verify FILE --key release.pub"]);
  for (const line of next) {
    const ran = await assay(...line.replace("FILE", "a.txt").split(" "));
    expect(ran.exitCode, ran.stdout + ran.stderr).toBe(0);
  }
  const publicKey = await readFile(join(cwd, "release.pub"), "utf8");
  expect((await assay("key", "public", "release.key")).stdout).toBe(publicKey);
  const inspected = await assay("key", "inspect", "release.key", "--format", "json");
  expect(JSON.parse(inspected.stdout)).toMatchObject({ keyDetails: "PKIX_ECDSA_P256_SHA_256" });
  expect((await assay("key", "generate", "--output-key-prefix", "next")).exitCode).toBe(0);
  const keys = ["--key", "next.pub", "--key", "release.pub"];
  expect((await assay("verify", "a.txt", ...keys)).exitCode).toBe(0);
  await writeFile(join(cwd, "assay.yml"), "verify: { key: release.pub }\n");
  expect((await assay("verify", "a.txt")).exitCode).toBe(0);
  await writeFile(join(cwd, "assay.yml"), "verify: { key: [next.pub, release.pub] }\n");
  expect((await assay("verify", "a.txt")).exitCode).toBe(0);
  const { sha256 } = JSON.parse(inspected.stdout) as { sha256: string };
  const revoked = await assay("verify", "a.txt", "--revoked-key", sha256);
  expect(revoked.exitCode).toBe(1);
  expect(revoked.stdout).toContain("it is signed with a revoked key");
  await writeFile(join(cwd, "a.txt"), "b");
  expect((await assay("verify", "a.txt", "--key", "release.pub")).exitCode).toBe(1);
});
