import { createHash } from "node:crypto";
import { ed25519, ed25519ph } from "@noble/curves/ed25519.js";
import { p256, p384, p521 } from "@noble/curves/nist.js";
import { expect, test } from "vitest";
import { ECDSA, ed25519Over } from "./curves.ts";

const digest = createHash("sha512").update("a file").digest();
const secret = (length: number) => new Uint8Array(length).fill(1);
const OPTIONS = { prehash: false, lowS: false, extraEntropy: false };

test.each([
  ["P-256", p256, 32],
  ["P-384", p384, 48],
  ["P-521", p521, 66],
] as const)("%s is the curve of the library, with the nonce of RFC 6979", (name, curve, length) => {
  const key = secret(length);
  expect(ECDSA[name].getPublicKey(key)).toEqual(curve.getPublicKey(key));
  expect(ECDSA[name].sign(digest, key, OPTIONS)).toEqual(curve.sign(digest, key, OPTIONS));
});

test("Ed25519 is the curve of the library, with a prefix and without", () => {
  const key = secret(32);
  const prefix = Buffer.from("SigEd25519 no Ed25519 collisions\x01\x00", "latin1");
  const ours = ed25519Over(prefix).sign(digest, key);
  expect(ours).toEqual(ed25519ph.sign(new TextEncoder().encode("a file"), key));
  expect(ed25519Over(new Uint8Array()).sign(digest, key)).toEqual(ed25519.sign(digest, key));
});
