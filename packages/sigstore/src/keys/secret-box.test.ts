import { xsalsa20poly1305 } from "@noble/ciphers/salsa.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { open, seal } from "./secret-box.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

test("seals as @noble/ciphers does, and opens what it sealed", () => {
  fc.assert(
    fc.property(bytes(32), bytes(24), fc.uint8Array({ maxLength: 400 }), (key, nonce, text) => {
      const sealed = seal(key, nonce, text);
      expect([...sealed]).toEqual([...xsalsa20poly1305(key, nonce).encrypt(text)]);
      expect([...(open(key, nonce, sealed) ?? [])]).toEqual([...text]);
    }),
    { numRuns: 300, seed: 1 },
  );
});

test("does not open what was changed in any byte", () => {
  const [key, nonce] = [new Uint8Array(32).fill(1), new Uint8Array(24).fill(2)];
  const sealed = seal(key, nonce, new TextEncoder().encode("a private key"));
  for (let at = 0; at < sealed.length; at++) {
    const changed = Uint8Array.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(open(key, nonce, changed)).toBeUndefined();
  }
  expect(open(key, nonce, sealed.subarray(0, 15))).toBeUndefined();
  expect(open(new Uint8Array(32), nonce, sealed)).toBeUndefined();
});

test("the vector of NaCl's secretbox (tests/secretbox.c)", () => {
  const hex = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));
  const key = hex("1b27556473e985d462cd51197a9a46c76009549eac6474f206c4ee0844f68389");
  const nonce = hex("69696ee955b62b73cd62bda875fc73d68219e0036b7a0b37");
  const box = seal(key, nonce, hex("be075fc53c81f2d5cf141316ebeb0c7b"));
  expect(Buffer.from(box.subarray(16)).toString("hex")).toBe("8e993b9f48681273c29650ba32fc76ce");
});

test("keys and nonces of another length are a fault of ours", () => {
  expect(() => seal(new Uint8Array(31), new Uint8Array(24), new Uint8Array())).toThrow(RangeError);
  expect(() => seal(new Uint8Array(32), new Uint8Array(23), new Uint8Array())).toThrow(RangeError);
});
