import { generateKeyPairSync } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, type MiniSigstore, startMiniSigstore, temporaryFolder } from "@assay/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keylessRun, SIGN_DEFAULTS, sign, testContext, verify } from "../test/run.ts";
import { runSign } from "./run-sign.ts";

let mini: MiniSigstore;
let root: string;

beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});
beforeEach(async () => {
  root = await temporaryFolder();
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  await writeFile(join(root, "k.key"), privateKey.export({ format: "pem", type: "pkcs8" }));
  await writeFile(join(root, "k.pub"), publicKey.export({ format: "pem", type: "spki" }));
  await writeFile(join(root, "root.json"), mini.trustedRoot);
  await Promise.all(
    Array.from({ length: 60 }, (_, index) => writeFile(join(root, `f${index}`), `${index}`)),
  );
});

const options = () => ({
  files: ["f*"],
  key: "k.key",
  rekorUrls: [mini.rekorV1Url],
  trustedRoot: "root.json",
});
const bundles = async () =>
  (await readdir(root)).filter((name) => name.endsWith(".sigstore.json")).length;

describe("a run that is stopped", () => {
  it("keeps what it did, says what is missing, and is taken up by the next one", async () => {
    const stop = new AbortController();
    const run = { root, hosts: [mini.url], signal: stop.signal };
    const context = testContext(run);
    let written = 0;
    const products: typeof context.products = {
      write: async (product) => {
        await context.products.write(product);
        written += 1;
        if (written === 20) stop.abort();
      },
    };
    const signed = await runSign({ ...context, products }, { ...SIGN_DEFAULTS, ...options() });
    const { length } = signed.records;
    expect(length).toBeGreaterThanOrEqual(20);
    expect(length).toBeLessThan(60);
    expect(await bundles()).toBe(length);
    expect(signed.failures).toMatchObject([
      {
        ruleId: "sign.failed",
        kind: "external",
        message: `${60 - length} files not signed: the run was stopped before it was done.`,
        evidence: [{ label: "Not signed", value: expect.stringMatching(/^f\d+(, f\d+)*$/) }],
      },
    ]);
    const next = await sign({ root, hosts: [mini.url] }, options());
    expect(next.failures).toEqual([]);
    expect(next.coverage.inspected).toEqual({ files: 60, signed: 60 - length, kept: length });
    const verified = await verify(
      { root },
      { files: ["f*", "!*.json"], key: "k.pub", trustedRoot: "root.json" },
    );
    expect(verified.failures).toEqual([]);
    expect(verified.records).toHaveLength(60);
  });

  it("verifies no more, and says what is missing", async () => {
    await sign({ root, hosts: [mini.url] }, options());
    const stop = new AbortController();
    stop.abort();
    const run = { root, signal: stop.signal };
    const verified = await verify(run, { files: ["f*"], key: "k.pub", trustedRoot: "root.json" });
    expect(verified.records).toEqual([]);
    expect(verified.failures).toMatchObject([{ kind: "external" }]);
    expect(verified.failures[0]?.message).toMatch(/^60 files not verified: the run was stopped/);
  });
});

describe("a service that is down", () => {
  it("is an error of that service for each file, and no verdict", async () => {
    mini.fail({ service: "rekor1", status: 503, times: 1000 });
    const files = ["f1", "f2", "f3"];
    const { failures, records } = await sign(keylessRun(root, mini), { ...options(), files });
    expect([failures.length, records.length]).toEqual([3, 0]);
    for (const failure of failures) {
      expect(failure).toMatchObject({ ruleId: "sign.failed", kind: "external" });
      expect(failure.message).toMatch(/was not signed: The Rekor log answered with status 503/);
    }
  });
});
