import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdir, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { action, assay, assayOn, folderOf } from "./run.ts";

afterAll(cleanUp);

const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const SECRET = pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const PUBLIC = pair.publicKey.export({ type: "spki", format: "pem" }).toString();
const BUNDLE = "a.txt.sigstore.json";
const FILES = { "a.txt": "a\n" };

/** A key as cosign writes it, with a scrypt work factor of choice. */
function cosignKey(N: number, r = 8, p = 1): string {
  const zeros = (length: number) => Buffer.alloc(length).toString("base64");
  const json = {
    kdf: { name: "scrypt", params: { N, r, p }, salt: zeros(32) },
    cipher: { name: "nacl/secretbox", nonce: zeros(24) },
    ciphertext: zeros(100),
  };
  const lines = btoa(JSON.stringify(json)).match(/.{1,64}/g) ?? [];
  const [begin, end] = ["BEGIN", "END"].map(
    (word) => `-----${word} ENCRYPTED SIGSTORE PRIVATE KEY-----`,
  );
  return [begin, ...lines, end, ""].join("\n");
}

const weak = (type: "rsa") =>
  generateKeyPairSync(type, { modulusLength: 1024 })
    .privateKey.export({ type: "pkcs8", format: "pem" })
    .toString();

describe("a key", () => {
  it.concurrent.each([
    [
      "that is truncated",
      SECRET.slice(0, 90),
      /holds no PEM block: it has the line .* not the one that ends it/,
    ],
    ["whose body is cut", SECRET.replace(/\n.{20}/, "\n"), /./],
    ["that is empty", "", /holds no PEM block/],
    ["of binary", Buffer.from([0, 0xff, 0xfe]), /holds no PEM block/],
    ["that is public", PUBLIC, /"PUBLIC KEY", which is no private key.*Allowed are/],
    ["of 1024 bits", weak("rsa"), /RSA key of 1024 bits; P-256,.* are allowed/],
    ["with a huge scrypt N", cosignKey(2 ** 30), /scrypt N is 1073741824; 1 to 1048576 is allowed/],
    ["with a huge scrypt r", cosignKey(65_536, 2 ** 20), /scrypt r is 1048576; 1 to 64 is allowed/],
    [
      "with a huge scrypt p",
      cosignKey(65_536, 8, 2 ** 24),
      /scrypt p is 16777216; 1 to 16 is allowed/,
    ],
    ["with the largest scrypt of all three", cosignKey(1_048_576, 64, 16), /./],
    ["with a negative scrypt N", cosignKey(-1), /scrypt N is -1/],
    ["with another password", cosignKey(65_536), /password does not open the key.*COSIGN_PASSWORD/],
    ["of 2 MB", "x".repeat(2_000_000), /has 2000000 bytes; a key has at most 1048576/],
  ])("%s signs nothing", async (_, key, message) => {
    const cwd = await folderOf({ ...FILES, "cosign.key": key });
    const result = await assay(["sign", "a.txt", "--key=cosign.key"], {
      cwd,
      env: { COSIGN_PASSWORD: "x" },
    });
    expect(result).toMatchObject({ exitCode: 2, rules: [] });
    expect(result.told).toMatch(message);
    await expect(readFile(join(cwd, BUNDLE))).rejects.toThrow("ENOENT");
  });

  it.concurrent.each([
    ["nope.key", /no such file exists/],
    ["--x", /no such file exists/],
    ["env://NOPE", /variable NOPE is not set/],
    ["https://evil.invalid/key", /scheme https:\/\/, which is not supported/],
  ])("at %s signs nothing, from a step neither", async (key, message) => {
    const cwd = await folderOf(FILES);
    const cli = await assay(["sign", "a.txt", `--key=${key}`], { cwd });
    expect(cli).toMatchObject({ exitCode: 2, rules: [] });
    expect(cli.told).toMatch(message);
    const run = await action("sign", { files: FILES, inputs: { files: "a.txt", key } });
    expect([run.exitCode, run.outputs["outcome"]]).toEqual([2, "error"]);
    expect(run.annotations.map((one) => one.message).join()).toMatch(message);
  });

  it.concurrent.each(["folder", "pipe"])("that is a %s signs nothing", async (key) => {
    const cwd = await folderOf({ ...FILES, "folder/x": "" });
    execFileSync("mkfifo", [join(cwd, "pipe")]);
    const cli = await assay(["sign", "a.txt", `--key=${key}`], { cwd });
    expect(cli).toMatchObject({ exitCode: 2, rules: [] });
    expect(cli.told).toMatch(/no regular file/);
  });
});

/** A folder with a signed file, before somebody changed it. */
async function signed(): Promise<string> {
  const cwd = await folderOf(FILES);
  const result = await assay(["sign", "a.txt", "--key=env://K"], { cwd, env: { K: SECRET } });
  expect(result.exitCode).toBe(0);
  return cwd;
}

const verify = (cwd: string, ...more: readonly string[]) =>
  assay(["verify", "a.txt", "--key=env://P", ...more], { cwd, env: { P: PUBLIC } });

type Json = { [key: string]: unknown; messageSignature: { [key: string]: unknown } };

function edit(change: (bundle: Json) => void) {
  return (text: string): string => {
    const bundle = JSON.parse(text);
    change(bundle);
    return JSON.stringify(bundle);
  };
}

describe("a bundle", () => {
  it.concurrent.each<readonly [string, (text: string) => string | Uint8Array, RegExp]>([
    ["that is empty", () => "", /is no JSON/],
    ["that is truncated", (text) => text.slice(0, -10), /is no JSON/],
    ["that is a list", () => "[]", /its list holds/],
    ["nested 100,000 deep", () => "[".repeat(100_000), /is no JSON/],
    ["in UTF-16", (text) => Buffer.from(`\ufeff${text}`, "utf16le"), /is no JSON in UTF-8/],
    ["with a field twice", (text) => text.replace("{", '{"mediaType":"x",'), /mediaType.*twice/],
    ["with an unknown field", edit((bundle) => (bundle["extra"] = 1)), /extra is no known field/],
    [
      "with a key __proto__",
      (text) => text.replace("{", '{"__proto__":{},'),
      /__proto__ is no known field/,
    ],
    [
      "of another media type",
      edit((bundle) => (bundle["mediaType"] = "application/x")),
      /mediaType is "application\/x"; 0\.1 to 0\.3/,
    ],
    [
      "of the future",
      edit((bundle) => (bundle["mediaType"] = "application/vnd.dev.sigstore.bundle.v9+json")),
      /v9\+json"; 0\.1 to 0\.3/,
    ],
    [
      "without material",
      edit((bundle) => (bundle["verificationMaterial"] = {})),
      /verificationMaterial needs exactly one/,
    ],
    [
      "with a wrong digest",
      edit(
        (bundle) => (bundle.messageSignature["messageDigest"] = { algorithm: "MD5", digest: "" }),
      ),
      /./,
    ],
    [
      "with no base64",
      edit((bundle) => (bundle.messageSignature["signature"] = "!!!")),
      /is no padded standard base64/,
    ],
    [
      "with two contents",
      edit((bundle) => (bundle["dsseEnvelope"] = {})),
      /messageSignature (?:and|or) dsseEnvelope/,
    ],
    [
      "of 50 MB",
      (text) => text.replace("{", `{${" ".repeat(50_000_000)}`),
      /at most 33554432.*found 5\d{7} bytes|5\d{7} bytes.*at most 33554432/,
    ],
  ])("%s verifies nothing", async (_, change, message) => {
    const cwd = await signed();
    const text = await readFile(join(cwd, BUNDLE), "utf8");
    await writeFile(join(cwd, BUNDLE), change(text));
    const result = await verify(cwd);
    expect(result).toMatchObject({
      exitCode: 1,
      rules: ["verify.malformed-bundle"],
      inspected: { verified: 0 },
    });
    expect(result.told).toMatch(message);
  });

  it.concurrent.each([
    ["a folder", (path: string) => mkdir(path), "verify.unreadable", /no regular file/],
    [
      "a pipe",
      async (path: string) => void execFileSync("mkfifo", [path]),
      "verify.unreadable",
      /no regular file/,
    ],
    [
      "a link that leads out",
      (path: string) => symlink("/etc/hostname", path),
      "verify.unreadable",
      /no regular file/,
    ],
    ["gone", async () => {}, "verify.no-bundle", /there is no bundle/],
  ])("that is %s verifies nothing", async (_, make, rule, message) => {
    const cwd = await signed();
    await rm(join(cwd, BUNDLE));
    await make(join(cwd, BUNDLE));
    const result = await verify(cwd);
    expect(result).toMatchObject({ exitCode: 1, rules: [rule], inspected: { verified: 0 } });
    expect(result.told).toMatch(message);
  });

  it.concurrent("of a file that vanished, grew or became a folder verifies nothing", async () => {
    const [gone, grown, folder] = await Promise.all([signed(), signed(), signed()]);
    await rm(join(gone, "a.txt"));
    await truncate(join(grown, "a.txt"), 300_000_000);
    await rm(join(folder, "a.txt"));
    await mkdir(join(folder, "a.txt"));
    const results = await Promise.all([gone, grown, folder].map((cwd) => verify(cwd)));
    expect(results.map(({ exitCode, rules }) => [exitCode, rules.join()])).toEqual([
      [2, "verify.nothing-to-verify"],
      [1, "verify.digest-mismatch"],
      [2, "verify.nothing-to-verify"],
    ]);
  });
});

describe("files to verify", () => {
  it.concurrent.each([
    [["../../etc/passwd", "--key=env://P"], 2, /leads out of the working directory/],
    [["*.zip", "--key=env://P"], 2, /no file matches/],
    [["a.txt"], 2, /Nothing says who must have signed/],
    [["a.txt", "--key=env://P", "--bundle=nope.json"], 1, /expected nope\.json, found nothing/],
    [["--key=env://P", "--", "-x"], 2, /-x is not verified/],
    [
      ["a.txt", "--certificate-identity=x", "--certificate-oidc-issuer=x", "--trusted-root=a.txt"],
      2,
      /a\.txt is no JSON/,
    ],
  ])("%j never pass", async (args, exitCode, message) => {
    const result = await assayOn(FILES, ["verify", ...args], { P: PUBLIC });
    expect(result.exitCode).toBe(exitCode);
    expect(result.told).toMatch(message);
  });
});
