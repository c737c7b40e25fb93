/**
 * Our `sign` and `verify` against cosign, Fulcio, Rekor v2 and a timestamp authority as they are shipped.
 *
 * `node test/interop/run.ts sigstore` runs it in a network namespace of its own where that can be
 * had: it holds nothing but loopback, which also proves that nothing leaves the machine.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { peer } from "../peers.ts";
import type { InteropCase } from "../suite.ts";
import { GITHUB_CLAIMS, type Stack, startStack } from "./stack.ts";

const EMAIL = "dev@acme.test";
const WORKFLOW = `https://github.com/${GITHUB_CLAIMS.job_workflow_ref}`;
const REPOSITORY = resolve(import.meta.dirname, "../../..");

let stack: Stack;
let work: string;

export async function setup(): Promise<void> {
  stack = await startStack();
  work = mkdtempSync(join(tmpdir(), "assay-interop-"));
  // Entry 0 of a log lacks fields in other clients' JSON: it is not one of ours.
  write("first", "first");
  await cosignKey("throw-away");
  must(
    await cosign([
      "sign-blob",
      "--yes",
      "--key",
      "throw-away.key",
      ...config("log-only"),
      "--bundle",
      "first.json",
      "first",
    ]),
  );
  await cosignKey("k");
  await cosignKey("other");
}

export function teardown(): void {
  stack?.stop();
  if (work !== undefined) rmSync(work, { recursive: true, force: true });
}

interface Run {
  readonly status: number | null;
  readonly output: string;
}

const KEY_KINDS = [
  ["P-256", ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]],
  ["RSA 2048", ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]],
  ["RSA 4096", ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:4096"]],
] as const;

/**
 * Keys that cosign 3.1.2 signs with and can't verify: its `verify-blob --key` hashes with SHA-256 whatever the curve.
 * OpenSSL is the judge of ours. (Its Ed25519 signatures fail in its own log upload, and without a log lack the digest.)
 */
const LARGE_CURVES = [
  ["P-384", "sha384"],
  ["P-521", "sha512"],
] as const;

export const cases: readonly InteropCase[] = [
  {
    name: "cosign verifies what we sign with its encrypted key, without a log",
    async run() {
      write("a.txt", "a");
      must(await assay(["sign", "a.txt", "--key", "k.key"]));
      must(await cosignVerifyKey("a.txt", "k.pub", "--insecure-ignore-tlog"));
      mustNot(await cosignVerifyKey("a.txt", "other.pub", "--insecure-ignore-tlog"));
      write("a.txt", "tampered");
      mustNot(await cosignVerifyKey("a.txt", "k.pub", "--insecure-ignore-tlog"));
    },
  },
  {
    name: "cosign and we verify each other's signatures with a key under the empty password",
    async run() {
      const empty = { COSIGN_PASSWORD: "" };
      must(await cosign(["generate-key-pair", "--output-key-prefix", "empty"], empty));
      write("empty.ours", "ours");
      must(await assay(["sign", "empty.ours", "--key", "empty.key", ...config("log-only")], empty));
      must(await cosignVerifyKey("empty.ours", "empty.pub"));
      write("empty.theirs", "theirs");
      const args = ["--key", "empty.key", ...config("log-only")];
      must(await cosignSign("empty.theirs", args, empty));
      must(await assay(["verify", "empty.theirs", "--key", "empty.pub", ...root()]));
    },
  },
  {
    name: "cosign and we refuse a file of which one bit changed, and a bundle too",
    async run() {
      write("bit.txt", "a file of some length");
      must(await assay(["sign", "bit.txt", "--key", "k.key", ...config("log-only")]));
      const check = async (verdict: (run: Run) => void): Promise<void> => {
        verdict(await cosignVerifyKey("bit.txt", "k.pub"));
        verdict(await assay(["verify", "bit.txt", "--key", "k.pub", ...root()]));
      };
      await check(must);
      const file = readFileSync(join(work, "bit.txt"));
      writeFileSync(join(work, "bit.txt"), oneBit(file));
      await check(mustNot);
      writeFileSync(join(work, "bit.txt"), file);
      await check(must);
      const bundle = JSON.parse(readFileSync(join(work, "bit.txt.sigstore.json"), "utf8"));
      const [entry] = bundle.verificationMaterial.tlogEntries;
      for (const [holder, name] of [
        [bundle.messageSignature, "signature"],
        [entry, "canonicalizedBody"],
        [entry.inclusionProof.hashes, "0"],
      ]) {
        const before = holder[name];
        holder[name] = oneBit(Buffer.from(before, "base64")).toString("base64");
        write("bit.txt.sigstore.json", JSON.stringify(bundle));
        if (name !== "canonicalizedBody") await check(mustNot);
        // cosign makes the body anew from the bundle and never reads this one; we do, and compare.
        else mustNot(await assay(["verify", "bit.txt", "--key", "k.pub", ...root()]));
        holder[name] = before;
      }
    },
  },
  {
    name: "cosign and we refuse an identity or issuer that is one character off, at either end",
    async run() {
      const token = emailToken();
      write("end.ours", "ours");
      must(await assay(["sign", "end.ours", ...config("signing")], { SIGSTORE_ID_TOKEN: token }));
      write("end.theirs", "theirs");
      must(await cosignSign("end.theirs", ["--identity-token", token, ...config("signing")]));
      const issuer = stack.issuer.url;
      for (const name of ["end.ours", "end.theirs"]) {
        must(await cosignVerifyIdentity(name, EMAIL, issuer));
        must(await assay(["verify", name, ...identity(EMAIL, "")]));
        for (const [subject, suffix] of [
          [EMAIL.slice(1), ""],
          [EMAIL.slice(0, -1), ""],
          [`x${EMAIL}`, ""],
          [`${EMAIL}x`, ""],
          [EMAIL, "x"],
          [EMAIL, "/"],
        ] as const) {
          mustNot(await cosignVerifyIdentity(name, subject, `${issuer}${suffix}`));
          mustNot(await assay(["verify", name, ...identity(subject, suffix)]));
        }
      }
    },
  },
  {
    name: "cosign verifies what we sign with its key and Rekor v2",
    async run() {
      write("b.txt", "b");
      must(await assay(["sign", "b.txt", "--key", "k.key", ...config("log-only")]));
      must(await cosignVerifyKey("b.txt", "k.pub"));
      mustNot(await cosignVerifyKey("b.txt", "other.pub"));
    },
  },
  ...KEY_KINDS.map(
    ([name, args]): InteropCase => ({
      name: `cosign and we verify each other's ${name} signatures in Rekor v2`,
      async run() {
        const base = `kind-${name.replaceAll(" ", "-")}`;
        must(await run("openssl", [...args, "-out", `${base}.plain.pem`]));
        must(
          await run("openssl", [
            "pkey",
            "-in",
            `${base}.plain.pem`,
            "-pubout",
            "-out",
            `${base}.pub`,
          ]),
        );
        must(
          await cosign([
            "import-key-pair",
            "--key",
            `${base}.plain.pem`,
            "--output-key-prefix",
            `${base}-cosign`,
          ]),
        );
        write(`${base}.ours`, "ours");
        must(
          await assay([
            "sign",
            `${base}.ours`,
            "--key",
            `${base}.plain.pem`,
            ...config("log-only"),
          ]),
        );
        must(await cosignVerifyKey(`${base}.ours`, `${base}.pub`));
        write(`${base}.theirs`, "theirs");
        must(
          await cosignSign(`${base}.theirs`, [
            "--key",
            `${base}-cosign.key`,
            ...config("log-only"),
          ]),
        );
        must(
          await assay([
            "verify",
            `${base}.theirs`,
            "--key",
            `${base}.pub`,
            ...root(),
            "--require-log",
          ]),
        );
        must(await assay(["verify", `${base}.theirs`, "--key", `${base}.pub`]));
        write(`${base}.theirs`, "tampered");
        mustNot(await assay(["verify", `${base}.theirs`, "--key", `${base}.pub`, ...root()]));
      },
    }),
  ),
  ...LARGE_CURVES.map(
    ([curve, digest]): InteropCase => ({
      name: `OpenSSL verifies our ${curve} signatures, and we verify cosign's, in Rekor v2`,
      async run() {
        const args = ["genpkey", "-algorithm", "EC", "-pkeyopt", `ec_paramgen_curve:${curve}`];
        must(await run("openssl", [...args, "-out", `${curve}.pem`]));
        must(
          await run("openssl", ["pkey", "-in", `${curve}.pem`, "-pubout", "-out", `${curve}.pub`]),
        );
        write(`${curve}.ours`, "ours");
        must(
          await assay(["sign", `${curve}.ours`, "--key", `${curve}.pem`, ...config("log-only")]),
        );
        const { signature } = bundleOf(`${curve}.ours`).messageSignature;
        writeFileSync(join(work, `${curve}.sig`), Buffer.from(signature, "base64"));
        const sides = ["-verify", `${curve}.pub`, "-signature", `${curve}.sig`, `${curve}.ours`];
        must(await run("openssl", ["dgst", `-${digest}`, ...sides]));
        const prefix = ["--output-key-prefix", `${curve}-cosign`];
        must(await cosign(["import-key-pair", "--key", `${curve}.pem`, ...prefix]));
        write(`${curve}.theirs`, "theirs");
        must(
          await cosignSign(`${curve}.theirs`, [
            "--key",
            `${curve}-cosign.key`,
            ...config("log-only"),
          ]),
        );
        const key = ["--key", `${curve}.pub`, ...root(), "--require-log"];
        must(await assay(["verify", `${curve}.theirs`, ...key]));
      },
    }),
  ),
  {
    name: "cosign verifies what we sign keyless with Fulcio, Rekor v2 and a timestamp",
    async run() {
      write("c.txt", "c");
      must(
        await assay(["sign", "c.txt", ...config("signing")], { SIGSTORE_ID_TOKEN: emailToken() }),
      );
      must(await cosignVerifyIdentity("c.txt", EMAIL, stack.issuer.url));
      mustNot(await cosignVerifyIdentity("c.txt", "evil@acme.test", stack.issuer.url));
      mustNot(await cosignVerifyIdentity("c.txt", EMAIL, `${stack.issuer.url}/gh`));
      write("c.txt", "tampered");
      mustNot(await cosignVerifyIdentity("c.txt", EMAIL, stack.issuer.url));
    },
  },
  {
    name: "cosign verifies a batch that we sign as a GitHub workflow, with one certificate",
    async run() {
      const names = Array.from({ length: 8 }, (_, index) => `batch/${index}.bin`);
      mkdirSync(join(work, "batch"));
      for (const name of names) write(name, name);
      const environment = {
        GITHUB_ACTIONS: "true",
        ACTIONS_ID_TOKEN_REQUEST_URL: stack.tokenRequestUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: "interop",
      };
      must(await assay(["sign", "batch/*.bin", ...config("signing")], environment));
      const certificates = names.map(certificateOf);
      assert.equal(new Set(certificates).size, 1);
      for (const name of names)
        must(await cosignVerifyIdentity(name, WORKFLOW, `${stack.issuer.url}/gh`));
      const verified = await assay(["verify", "batch/*.bin", ...identity(WORKFLOW, "/gh")]);
      must(verified);
      // A second run keeps every bundle.
      const before = certificates.length;
      must(await assay(["sign", "batch/*.bin", ...config("signing")], environment));
      assert.equal(
        names.filter((name, index) => certificateOf(name) === certificates[index]).length,
        before,
      );
    },
  },
  {
    name: "we verify what cosign signs with its key, with and without a log",
    async run() {
      for (const [name, signing] of [
        ["d.txt", "log-only"],
        ["e.txt", "nothing"],
      ] as const) {
        write(name, name);
        must(await cosignSign(name, ["--key", "k.key", ...config(signing)]));
        must(await assay(["verify", name, "--key", "k.pub", ...root()]));
        mustNot(await assay(["verify", name, "--key", "other.pub", ...root()]));
        write(name, "tampered");
        mustNot(await assay(["verify", name, "--key", "k.pub", ...root()]));
      }
      mustNot(await assay(["verify", "e.txt", "--key", "k.pub", ...root(), "--require-log"]));
    },
  },
  {
    name: "we verify what cosign signs keyless, and only for the right identity",
    async run() {
      write("f.txt", "f");
      must(await cosignSign("f.txt", ["--identity-token", emailToken(), ...config("signing")]));
      must(await assay(["verify", "f.txt", ...identity(EMAIL, "")]));
      for (const wrong of ["ev@acme.test", "dev@acme.tes", "xdev@acme.test", "dev@acmeXtest"]) {
        mustNot(await assay(["verify", "f.txt", ...identity(wrong, "")]));
      }
      mustNot(await assay(["verify", "f.txt", ...identity(EMAIL, "/gh")]));
      mustNot(await assay(["verify", "f.txt", "--key", "k.pub"]));
      write("f.txt", "tampered");
      mustNot(await assay(["verify", "f.txt", ...identity(EMAIL, "")]));
    },
  },
  {
    name: "we verify cosign's attestations over a file, and refuse another file",
    async run() {
      write("g.txt", "g");
      write("predicate.json", '{"made": "here"}');
      const attest = ["--type", "https://acme.test/made/v1", "--predicate", "predicate.json"];
      const token = ["--identity-token", emailToken(), ...config("signing")];
      const bundle = ["--bundle", "g.txt.sigstore.json", "g.txt"];
      must(await cosign(["attest-blob", "--yes", ...attest, ...token, ...bundle]));
      must(await assay(["verify", "g.txt", ...identity(EMAIL, "")]));
      write("h.txt", "h");
      mustNot(
        await assay(["verify", "h.txt", "--bundle", "g.txt.sigstore.json", ...identity(EMAIL, "")]),
      );
    },
  },
  {
    name: "OpenSSL verifies the timestamp that we ask for",
    async run() {
      write("t.txt", "t");
      must(
        await assay(["sign", "t.txt", ...config("signing")], { SIGSTORE_ID_TOKEN: emailToken() }),
      );
      const bundle = bundleOf("t.txt");
      const { timestampVerificationData } = bundle.verificationMaterial;
      const reply = Buffer.from(
        timestampVerificationData.rfc3161Timestamps[0]?.signedTimestamp ?? "",
        "base64",
      );
      writeFileSync(join(work, "t.tsr"), reply);
      writeFileSync(join(work, "t.sig"), Buffer.from(bundle.messageSignature.signature, "base64"));
      const chain = ["-CAfile", join(stack.folder, "tsa-root.pem")];
      must(await run("openssl", ["ts", "-verify", "-in", "t.tsr", "-data", "t.sig", ...chain]));
    },
  },
];

interface InteropBundle {
  readonly verificationMaterial: {
    readonly certificate: { readonly rawBytes: string };
    readonly timestampVerificationData: {
      readonly rfc3161Timestamps: readonly { readonly signedTimestamp: string }[];
    };
  };
  readonly messageSignature: { readonly signature: string };
}

function bundleOf(name: string): InteropBundle {
  return JSON.parse(readFileSync(join(work, `${name}.sigstore.json`), "utf8"));
}

function certificateOf(name: string): string {
  return bundleOf(name).verificationMaterial.certificate.rawBytes;
}

function write(name: string, content: string): void {
  writeFileSync(join(work, name), content);
}

function emailToken(): string {
  return stack.issuer.token("", { sub: "1", email: EMAIL, email_verified: true });
}

const root = (): string[] => ["--trusted-root", join(stack.folder, "trusted_root.json")];
const config = (name: string): string[] => [
  "--signing-config",
  join(stack.folder, `${name}.json`),
  ...root(),
];
const identity = (subject: string, issuer: string): string[] => [
  "--certificate-identity",
  subject,
  "--certificate-oidc-issuer",
  `${stack.issuer.url}${issuer}`,
  ...root(),
];

/** Not the synchronous form: the stubs answer from this very process. */
async function run(
  command: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Run> {
  const child = spawn(command, args, {
    cwd: work,
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: work,
      COSIGN_PASSWORD: "pass word",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 60_000,
  });
  let output = `$ ${command} ${args.join(" ")}\n`;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  return { status, output };
}

/** The built CLI; its source where nothing is built yet, or `ASSAY_INTEROP_SOURCE` is set. */
function assay(args: readonly string[], environment: Record<string, string> = {}): Promise<Run> {
  const built = join(REPOSITORY, "dist/cli.js");
  const isBuilt = existsSync(built) && !process.env["ASSAY_INTEROP_SOURCE"];
  const entry = isBuilt ? built : join(REPOSITORY, "packages/cli/src/main.ts");
  return run(process.execPath, [entry, ...args], environment);
}

function cosign(args: readonly string[], environment: Record<string, string> = {}): Promise<Run> {
  return run(peer("cosign"), args, environment);
}

async function cosignKey(prefix: string): Promise<void> {
  must(await cosign(["generate-key-pair", "--output-key-prefix", prefix]));
}

function cosignSign(
  file: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Run> {
  const bundle = ["--bundle", `${file}.sigstore.json`, file];
  return cosign(["sign-blob", "--yes", ...args, ...bundle], environment);
}

function cosignVerifyKey(file: string, key: string, ...args: readonly string[]): Promise<Run> {
  return cosign([
    "verify-blob",
    "--key",
    key,
    "--bundle",
    `${file}.sigstore.json`,
    ...root(),
    ...args,
    file,
  ]);
}

function cosignVerifyIdentity(file: string, subject: string, issuer: string): Promise<Run> {
  const who = ["--certificate-identity", subject, "--certificate-oidc-issuer", issuer];
  return cosign(["verify-blob", "--bundle", `${file}.sigstore.json`, ...root(), ...who, file]);
}

/** A copy with the lowest bit of the middle byte turned. */
function oneBit(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const middle = copy.length >> 1;
  copy.writeUInt8(copy.readUInt8(middle) ^ 1, middle);
  return copy;
}

function must({ status, output }: Run): void {
  assert.equal(status, 0, output);
}

/** Refused by the verdict: an error of input or of a service proves nothing. cosign has only the one code. */
function mustNot({ status, output }: Run): void {
  assert.ok(status !== 0 && status !== null && ![2, 3, 70].includes(status), output);
}
