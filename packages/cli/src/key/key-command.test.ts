import { createHash, createPublicKey, generateKeyPairSync } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMiniVault } from "@assay/testkit";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCli } from "../cli.ts";
import { fakeTerminal } from "../test/terminal.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-key-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(environment: Readonly<Record<string, string>>, ...argv: string[]) {
  const terminal = fakeTerminal(folder, { environment });
  const exitCode = await runCli(["key", ...argv], terminal);
  return { exitCode, out: terminal.out(), err: terminal.err() };
}
const PASSWORD = { COSIGN_PASSWORD: "pass word" };
const read = (name: string) => readFile(join(folder, name), "utf8");
const sha256 = (pem: string) =>
  createHash("sha256")
    .update(createPublicKey(pem).export({ format: "der", type: "spki" }))
    .digest("hex");

test("generate writes a pair that public and inspect read", async () => {
  const made = await run(PASSWORD, "generate");
  expect(made).toMatchObject({ exitCode: 0, err: "" });
  expect((await readdir(folder)).sort()).toEqual(["cosign.key", "cosign.pub"]);
  expect((await stat(join(folder, "cosign.key"))).mode & 0o777).toBe(0o600);
  const publicPem = await read("cosign.pub");
  expect(made.out).toContain(`SHA-256:        ${sha256(publicPem)}\n`);
  expect(made.out).toContain("assay sign FILE --key cosign.key\n");
  expect(made.out + made.err).not.toContain("pass word");
  for (const key of ["cosign.key", "cosign.pub"]) {
    expect(await run(PASSWORD, "public", key)).toEqual({ exitCode: 0, out: publicPem, err: "" });
  }
  expect((await run(PASSWORD, "inspect", "cosign.key")).out.split("\n")).toEqual([
    "Holds:          private key",
    "Encrypted:      cosign (scrypt, XSalsa20-Poly1305)",
    "Key:            ECDSA P-256",
    `SHA-256:        ${sha256(publicPem)}`,
    "Signatures:     ECDSA with SHA-256",
    "Rekor calls it: PKIX_ECDSA_P256_SHA_256",
    "",
  ]);
  const json = await run(PASSWORD, "inspect", "cosign.pub", "--format", "json");
  expect(JSON.parse(json.out)).toEqual({
    holds: "public key",
    encryption: null,
    type: "ECDSA P-256",
    sha256: sha256(publicPem),
    hint: Buffer.from(sha256(publicPem), "hex").toString("base64"),
    signatures: "ECDSA with SHA-256",
    keyDetails: "PKIX_ECDSA_P256_SHA_256",
  });
});

test("what is there is not overwritten, and with --force by files of their own", async () => {
  await writeFile(join(folder, "elsewhere"), "kept");
  await symlink("elsewhere", join(folder, "k.key"));
  const refused = await run(PASSWORD, "generate", "--output-key-prefix", "k");
  expect(refused.exitCode).toBe(2);
  expect(refused.err).toContain("k.key exists, and a lost key can't be made again");
  expect((await readdir(folder)).sort()).toEqual(["elsewhere", "k.key"]);
  const forced = await run(PASSWORD, "generate", "--output-key-prefix", "k", "--force");
  expect(forced.exitCode).toBe(0);
  expect((await readdir(folder)).sort()).toEqual(["elsewhere", "k.key", "k.pub"]);
  expect(await read("elsewhere")).toBe("kept");
  expect((await stat(join(folder, "k.key"))).mode & 0o777).toBe(0o600);
  await rm(join(folder, "k.key"));
  const half = await run(PASSWORD, "generate", "--output-key-prefix", "k");
  expect([half.exitCode, await readdir(folder)]).toEqual([2, ["elsewhere", "k.pub"]]);
});

test("the password is a variable's, and is asked for by name", async () => {
  const none = await run({}, "generate");
  expect(none.exitCode).toBe(2);
  expect(none.err).toContain("No password is given for the new key");
  const literal = await run({}, "generate", "--password", "hunter2");
  expect(literal.err).toContain("`--password` is no `env://NAME`");
  expect(literal.err).not.toContain("hunter2");
  const unset = await run({}, "generate", "--password", "env://PW");
  expect(unset.err).toContain("`--password` is env://PW, and that variable is not set");
  expect(await readdir(folder)).toEqual([]);
  const own = await run({ PW: "x" }, "generate", "--password", "env://PW");
  expect(own.exitCode).toBe(0);
  expect((await run({}, "inspect", "cosign.key")).out).toContain("The rest needs the password");
  expect((await run({}, "public", "cosign.key")).err).toContain(
    "cosign.key is encrypted, and no password is given",
  );
  expect((await run({ ASSAY_KEY_PASSWORD: "x" }, "public", "cosign.key")).exitCode).toBe(0);
  expect((await run({ COSIGN_PASSWORD: "y" }, "public", "cosign.key")).err).toContain(
    "The password does not open the key",
  );
  const empty = await run({ COSIGN_PASSWORD: "" }, "generate", "--output-key-prefix", "empty");
  expect(empty.out).toContain("The password is empty: whoever reads the file can sign.");
});

test("a key in a variable, and types of keys", async () => {
  const made = await run(PASSWORD, "generate", "--type", "ed25519");
  expect(made.out).toContain("Ed25519ph with SHA-512; pure Ed25519 is verified too");
  const environment = { ...PASSWORD, KEY: await read("cosign.key") };
  expect((await run(environment, "public", "env://KEY")).out).toBe(await read("cosign.pub"));
});

test.each([
  [[], "Nothing says what to do with a key"],
  [["genrate"], '`genrate` is not what to do with a key; did you mean "generate"?'],
  [["generate", "--type", "p256"], '`--type` is "p256"; did you mean "p-256"?'],
  [["generate", "x"], '"x" is too much'],
  [["public"], "`<key>` is required"],
  [["public", "k", "--force"], "`--force` says nothing to `assay key public`"],
  [["inspect", "k", "--format", "xml"], "`--format` is text or json"],
  [["inspect", "k"], "`<key>` is k, and no such file exists"],
])("%j is refused with the cause", async (argv, message) => {
  const refused = await run(PASSWORD, ...argv);
  expect(refused).toMatchObject({ exitCode: 2, out: "" });
  expect(refused.err).toContain(message);
});

test("a folder that can't be written to is said", async () => {
  const failed = await run(PASSWORD, "generate", "--output-key-prefix", "no/such/k");
  expect(failed.exitCode).toBe(3);
  expect(failed.err).toContain("could not be written");
});

test("the public half of a key in a service is printed, and what is missing is said", async () => {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = { type: "ecdsa-p256", publicKey, sign: () => Buffer.alloc(0) };
  const vault = await startMiniVault({ keys: { release: key }, token: "hvs.token" });
  const environment = { VAULT_ADDR: vault.url, VAULT_TOKEN: "hvs.token" };
  const printed = await run(environment, "public", "hashivault://release");
  expect(printed).toEqual({
    exitCode: 0,
    out: publicKey.export({ format: "pem", type: "spki" }),
    err: "",
  });
  const inspected = await run(environment, "inspect", "hashivault://release");
  expect(inspected.out).toContain("Encrypted:      in the service\nKey:            ECDSA P-256\n");
  await vault.close();
  const nowhere = await run({}, "public", "hashivault://release");
  expect(nowhere.exitCode).toBe(2);
  expect(nowhere.err).toContain("`key` is in Vault, and nothing says where that is");
});
