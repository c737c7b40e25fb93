import {
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  X509Certificate,
} from "node:crypto";
import { publicKeyFrom } from "@assay/sigstore/keys";
import { changed, type Path, selfSigned } from "@assay/testkit";
import { describe, expect, test } from "vitest";
import { JSF_SAMPLES, SAMPLE_KEYS } from "../test/jsf-samples.ts";
import { canonicalJson } from "./canonical.ts";
import { checkSignature } from "./verify.ts";

type Fields = Readonly<Record<string, unknown>>;

const check = (value: Fields, expected?: KeyObject, text = JSON.stringify(value)) =>
  checkSignature({ syntax: "json", value, text }, expected && publicKeyFrom(expected));
/** Each signature as `holds`, `by --key` or `unknown`, and every problem. */
function verdicts(value: Fields, expected?: KeyObject): readonly string[] {
  const { notices, problems } = check(value, expected);
  const short = notices.map((notice) =>
    notice.includes("holds, and is by the key of `--key`")
      ? "by --key"
      : notice.includes("holds: the document is as the key inside")
        ? "holds"
        : "unknown",
  );
  return [...short, ...problems];
}
const sample = (name: string): Fields => JSF_SAMPLES[name] ?? {};
const keyOf = (key: object) => createPublicKey({ key: { ...key }, format: "jwk" });

describe("the specification's own signatures", () => {
  test.each([
    ["p256#es256@jwk", ["holds"]],
    ["p384#es384@jwk", ["holds"]],
    ["p521#es512@jwk", ["holds"]],
    ["r2048#rs256@jwk", ["holds"]],
    ["r2048#ps256@jwk", ["holds"]],
    ["ed25519#ed25519@jwk", ["holds"]],
    ["ed448#ed448@jwk", ["holds"]],
    ["p256#es256@exts-jwk", ["holds"]],
    ["p256#es256@kid", ["unknown"]],
    ["p256#es256,p384#es384@mult-jwk", ["holds", "holds"]],
    ["p256#es256,p384#es384@mult-exts-jwk", ["holds", "holds"]],
    ["p256#es256,p384#es384@chai-jwk", ["holds", "holds"]],
    [
      "p256#es256@excl-jwk",
      ['it leaves out ["myUnsignedData"] (`excludes`), which anybody can add and change'],
    ],
  ])("%s: %j", (name, expected) => {
    expect(verdicts(sample(name))).toEqual(expected);
  });

  test.each([
    ["p256#es256@kid", SAMPLE_KEYS.P256],
    ["r2048#ps384@kid", SAMPLE_KEYS.R2048],
    ["r2048#ps512@imp", SAMPLE_KEYS.R2048],
    ["p256#es256@jwk", SAMPLE_KEYS.P256],
    ["ed25519#ed25519@jwk", SAMPLE_KEYS.ED25519],
  ])("%s is by the key that is given, and by no other", (name, key) => {
    expect(verdicts(sample(name), keyOf(key))).toEqual(["by --key"]);
    expect(verdicts(sample(name), keyOf(SAMPLE_KEYS.P384))).toContain(
      "it is not by the key of `--key`, or the document was changed",
    );
  });

  test("one of several by the key that is given is enough", () => {
    const key = keyOf(SAMPLE_KEYS.P384);
    for (const name of ["mult", "chai"])
      expect(verdicts(sample(`p256#es256,p384#es384@${name}-jwk`), key)).toEqual([
        "holds",
        "by --key",
      ]);
  });

  test.each(Object.keys(JSF_SAMPLES).filter((name) => /@(?:mult-|chai-|exts-)?jwk$/.test(name)))(
    "%s does not hold with a change in any place",
    (name) => {
      const paths = pathsOf(sample(name));
      expect(paths.length).toBeGreaterThan(6);
      for (const path of paths) {
        const value = changed(sample(name), path, other) as Fields;
        expect(check(value), path.join(".")).not.toEqual(check(sample(name)));
        if (path.at(-1) !== "algorithm")
          expect(check(value).problems, path.join(".")).toHaveLength(1);
      }
    },
  );
});

/** Another value of the same kind. */
function other(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  const text = String(value);
  return `${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`;
}

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

const PAIR = generateKeyPairSync("ed25519");
const JWK = PAIR.publicKey.export({ format: "jwk" });
const DATA = { bomFormat: "CycloneDX", version: 1 };

/** Signed by the rules of JSF, written here once more. */
function signedBy(core: Fields, over: (own: Fields) => Fields = (own) => own): Fields {
  const message = canonicalJson({ ...DATA, signature: over(core) });
  const value = sign(null, message, PAIR.privateKey).toString("base64url");
  return { ...DATA, signature: over({ ...core, value }) };
}
const CORE = { algorithm: "Ed25519", publicKey: JWK };

describe("what is added to a signed document", () => {
  const document = signedBy(CORE);

  test("a field at any level is found", () => {
    expect(verdicts(document)).toEqual(["holds"]);
    const broken = ["`signature` (Ed25519) does not fit the document and the key that it brings"];
    expect(verdicts({ ...document, more: 1 })).toEqual(broken);
    const signature = { ...(document["signature"] as object), keyId: "x" };
    expect(verdicts({ ...document, signature })).toEqual(broken);
  });

  test("a field that its signature leaves out is found, though the signature itself holds", () => {
    const signature = { ...(document["signature"] as object), excludes: ["more"] };
    expect(check({ ...document, more: 1, signature }).problems).toEqual([
      'it leaves out ["more"] (`excludes`), which anybody can add and change',
    ]);
    const inner = { signers: [signature] };
    expect(check({ ...document, more: 1, signature: inner }).problems).toEqual([
      'it leaves out ["more"] (`excludes`), which anybody can add and change',
    ]);
  });

  test("a field that stands twice is found: readers that take the first see another document", () => {
    const text = JSON.stringify(document).replace('"version":1', '"version":2,"version":1');
    expect(check(JSON.parse(text), undefined, text).problems).toEqual([
      '"version" stands twice in one object: readers differ in which counts',
    ]);
  });

  test("another signature after it in the chain is one of its own", () => {
    const first = signedBy(CORE, (own) => ({ chain: [own] }));
    const { chain } = first["signature"] as { readonly chain: readonly Fields[] };
    expect(verdicts(first, PAIR.publicKey)).toEqual(["by --key"]);
    const both = signedBy(CORE, (own) => ({ chain: [...chain, own] }));
    expect(verdicts(both)).toEqual(["holds", "holds"]);
    const swapped = (both["signature"] as { readonly chain: readonly Fields[] }).chain.toReversed();
    expect(check({ ...DATA, signature: { chain: swapped } }).problems).toHaveLength(1);
  });
});

describe("a signature that can't be verified", () => {
  test.each<[string, Fields, string]>([
    ["no object", { signature: "x" }, "it is no object"],
    ["no list", { signature: { signers: {} } }, "`signers` is no list of signatures"],
    [
      "an empty list",
      { signature: { chain: [] } },
      "`chain` has 0 signatures; 1 to 20 are verified",
    ],
    [
      "many",
      { signature: { signers: Array(21).fill({}) } },
      "`signers` has 21 signatures; 1 to 20 are verified",
    ],
    ["no value", { signature: CORE }, "`signature` has no algorithm or value"],
    [
      "a broken key",
      { signature: { ...CORE, publicKey: { kty: "EC" }, value: "" } },
      "`signature` (Ed25519): the public key that it brings can't be read",
    ],
    [
      "a key that is none",
      { signature: { ...CORE, publicKey: "x", value: "" } },
      "`signature` (Ed25519): the public key that it brings can't be read",
    ],
    [
      "a number beyond all doubles",
      { signature: { ...CORE, value: "AA" }, large: Number.POSITIVE_INFINITY },
      "a number in it is so large that readers take it for others",
    ],
    [
      "a number that several texts stand for",
      { signature: { ...CORE, value: "AA" }, large: [2 ** 53] },
      "a number in it is so large that readers take it for others",
    ],
    [
      "levels without end",
      {
        signature: { ...CORE, value: "AA" },
        deep: JSON.parse("[".repeat(999) + "]".repeat(999)),
      },
      "`signature` (Ed25519): it is nested more than 200 levels deep",
    ],
  ])("%s is a problem", (_, fields, problem) => {
    const { problems } = check({ ...DATA, ...fields });
    expect(problems).toEqual([problem]);
  });

  test("one by a shared secret is not verified, and by no key that is given", () => {
    const value = { ...DATA, signature: { algorithm: "HS256", value: "AA" } };
    expect(check(value).notices).toEqual([
      '`signature` ("HS256") is not verified: no public key verifies its algorithm.',
    ]);
    expect(verdicts(value, PAIR.publicKey)).toEqual([
      "unknown",
      "it is not by the key of `--key`, or the document was changed",
    ]);
  });

  test("none is a problem only where a key is given", () => {
    expect(check(DATA)).toEqual({ notices: [], problems: [] });
    expect(check(DATA, PAIR.publicKey).problems).toEqual([
      "it has none, and only CycloneDX JSON can hold one",
    ]);
  });

  test("those of parts of the document are counted", () => {
    const components = [{ signature: CORE }, { components: [{ signature: CORE }] }];
    expect(check({ ...DATA, components }).notices).toEqual([
      "2 signatures of parts of it: not verified, only that of the whole is.",
    ]);
  });
});

test("one over the document without it, as cdxgen makes, is wrong, and it is said why", () => {
  const value = sign(null, canonicalJson(DATA), PAIR.privateKey).toString("base64url");
  expect(check({ ...DATA, signature: { ...CORE, value } }).problems).toEqual([
    "`signature` (Ed25519) does not fit the document and the key that it brings; it fits the document without it, as cdxgen signs; JSF signs algorithm and key too",
  ]);
  expect(
    check({ ...DATA, signature: { algorithm: "Ed25519", value } }, PAIR.publicKey).problems,
  ).toEqual([
    "it is not by the key of `--key`, or the document was changed; it fits the document without it, as cdxgen signs; JSF signs algorithm and key too",
  ]);
});

test("the key may be that of a certificate, and both must be one", () => {
  const { key, cert } = selfSigned();
  const certificatePath = [new X509Certificate(cert).raw.toString("base64url")];
  const signedWith = (core: Fields) => {
    const message = canonicalJson({ ...DATA, signature: core });
    const value = sign("sha256", message, { key, dsaEncoding: "ieee-p1363" }).toString("base64url");
    return { ...DATA, signature: { ...core, value } };
  };
  const core = { algorithm: "ES256", certificatePath };
  expect(verdicts(signedWith(core))).toEqual(["holds"]);
  expect(check(signedWith({ ...core, publicKey: JWK })).problems).toEqual([
    "`signature` (ES256): it brings a public key and a certificate of another key",
  ]);
});
