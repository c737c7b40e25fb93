/** With keys: cosign, OpenSSL and we, both ways. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { InteropCase } from "../suite.ts";
import {
  assay,
  bundleOf,
  config,
  cosign,
  cosignSign,
  cosignVerifyKey,
  must,
  mustNot,
  oneBit,
  type Run,
  root,
  run,
  work,
  write,
} from "./session.ts";

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

export const keyCases: readonly InteropCase[] = [
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
  ...(["p-256", "rsa-2048", "rsa-3072", "rsa-4096"] as const).map(
    (type): InteropCase => ({
      name: `cosign signs and verifies with a ${type} key pair that we made, and prints its public key`,
      async run() {
        must(await assay(["key", "generate", "--type", type, "--output-key-prefix", type]));
        const printed = await cosign(["public-key", "--key", `${type}.key`]);
        must(printed);
        const publicKey = readFileSync(join(work, `${type}.pub`), "utf8").trim();
        assert.ok(printed.output.includes(publicKey), printed.output);
        for (const [name, sign] of [
          [`${type}.theirs`, cosignSign],
          [
            `${type}.ours`,
            (file: string, args: readonly string[]) => assay(["sign", file, ...args]),
          ],
        ] as const) {
          write(name, name);
          must(await sign(name, ["--key", `${type}.key`, ...config("log-only")]));
          must(await cosignVerifyKey(name, `${type}.pub`));
          must(await assay(["verify", name, "--key", `${type}.pub`, ...root()]));
          mustNot(await cosignVerifyKey(name, "other.pub"));
        }
      },
    }),
  ),
  {
    name: "the public key of cosign's key is the same by either tool",
    async run() {
      const theirs = readFileSync(join(work, "k.pub"), "utf8");
      const ours = await assay(["key", "public", "k.key"]);
      must(ours);
      assert.ok(ours.output.endsWith(theirs), ours.output);
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
    name: "we verify what cosign signs with its key, with and without a log",
    async run() {
      for (const [name, signing] of [
        ["d.txt", "log-only"],
        ["e.txt", "nothing"],
      ] as const) {
        write(name, name);
        must(await cosignSign(name, ["--key", "k.key", ...config(signing)]));
        const lenient = [...root(), "--no-require-log"];
        must(await assay(["verify", name, "--key", "k.pub", ...lenient]));
        // As with cosign, a log is asked for where nobody says otherwise.
        const asItIs = await assay(["verify", name, "--key", "k.pub", ...root()]);
        if (signing === "nothing") mustNot(asItIs);
        else must(asItIs);
        mustNot(await assay(["verify", name, "--key", "other.pub", ...lenient]));
        write(name, "tampered");
        mustNot(await assay(["verify", name, "--key", "k.pub", ...lenient]));
      }
    },
  },
];
