import { describe, expect, it } from "vitest";
import { derOctetString, derOid, derSequence, derUnsigned } from "../der/write.ts";
import { checkDerivationCost } from "./derivation-cost.ts";
import { toPem } from "./pem.ts";
import { parsePrivateKey } from "./private-key.ts";

const integer = (value: number) => {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(value, 0, 6);
  return derUnsigned(bytes);
};
/** `EncryptedPrivateKeyInfo` with PBES2 (RFC 8018, section A.4), whose salt looks like a huge integer. */
const encrypted = (kdf: string, ...costs: readonly number[]) =>
  derSequence(
    derSequence(
      derOid("1.2.840.113549.1.5.13"),
      derSequence(
        derSequence(
          derOid(kdf),
          derSequence(derOctetString(integer(2 ** 40)), ...costs.map(integer)),
        ),
        derSequence(derOid("2.16.840.1.101.3.4.1.42"), derOctetString(Buffer.alloc(16))),
      ),
    ),
    derOctetString(Buffer.alloc(48)),
  );
const PBKDF2 = "1.2.840.113549.1.5.12";
const SCRYPT = "1.3.6.1.4.1.11591.4.11";

describe("the cost of a password", () => {
  it.each([
    ["PBKDF2", PBKDF2, [1_000_000]],
    ["scrypt", SCRYPT, [65536, 8, 1]],
  ])("is paid for %s", (_name, kdf, costs) => {
    expect(() => checkDerivationCost(encrypted(kdf, ...costs), "k.pem")).not.toThrow();
  });

  it.each([
    ["PBKDF2", PBKDF2, [2 ** 31 - 1], /k\.pem asks for password iterations: 2147483647; at most/],
    ["scrypt", SCRYPT, [16384, 8, 1_000_000], /asks for an scrypt cost \(N·r·p\) of 131072000000/],
  ])("is refused for %s before OpenSSL pays it", async (_name, kdf, costs, message) => {
    const pem = toPem("ENCRYPTED PRIVATE KEY", encrypted(kdf, ...costs));
    await expect(parsePrivateKey(pem, "x", "k.pem")).rejects.toThrow(message);
  });

  it("of what can't be read is left to OpenSSL", () => {
    expect(() => checkDerivationCost(Buffer.from("rubbish"), "k.pem")).not.toThrow();
  });
});
