import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { attest, madeBy, rulesOf, sign, verify } from "../test/run.ts";

let root: string;
afterAll(cleanUp);
beforeEach(async () => {
  root = await temporaryFolder();
  await mkdir(join(root, "dist/deep"), { recursive: true });
  await writeFile(join(root, "dist/b.tgz"), "b");
  await writeFile(join(root, "dist/deep/a.tgz"), "a");
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  await writeFile(join(root, "k.key"), privateKey.export({ format: "pem", type: "pkcs8" }));
  await writeFile(join(root, "k.pub"), publicKey.export({ format: "pem", type: "spki" }));
});

const hash = (name: string, text: string) => createHash(name).update(text).digest("hex");
const FILES = { files: ["dist/**"], key: "k.key" };

describe("a list of checksums that is written", () => {
  it.each([
    ["dist/SHA256SUMS", "sha256"],
    ["dist/SHA512SUMS", "sha512"],
  ])(
    "as %s holds what was signed, relative to its folder, and is signed itself",
    async (checksums, name) => {
      const result = await sign({ root }, { ...FILES, checksums });
      expect(result.failures).toEqual([]);
      expect(result.coverage.inspected).toEqual({ files: 3, signed: 3, kept: 0 });
      expect(await readFile(join(root, checksums), "utf8")).toBe(
        `${hash(name, "b")}  b.tgz\n${hash(name, "a")}  deep/a.tgz\n`,
      );
      expect(rulesOf(await verify({ root }, { files: [checksums], key: "k.pub" }))).toEqual([]);
      const again = await sign({ root }, { ...FILES, checksums });
      expect(again.coverage.inspected).toEqual({ files: 3, signed: 0, kept: 3 });
    },
  );

  it("does not take the place of something else, or list what its folder does not hold", async () => {
    await writeFile(join(root, "dist/SUMS"), "mine\n");
    const taken = { ...FILES, checksums: "dist/SUMS" };
    await expect(sign({ root }, taken)).rejects.toThrow(/is no list of checksums; it stays/);
    expect(rulesOf(await sign({ root }, { ...taken, replace: true }))).toEqual([]);
    const beside = sign({ root }, { ...FILES, checksums: "dist/deep/SUMS" });
    await expect(beside).rejects.toThrow(/can't list dist\/SUMS: it lies outside/);
  });

  it("is not written where a file was not signed", async () => {
    await mkdir(join(root, "dist/b.tgz.sigstore.json"));
    const result = await sign({ root }, { ...FILES, checksums: "dist/SHA256SUMS" });
    expect(result.failures.map(({ item }) => item)).toEqual(["dist/b.tgz", "dist/SHA256SUMS"]);
    expect(await readdir(join(root, "dist"))).not.toContain("SHA256SUMS");
  });
});

describe("a list of checksums that is read", () => {
  it("names files to sign, and one that differs is not signed", async () => {
    const text = `${hash("sha256", "b")}  dist/b.tgz\r\n${hash("sha512", "other")} *dist/deep/a.tgz\r\n`;
    await writeFile(join(root, "SUMS"), text);
    const result = await sign({ root }, { key: "k.key", subjectsFromChecksums: "SUMS" });
    expect(madeBy(result)).toEqual(["dist/b.tgz.sigstore.json"]);
    expect(result.failures).toMatchObject([{ item: "dist/deep/a.tgz", kind: "policy" }]);
    expect(result.failures[0]?.message).toContain("the list of checksums says");
  });

  it("names what is attested, also of files that are not here", async () => {
    await writeFile(join(root, "SUMS"), `${hash("sha512", "gone")}  gone.bin\n`);
    await writeFile(join(root, "r.json"), '{"result":"PASSED","configuration":[]}');
    const attested = { key: "k.key", predicateType: "test-result", predicate: "r.json" };
    const result = await attest({ root }, { ...attested, subjectsFromChecksums: "SUMS" });
    expect(result.records.map(({ subject, product }) => [subject, product])).toEqual([
      [
        { name: "gone.bin", digests: { sha512: hash("sha512", "gone") } },
        "gone.bin.test-result.sigstore.json",
      ],
    ]);
    await writeFile(join(root, "gone.bin"), "gone");
    const checked = await verify({ root }, { files: ["gone.bin"], key: "k.pub" });
    expect(rulesOf(checked)).toEqual([]);
  });
});

describe("a dry run", () => {
  it("says what would be signed as whom, and writes nothing", async () => {
    await writeFile(join(root, "dist/b.tgz.sigstore.json"), "{}");
    const result = await sign({ root }, { ...FILES, dryRun: true, checksums: "dist/SHA256SUMS" });
    const spki = (await readFile(join(root, "k.pub"), "utf8")).replaceAll(/-----.*-----|\s/g, "");
    const key = createHash("sha256").update(Buffer.from(spki, "base64")).digest("hex");
    expect([result.records, result.failures, result.notices]).toEqual([
      [],
      [],
      [
        "Nothing was signed, and no socket opened. This is what would be done:",
        `Signer: the key with SHA-256 ${key}.`,
        "Logged: nowhere.",
        "dist/b.tgz: dist/b.tgz.sigstore.json (there already)",
        "dist/deep/a.tgz: dist/deep/a.tgz.sigstore.json",
        "dist/SHA256SUMS: dist/SHA256SUMS.sigstore.json",
      ],
    ]);
    expect((await readdir(join(root, "dist"))).sort()).toEqual([
      "b.tgz",
      "b.tgz.sigstore.json",
      "deep",
    ]);
  });

  it("names the run, the services and missing consent where it is keyless", async () => {
    const environment = { GITHUB_WORKFLOW_REF: "acme/app/.github/workflows/r.yml@refs/heads/main" };
    const result = await attest({ root, environment }, { files: ["dist/**"], dryRun: true });
    expect(result.notices).toEqual([
      "Nothing was signed, and no socket opened. This is what would be done:",
      "Signer: this run of acme/app/.github/workflows/r.yml@refs/heads/main, with a certificate of https://fulcio.sigstore.dev.",
      "Logged, for everyone who reads the log: https://rekor.sigstore.dev (Rekor v1).",
      "Timestamps: https://timestamp.sigstore.dev/api/v1/timestamp.",
      "The visibility of this repository is unknown, and fulcio.sigstore.dev writes to a public log. The run asks its token, and for `allow-public-log` otherwise.",
      "provenance of dist/b.tgz and 1 more: dist/provenance.sigstore.json",
    ]);
  });
});
