import { generateKeyPairSync } from "node:crypto";
import { UsageError } from "@assay/core";
import { changed, type MiniSigstore, type Path, startMiniSigstore } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseBundle, VerificationError } from "../index.ts";
import { toPem } from "../keys/pem.ts";
import { parsePrivateKey } from "../keys/private-key.ts";
import { parseSigningConfig } from "../services/signing-config.ts";
import { forge } from "../test/forge.ts";
import { judge } from "../test/judge.ts";
import { parseTrustedRoot } from "./trusted-root.ts";

/* Whatever stands in whatever field of a file that a user hands in: read, or refused by name. */

let mini: MiniSigstore;

beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(async () => {
  await mini.close();
});

const deep = Array.from({ length: 500 }).reduce<unknown>((inner) => [inner], []);
const VALUES: readonly unknown[] = [
  { toString: 1 },
  { toString: 1, valueOf: null, toJSON: 2 },
  { length: 1e9 },
  {},
  [],
  [[]],
  [{ toString: 1 }],
  Array(300).fill({ toString: 1 }),
  deep,
  null,
  true,
  0,
  -0,
  -1,
  1.5,
  2 ** 53,
  1e308,
  "",
  "\u0000",
  "=",
  "AAAA",
  "é".repeat(1000),
  "9".repeat(400),
  "https://",
  "http://[",
  "__proto__",
];

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([name, entry]) =>
    pathsOf(entry, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

/** What came of a document with each value in each field, where it was neither read nor refused as it should be. */
function faults(
  document: unknown,
  parse: (bytes: Buffer) => unknown,
  refusal: new (...args: never[]) => Error,
): readonly string[] {
  const found: string[] = [];
  for (const path of pathsOf(document)) {
    for (const value of VALUES) {
      const text = JSON.stringify(changed(document, path, () => value));
      try {
        parse(Buffer.from(text));
      } catch (error) {
        if (!(error instanceof refusal)) found.push(`${path.join(".")}: ${String(error)}`);
      }
    }
  }
  return found;
}

const SIGNING_CONFIG = {
  mediaType: "application/vnd.dev.sigstore.signingconfig.v0.2+json",
  caUrls: [
    {
      url: "https://ca.test",
      majorApiVersion: 1,
      validFor: { start: "2026-01-01T00:00:00Z", end: "2027-01-01T00:00:00Z" },
      operator: "o",
    },
  ],
  oidcUrls: [{ url: "https://oidc.test", majorApiVersion: 1 }],
  rekorTlogUrls: [{ url: "https://log.test", majorApiVersion: 2, operator: "o" }],
  rekorTlogConfig: { selector: "EXACT", count: 1 },
  tsaUrls: [{ url: "https://tsa.test", majorApiVersion: 1 }],
  tsaConfig: { selector: "ANY" },
};

describe("any value in any field", () => {
  it("of a trusted root", () => {
    const parse = (bytes: Buffer) => parseTrustedRoot(bytes, "root.json");
    const root = JSON.parse(mini.trustedRoot);
    expect(faults(root, parse, UsageError)).toEqual([]);
    const mediaType = "application/vnd.dev.sigstore.clienttrustconfig.v0.1+json";
    expect(faults({ mediaType, trustedRoot: root }, parse, UsageError)).toEqual([]);
  });

  it("of a signing config", () => {
    const parse = (bytes: Buffer) => parseSigningConfig(bytes, "signing.json");
    expect(faults(SIGNING_CONFIG, parse, UsageError)).toEqual([]);
  });

  it("of a bundle", async () => {
    for (const form of ["message", "envelope"] as const) {
      const { bundle } = await forge(mini, { content: "f", form });
      expect(faults(bundle, parseBundle, VerificationError)).toEqual([]);
    }
  });

  it.each([
    ["a text", '"x"'],
    ["nothing", "null"],
    ["a list", "[]"],
    ["a number", "1e400"],
    ["a type without a text", '{"mediaType":{"toString":1}}'],
  ])("of a whole file, such as %s", (_what, text) => {
    const bytes = Buffer.from(text);
    expect(() => parseTrustedRoot(bytes, "root.json")).toThrow(UsageError);
    expect(() => parseSigningConfig(bytes, "signing.json")).toThrow(UsageError);
    expect(() => parseBundle(bytes)).toThrow(VerificationError);
  });
});

it("any value in a log entry's body is refused, with and without a trusted root", async () => {
  const { bundle, publicKey } = await forge(mini, { content: "f", key: "key" });
  const at: Path = ["verificationMaterial", "tlogEntries", 0, "canonicalizedBody"];
  const encoded = at.reduce<unknown>(
    (value, name) => (value as Record<string | number, unknown>)[name],
    bundle,
  );
  const body: unknown = JSON.parse(Buffer.from(String(encoded), "base64").toString("utf8"));
  for (const path of [["kind"], ["apiVersion"], ["spec"], ["spec", "signature"]]) {
    for (const value of VALUES.slice(0, 10)) {
      const changedBody = JSON.stringify(changed(body, path, () => value));
      const hostile = changed(bundle, at, () => Buffer.from(changedBody).toString("base64"));
      for (const withoutRoot of [true, false]) {
        const said = await judge(mini, { content: "f", bundle: hostile, publicKey, withoutRoot });
        expect(said).toMatch(/^(log-entry-invalid|malformed-bundle): /);
      }
    }
  }
});

it("any value in an encrypted key's parameters is refused by name", async () => {
  const der = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({
    format: "der",
    type: "pkcs8",
  });
  const body = {
    kdf: { name: "scrypt", params: { N: 1024, r: 8, p: 1 }, salt: der.toString("base64") },
    cipher: { name: "nacl/secretbox", nonce: Buffer.alloc(24).toString("base64") },
    ciphertext: der.toString("base64"),
  };
  for (const path of pathsOf(body)) {
    for (const value of VALUES) {
      const text = JSON.stringify(changed(body, path, () => value));
      const pem = toPem("ENCRYPTED SIGSTORE PRIVATE KEY", Buffer.from(text));
      await expect(parsePrivateKey(pem, "pw", "k")).rejects.toBeInstanceOf(UsageError);
    }
  }
});
