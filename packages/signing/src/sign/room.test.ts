import { generateKeyPairSync } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ExternalError } from "@assay/core";
import { cleanUp, type MiniSigstore, startMiniSigstore, temporaryFolder } from "@assay/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SIGN_DEFAULTS, sign, testContext } from "../test/run.ts";
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
  for (const name of ["ours", "theirs"]) {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    await writeFile(join(root, name), privateKey.export({ format: "pem", type: "pkcs8" }));
  }
  await writeFile(join(root, "f"), "content");
});

const context = () => testContext({ root, hosts: [mini.url] });
const options = () => ({
  ...SIGN_DEFAULTS,
  files: ["f*"],
  key: "ours",
  rekorUrls: [mini.rekorV1Url],
});
const bundle = () => join(root, "f.sigstore.json");
const logged = () => mini.journal.filter((service) => service === "rekor1").length;

describe("no log is asked", () => {
  it("where a folder is in the way", async () => {
    await mkdir(bundle());
    const before = logged();
    const { failures, records } = await runSign(context(), options());
    expect(records).toEqual([]);
    expect(failures).toMatchObject([
      { kind: "usage", message: expect.stringContaining("f.sigstore.json is a folder") },
    ]);
    expect(logged()).toBe(before);
  });

  it("any more when the disk is full", async () => {
    const files = Array.from({ length: 100 }, (_, index) => `f${index}`);
    for (const name of files) await writeFile(join(root, name), name);
    const before = logged();
    const full = async () => {
      const cause = Object.assign(new Error("no space left"), { code: "ENOSPC" });
      throw new ExternalError("the bundle could not be written: no space left", { cause });
    };
    const given = { ...context(), products: { write: full } };
    const { failures } = await runSign(given, { ...options(), files });
    expect(failures).toHaveLength(files.length);
    expect(new Set(failures.map(({ kind }) => kind))).toEqual(new Set(["external"]));
    expect(failures.at(-1)?.message).toContain("no space left");
    expect(logged() - before).toBeLessThan(files.length / 2);
  });
});

it("what another signer puts there meanwhile is not overwritten", async () => {
  await sign({ root }, { files: ["f"], key: "theirs" });
  const theirs = await readFile(bundle());
  await rm(bundle());
  const given = context();
  const http: typeof given.http = {
    request: async (request) => {
      await writeFile(bundle(), theirs);
      return await given.http.request(request);
    },
  };
  const { failures, records } = await runSign({ ...given, http }, options());
  expect(records).toEqual([]);
  expect(failures).toMatchObject([
    { kind: "usage", message: expect.stringContaining("is a signature by another key") },
  ]);
  expect(await readFile(bundle())).toEqual(theirs);
});
