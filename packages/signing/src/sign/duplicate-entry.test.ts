import { generateKeyPairSync } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, type MiniSigstore, startMiniSigstore, temporaryFolder } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sign, verify } from "../test/run.ts";

let mini: MiniSigstore;
let root: string;

beforeAll(async () => {
  mini = await startMiniSigstore();
  root = await temporaryFolder();
  await writeFile(join(root, "root.json"), mini.trustedRoot);
  const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  await writeFile(join(root, "k.key"), pair.privateKey.export({ format: "pem", type: "pkcs8" }));
  await writeFile(join(root, "k.pub"), pair.publicKey.export({ format: "pem", type: "spki" }));
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});

const options = (files: readonly string[]) => ({
  files,
  key: "k.key",
  rekorUrls: [mini.rekorV2Url],
  rekorVersion: 2 as const,
  trustedRoot: "root.json",
});
const signAll = (files: readonly string[], change = {}) =>
  sign({ root, hosts: [mini.url] }, { ...options(files), ...change });

/** Signs files for the first time, loses their bundles, and signs them again: an RSA signature is then the same. */
async function signTwice(names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => writeFile(join(root, name), name)));
  expect((await signAll(names)).failures).toEqual([]);
  await Promise.all(names.map((name) => rm(join(root, `${name}.sigstore.json`))));
}

describe("an entry that the log holds already", () => {
  it("is taken from the log's tiles, wherever it stands in the tree", async () => {
    const few = Array.from({ length: 7 }, (_, index) => `few-${index}`);
    await signTwice(few);
    expect((await signAll(few)).failures).toEqual([]);
    const many = Array.from({ length: 290 }, (_, index) => `many-${index}`);
    await signTwice(many);
    const again = [...few.slice(0, 1), "many-0", "many-249", "many-250", "many-289"];
    await rm(join(root, "few-0.sigstore.json"));
    expect((await signAll(again)).failures).toEqual([]);
    const verified = await verify(
      { root },
      { files: again, key: "k.pub", trustedRoot: "root.json", requireLog: true },
    );
    expect(verified.failures).toEqual([]);
  });

  it("can't be taken without a trusted root, and says so", async () => {
    await signTwice(["alone"]);
    const { failures } = await signAll(["alone"], { trustedRoot: undefined });
    expect(failures[0]?.message).toMatch(/already holds this signature at index \d+/);
    expect(failures[0]?.hint).toContain("a trusted root");
  });

  it("survives an answer that was lost", async () => {
    await writeFile(join(root, "lost"), "lost");
    mini.fail({ service: "rekor2", status: 504, times: 1, commit: true });
    expect((await signAll(["lost"])).failures).toEqual([]);
  });
});
