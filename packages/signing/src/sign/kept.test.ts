import { generateKeyPairSync } from "node:crypto";
import { lstat, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fixedClock } from "@assay/core";
import {
  changed,
  cleanUp,
  flip,
  MINI_IDENTITY,
  type MiniSigstore,
  type Path,
  startMiniSigstore,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keylessRun, madeBy, readBundle, sign, verify } from "../test/run.ts";
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
const keyless = (): Partial<SignOptions> => ({
  ...logged(),
  key: undefined,
  tokenRequestUrl: mini.tokenUrl,
  fulcioUrl: mini.fulcioUrl,
});
const kept = async (options: Partial<SignOptions>) =>
  (await sign({ root, hosts: [mini.url] }, options)).coverage.inspected["kept"] === 1;
const place = async (bundle: unknown) =>
  await writeFile(join(root, "f.sigstore.json"), JSON.stringify(bundle));

describe("a bundle is kept", () => {
  it("when it is what this run would make", async () => {
    expect(await kept(keyed)).toBe(false);
    expect(await kept(keyed)).toBe(true);
    expect(await kept({ ...logged(), trustedRoot: "root.json" })).toBe(false);
    expect(await kept({ ...logged(), trustedRoot: "root.json" })).toBe(true);
  });

  it("without a trusted root too, by what it says itself, which is noted", async () => {
    expect(await kept(logged())).toBe(false);
    const before = mini.journal.length;
    const again = await sign({ root, hosts: [mini.url] }, logged());
    expect(again.records).toMatchObject([
      { act: "kept", notes: [expect.stringMatching(/was not checked: no trusted root was given/)] },
    ]);
    expect(mini.journal.slice(before)).toEqual([]);
  });

  it("keyless without a trusted root: the same identity, content and authority", async () => {
    const run = keylessRun(root, mini);
    expect(madeBy(await sign(run, keyless()))).toHaveLength(1);
    const before = mini.journal.length;
    const again = await sign(run, keyless());
    expect(again.records).toMatchObject([{ act: "kept", signer: { identity: MINI_IDENTITY } }]);
    expect(mini.journal.slice(before).filter((name) => /rekor|tsa/.test(name))).toEqual([]);
    await writeFile(join(root, "f"), "other");
    expect(madeBy(await sign(run, keyless()))).toHaveLength(1);
  });

  it.each<[string, Path, (value: never) => unknown]>([
    ["signature", ["messageSignature", "signature"], flip],
    ["log entry", ["verificationMaterial", "tlogEntries", 0, "canonicalizedBody"], flip],
    ["digest", ["messageSignature", "messageDigest", "digest"], flip],
  ])("keyless without a trusted root: not with another %s", async (_what, path, change) => {
    const run = keylessRun(root, mini);
    await sign(run, keyless());
    await place(changed(await readBundle(root, "f"), path, change));
    expect((await sign(run, keyless())).records).toMatchObject([{ act: "signed" }]);
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

  it("not for other content: the signer's own stale bundle is replaced", async () => {
    await kept(keyed);
    await writeFile(join(root, "f"), "other");
    expect((await sign({ root }, keyed)).records).toMatchObject([{ act: "signed" }]);
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
    await sign(run, options);
    const before = mini.claims;
    mini.claims = { ...before, job_workflow_ref: "acme/app/.github/workflows/x.yml@refs/heads/x" };
    const again = await sign(run, { ...options, replace: true });
    mini.claims = before;
    expect(again.coverage.inspected).toMatchObject({ signed: 1, kept: 0 });
  });

  it("not behind a link, which is replaced", async () => {
    await kept(keyed);
    const bytes = await readFile(join(root, "f.sigstore.json"));
    await writeFile(join(root, "elsewhere"), bytes);
    await writeFile(join(root, "g"), "content");
    await symlink("elsewhere", join(root, "g.sigstore.json"));
    const verified = await verify({ root }, { files: ["g"], key: "k.pub" });
    expect(verified.failures.map(({ ruleId }) => ruleId)).toEqual(["verify.unreadable"]);
    expect(await kept({ ...keyed, files: ["g"] })).toBe(false);
  });
});

describe("a bundle of someone else", () => {
  const refused = async (options: Partial<SignOptions>) => {
    const before = await readFile(join(root, "f.sigstore.json"), "utf8");
    const { records, failures } = await sign(keylessRun(root, mini), options);
    expect(records).toEqual([]);
    expect(failures).toMatchObject([{ ruleId: "sign.failed", kind: "usage" }]);
    expect(failures[0]?.hint).toMatch(/`bundle-suffix`, such as .*`replace`/);
    expect(await readFile(join(root, "f.sigstore.json"), "utf8")).toBe(before);
    return failures[0]?.message ?? "";
  };
  const otherKey = async () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    await writeFile(join(root, "k.key"), privateKey.export({ format: "pem", type: "pkcs8" }));
  };

  it("is not overwritten: another key's", async () => {
    await kept(keyed);
    await otherKey();
    expect(await refused(keyed)).toMatch(
      /^f was not signed: f\.sigstore\.json is a signature by another key \(.{44}\); it stays/,
    );
    // Nor when it is stale.
    await writeFile(join(root, "f"), "other");
    await refused(keyed);
  });

  it("is not overwritten: an identity's by a key, a key's by an identity, another identity's", async () => {
    await sign(keylessRun(root, mini), keyless());
    expect(await refused(keyed)).toContain(`is a signature by ${MINI_IDENTITY} (`);
    const before = mini.claims;
    mini.claims = { ...before, job_workflow_ref: "acme/app/.github/workflows/x.yml@refs/heads/x" };
    expect(await refused(keyless())).toContain(`is a signature by ${MINI_IDENTITY} (`);
    mini.claims = before;
    await kept({ ...keyed, replace: true });
    expect(await refused(keyless())).toContain("is a signature by another key");
  });

  it("is not overwritten: an attestation by the very signer", async () => {
    await kept(keyed);
    const bundle = await readBundle(root, "f");
    const envelope = {
      payload: btoa("{}"),
      payloadType: "application/vnd.in-toto+json",
      signatures: [{ sig: "AAAA", keyid: "" }],
    };
    const { messageSignature: _, ...rest } = bundle;
    await place({ ...rest, dsseEnvelope: envelope });
    expect(await refused(keyed)).toContain("f.sigstore.json is an attestation");
  });

  it("is overwritten with `replace`, and lives beside ours under another suffix", async () => {
    await kept(keyed);
    await writeFile(join(root, "theirs.pub"), await readFile(join(root, "k.pub")));
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    await writeFile(join(root, "k.key"), privateKey.export({ format: "pem", type: "pkcs8" }));
    await writeFile(join(root, "k.pub"), publicKey.export({ format: "pem", type: "spki" }));
    const beside = { ...keyed, bundleSuffix: ".release.sigstore.json" };
    expect(madeBy(await sign({ root }, beside))).toEqual(["f.release.sigstore.json"]);
    for (const [key, product] of [
      ["k.pub", "f.release.sigstore.json"],
      ["theirs.pub", "f.sigstore.json"],
    ]) {
      const verified = await verify({ root }, { files: ["f"], key });
      expect(verified.failures).toEqual([]);
      expect(verified.records).toMatchObject([{ act: "verified", product }]);
    }
    expect(madeBy(await sign({ root }, { ...keyed, replace: true }))).toEqual(["f.sigstore.json"]);
  });
});

describe("what is no bundle", () => {
  it("is not overwritten under another suffix", async () => {
    await writeFile(join(root, "f.js"), "work");
    const options = { ...keyed, bundleSuffix: ".js" };
    const { failures, records } = await sign({ root }, options);
    expect(records).toEqual([]);
    expect(failures[0]).toMatchObject({
      message: "f was not signed: f.js exists and is no bundle; it stays as it is",
      hint: "Move that file away, or choose another `bundle-suffix`.",
    });
    expect(await readFile(join(root, "f.js"), "utf8")).toBe("work");
  });

  it("gives way where nothing but a bundle belongs", async () => {
    await writeFile(join(root, "f.sigstore.json"), "{");
    expect((await sign({ root }, keyed)).failures).toEqual([]);
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
    const { failures } = await sign({ root, hosts: [mini.url], clock }, options);
    expect(failures).toEqual([]);
  });
});
