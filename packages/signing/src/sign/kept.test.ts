import { generateKeyPairSync } from "node:crypto";
import { lstat, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fixedClock } from "@assay/core";
import {
  changed,
  cleanUp,
  flip,
  type MiniSigstore,
  type Path,
  startMiniSigstore,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keylessRun, readBundle, signAndWrite, verifyFiles } from "../test/run.ts";
import type { SignOptions } from "./options.ts";

/* What lies beside a file already may be stale, or put there by someone else. */

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
  await writeFile(join(root, "f"), "content");
  await writeFile(join(root, "root.json"), mini.trustedRoot);
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  await writeFile(join(root, "k.key"), privateKey.export({ format: "pem", type: "pkcs8" }));
  await writeFile(join(root, "k.pub"), publicKey.export({ format: "pem", type: "spki" }));
});

const keyed: Partial<SignOptions> = { files: ["f"], key: "k.key" };
const logged = (): Partial<SignOptions> => ({
  ...keyed,
  rekorUrls: [mini.rekorV2Url],
  rekorVersion: 2,
  tsaUrl: mini.tsaUrl,
});
const kept = async (options: Partial<SignOptions>) =>
  (await signAndWrite({ root, hosts: [mini.url] }, options)).coverage.inspected["kept"] === 1;
const place = async (bundle: unknown) =>
  await writeFile(join(root, "f.sigstore.json"), JSON.stringify(bundle));

describe("a bundle is kept", () => {
  it("when it is what this run would make", async () => {
    expect(await kept(keyed)).toBe(false);
    expect(await kept(keyed)).toBe(true);
    expect(await kept({ ...logged(), trustedRoot: "root.json" })).toBe(false);
    expect(await kept({ ...logged(), trustedRoot: "root.json" })).toBe(true);
  });

  it("not when its log entries can't be checked, whoever put them there", async () => {
    expect(await kept(logged())).toBe(false);
    expect(await kept(logged())).toBe(false);
    // Nor does a run that asks for none take over what it can't check.
    expect(await kept(keyed)).toBe(false);
  });

  it.each<[string, Path, (value: never) => unknown]>([
    [
      "the entry's proof",
      ["verificationMaterial", "tlogEntries", 0, "inclusionProof", "rootHash"],
      flip,
    ],
    ["no entry", ["verificationMaterial", "tlogEntries"], () => []],
    ["no timestamp", ["verificationMaterial", "timestampVerificationData"], () => undefined],
    [
      "another version",
      ["mediaType"],
      () => "application/vnd.dev.sigstore.bundle+json;version=0.2",
    ],
    ["the signature", ["messageSignature", "signature"], flip],
  ])("not with another %s", async (_what, path, change) => {
    const options = { ...logged(), trustedRoot: "root.json" };
    await kept(options);
    await place(changed(await readBundle(root, "f"), path, change));
    expect(await kept(options)).toBe(false);
    expect(await kept(options)).toBe(true);
  });

  it("not for another key, or other content", async () => {
    await kept(keyed);
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    await writeFile(join(root, "k.key"), privateKey.export({ format: "pem", type: "pkcs8" }));
    expect(await kept(keyed)).toBe(false);
    await writeFile(join(root, "f"), "other");
    expect(await kept(keyed)).toBe(false);
  });

  it("not for another identity", async () => {
    const options = {
      ...logged(),
      key: undefined,
      tokenRequestUrl: mini.tokenUrl,
      fulcioUrl: mini.fulcioUrl,
      trustedRoot: "root.json",
    };
    const run = keylessRun(root, mini);
    await signAndWrite(run, options);
    const before = mini.claims;
    mini.claims = { ...before, job_workflow_ref: "acme/app/.github/workflows/x.yml@refs/heads/x" };
    const again = await signAndWrite(run, options);
    mini.claims = before;
    expect(again.coverage.inspected).toMatchObject({ signed: 1, kept: 0 });
  });

  it("not behind a link, which is replaced", async () => {
    await kept(keyed);
    const bytes = await readFile(join(root, "f.sigstore.json"));
    await writeFile(join(root, "elsewhere"), bytes);
    await writeFile(join(root, "g"), "content");
    await symlink("elsewhere", join(root, "g.sigstore.json"));
    const verified = await verifyFiles({ root }, { files: ["g"], key: "k.pub" });
    expect(verified.findings.map(({ ruleId }) => ruleId)).toEqual(["verify.unreadable"]);
    expect(await kept({ ...keyed, files: ["g"] })).toBe(false);
  });
});

describe("what is no bundle", () => {
  it("is not overwritten under another suffix", async () => {
    await writeFile(join(root, "f.js"), "work");
    const options = { ...keyed, bundleSuffix: ".js" };
    const { findings, artifacts } = await signAndWrite({ root }, options);
    expect(artifacts).toEqual([]);
    expect(findings[0]).toMatchObject({
      message: "f was not signed: f.js exists and is no bundle; it stays as it is",
      remediation: "Move that file away, or choose another `bundle-suffix`.",
    });
    expect(await readFile(join(root, "f.js"), "utf8")).toBe("work");
  });

  it("gives way where nothing but a bundle belongs", async () => {
    await writeFile(join(root, "f.sigstore.json"), "{");
    expect((await signAndWrite({ root }, keyed)).findings).toEqual([]);
    expect((await lstat(join(root, "f.sigstore.json"))).isFile()).toBe(true);
  });
});

describe("the machine's time", () => {
  it("selects services, whatever SOURCE_DATE_EPOCH says", async () => {
    await mkdir(join(root, "c"));
    const service = { url: mini.tsaUrl, majorApiVersion: 1, operator: "mini" };
    const config = {
      mediaType: "application/vnd.dev.sigstore.signingconfig.v0.2+json",
      tsaUrls: [{ ...service, validFor: { start: "2025-01-01T00:00:00Z" } }],
      tsaConfig: { selector: "ANY" },
    };
    await writeFile(join(root, "c/signing.json"), JSON.stringify(config));
    const clock = { now: fixedClock("2001-01-01T00:00:00Z").now, wall: () => new Date() };
    const options = { ...keyed, signingConfig: "c/signing.json", trustedRoot: "root.json" };
    const { findings } = await signAndWrite({ root, hosts: [mini.url], clock }, options);
    expect(findings).toEqual([]);
  });
});
