import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MINI_IDENTITY, type MiniSigstore, startMiniSigstore } from "@assay/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../cli.ts";
import { fakeTerminal } from "../test/terminal.ts";

let mini: MiniSigstore;
let folder: string;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(() => mini.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-protocol-"));
  const config = {
    mediaType: "application/vnd.dev.sigstore.signingconfig.v0.2+json",
    caUrls: [
      { url: mini.fulcioUrl, majorApiVersion: 1, validFor: { start: "2020-01-01T00:00:00Z" } },
    ],
    rekorTlogUrls: [
      {
        url: mini.rekorV2Url,
        majorApiVersion: 2,
        operator: "o",
        validFor: { start: "2020-01-01T00:00:00Z" },
      },
    ],
    rekorTlogConfig: { selector: "ANY" },
    tsaUrls: [
      { url: mini.tsaUrl, majorApiVersion: 1, validFor: { start: "2020-01-01T00:00:00Z" } },
    ],
    tsaConfig: { selector: "ANY" },
  };
  await writeFile(join(folder, "config.json"), JSON.stringify(config));
  await writeFile(join(folder, "root.json"), mini.trustedRoot);
  await writeFile(join(folder, "f"), "content");
  return () => rm(folder, { recursive: true, force: true });
});

async function assay(...argv: readonly string[]) {
  const terminal = fakeTerminal(folder, { environment: {} });
  const exitCode = await runCli(argv, terminal);
  return { exitCode, out: terminal.out(), err: terminal.err() };
}

/** In the order in which the protocol gives them. */
const signBundle = (
  file: string,
  more: readonly string[] = [],
  token = mini.issuer.issue(mini.claims),
) =>
  assay(
    ...["sign-bundle", ...more, "--identity-token", token, "--bundle", "b.json"],
    ...["--trusted-root", "root.json", "--signing-config", "config.json", file],
  );
const verifyBundle = (what: string, change: Readonly<Record<string, string>> = {}) => {
  const options = {
    bundle: "b.json",
    "certificate-identity": MINI_IDENTITY,
    "certificate-oidc-issuer": mini.issuer.url,
    "trusted-root": "root.json",
    ...change,
  };
  return assay(
    "verify-bundle",
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    what,
  );
};

describe("the common client protocol", () => {
  test("signs a file and verifies it, by path and by digest", async () => {
    expect(await signBundle("f")).toEqual({ exitCode: 0, out: "", err: "" });
    expect(await readdir(folder)).toEqual(["b.json", "config.json", "f", "root.json"]);
    expect(await verifyBundle("f")).toEqual({ exitCode: 0, out: "", err: "" });
    expect((await verifyBundle(`sha256:${sha256("content")}`)).exitCode).toBe(0);
  });

  test.each<[string, string, Readonly<Record<string, string>>]>([
    ["another digest", `sha256:${sha256("other")}`, {}],
    ["half a digest", "sha256:abc", {}],
    ["a file that is not there", "gone", {}],
    ["another identity", "f", { "certificate-identity": `${MINI_IDENTITY}x` }],
    ["another issuer", "f", { "certificate-oidc-issuer": "https://other.test" }],
    ["a bundle that is none", "f", { bundle: "root.json" }],
    ["a root that is none", "f", { "trusted-root": "config.json" }],
  ])("%s is no success", async (_, what, change) => {
    await signBundle("f");
    const { exitCode, err } = await verifyBundle(what, change);
    expect(exitCode).not.toBe(0);
    expect(err).not.toBe("");
  });

  test("a file that is called like a digest is a file", async () => {
    const name = `sha256:${sha256("other")}`;
    await writeFile(join(folder, name), "content");
    await signBundle("f");
    expect((await verifyBundle(name)).exitCode).toBe(0);
  });

  test("signs a statement as an attestation of its subjects", async () => {
    const statement = {
      _type: "https://in-toto.io/Statement/v1",
      subject: [{ name: "f", digest: { sha256: sha256("content"), sha512: "0".repeat(128) } }],
      predicateType: "https://acme.test/v1",
      predicate: {},
    };
    await writeFile(join(folder, "statement.json"), JSON.stringify(statement));
    expect((await signBundle("statement.json", ["--in-toto"])).exitCode).toBe(0);
    const { dsseEnvelope } = JSON.parse(await readFile(join(folder, "b.json"), "utf8"));
    expect(Buffer.from(dsseEnvelope.payload, "base64").toString()).toBe(JSON.stringify(statement));
    expect((await verifyBundle(`sha256:${sha256("content")}`)).exitCode).toBe(0);
    expect((await verifyBundle(`sha256:${sha256("other")}`)).exitCode).toBe(1);
    // The file itself shows that the other digest is wrong.
    expect((await verifyBundle("f")).exitCode).toBe(1);
  });

  test("what is no statement, or what the root does not know, leaves no bundle", async () => {
    await writeFile(join(folder, "statement.json"), "{}");
    expect((await signBundle("statement.json", ["--in-toto"])).exitCode).not.toBe(0);
    const other = await startMiniSigstore();
    await writeFile(join(folder, "root.json"), other.trustedRoot);
    await other.close();
    const { exitCode, err } = await signBundle("f");
    expect([exitCode, err]).toEqual([2, expect.stringContaining("What was made does not verify")]);
    expect((await readdir(folder)).filter((name) => name.includes("b.json"))).toEqual([]);
  });

  test("a token that is refused is not printed", async () => {
    const token = `${mini.issuer.issue(mini.claims).slice(0, -8)}AAAAAAAA`;
    const { exitCode, err } = await signBundle("f", [], token);
    expect(exitCode).toBe(2);
    for (const part of token.split(".")) expect(err).not.toContain(part.slice(0, 40));
  });

  test("verifies with a key, without a root too", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    await writeFile(join(folder, "k.pub"), publicKey.export({ format: "pem", type: "spki" }));
    const digest = createHash("sha256").update("content").digest("base64");
    const signature = sign("sha256", Buffer.from("content"), privateKey).toString("base64");
    const bundle = {
      mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
      verificationMaterial: { publicKey: { hint: "k" } },
      messageSignature: { messageDigest: { algorithm: "SHA2_256", digest }, signature },
    };
    await writeFile(join(folder, "b.json"), JSON.stringify(bundle));
    const by = (...more: readonly string[]) =>
      assay("verify-bundle", "--bundle", "b.json", "--key", "k.pub", ...more);
    expect((await by("f")).exitCode).toBe(0);
    expect((await by(`sha256:${sha256("content")}`)).exitCode).toBe(0);
    expect((await by("k.pub")).exitCode).toBe(1);
    // This root names logs, and the bundle has no entry.
    expect((await by("--trusted-root", "root.json", "f")).exitCode).toBe(1);
  });

  test.each<[readonly string[], RegExp]>([
    [["verify-bundle", "f"], /`--bundle` is missing/],
    [["verify-bundle", "--bundle", "b", "f"], /Give `--certificate-identity`/],
    [
      [
        "verify-bundle",
        "--bundle",
        "b",
        "--certificate-identity",
        "x",
        "--certificate-oidc-issuer",
        "y",
        "f",
      ],
      /built-in trusted root of .* is used, .*\n.*`--bundle` is b, which can't be read/,
    ],
    [
      ["verify-bundle", "--staging", "--bundle", "b", "--key", "k", "f"],
      /`--staging` needs `--trusted-root`/,
    ],
    [["verify-bundle", "--bundel", "b", "f"], /no option --bundel; did you mean/],
    [["verify-bundle", "--bundle"], /no value/],
    [["verify-bundle", "--bundle", "a", "--bundle", "b", "f"], /given twice/],
    [["verify-bundle", "--bundle", "a", "f", "g"], /takes one file, and 2 are given/],
    [["sign-bundle", "--identity-token", "t", "--bundle", "b", "f"], /`--trusted-root` is missing/],
  ])("%j is a mistake", async (argv, message) => {
    const { exitCode, err } = await assay(...argv);
    expect([exitCode, err]).toEqual([2, expect.stringMatching(message)]);
  });

  test("both have help", async () => {
    for (const name of ["sign-bundle", "verify-bundle"]) {
      expect((await assay(name, "--help")).out).toContain(`Usage: assay ${name} `);
    }
  });
});
