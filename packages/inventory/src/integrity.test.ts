import { expect, test } from "vitest";
import { parseIntegrity } from "./integrity.ts";

const sri = (algorithm: string, length: number, fill: number) =>
  `${algorithm}-${Buffer.alloc(length, fill).toString("base64")}`;

test("base64 becomes hex, every hash once, sorted, options dropped", () => {
  const text = `${sri("sha512", 64, 2)}?opt ${sri("sha512", 64, 1)}\n${sri("sha1", 20, 3)} ${sri("sha1", 20, 3)}`;
  expect(parseIntegrity(text)).toEqual({
    hashes: [
      { algorithm: "SHA-1", value: "03".repeat(20) },
      { algorithm: "SHA-512", value: "01".repeat(64) },
      { algorithm: "SHA-512", value: "02".repeat(64) },
    ],
    invalid: false,
  });
});

test.each(["sha512-AAAA", "sha512", "sha3-AAAA", "sha1-$$$", `${sri("sha1", 20, 1)} nonsense`])(
  "%s is told as not understood",
  (text) => {
    expect(parseIntegrity(text).invalid).toBe(true);
  },
);

test("nothing is nothing, and too many are cut", () => {
  expect(parseIntegrity("")).toEqual({ hashes: [], invalid: false });
  const many = Array.from({ length: 100 }, (_, i) => sri("sha1", 20, i)).join(" ");
  expect(parseIntegrity(many)).toMatchObject({ invalid: true, hashes: { length: 64 } });
});
