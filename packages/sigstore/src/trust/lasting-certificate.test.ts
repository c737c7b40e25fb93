import { createHash } from "node:crypto";
import { startMiniSigstore } from "@assay/testkit";
import { X509Certificate } from "@sigstore/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { carriedCertificate, lastingCertificate } from "./lasting-certificate.ts";

let mini: Awaited<ReturnType<typeof startMiniSigstore>>;
let other: typeof mini;
const rootOf = ({ authority }: typeof mini) => Buffer.from(authority.root.certificate);

beforeAll(async () => {
  mini = await startMiniSigstore();
  other = await startMiniSigstore();
});
afterAll(() => Promise.all([mini.close(), other.close()]));

it("is encoded and verified as @sigstore/core does it, the first time and every time", () => {
  const plain = X509Certificate.parse(rootOf(mini));
  const lasting = lastingCertificate(rootOf(mini));
  const stranger = lastingCertificate(rootOf(other));
  for (let time = 0; time < 2; time += 1) {
    expect(lasting.root.toDER()).toEqual(plain.root.toDER());
    expect(lasting.tbsCertificate.toDER()).toEqual(plain.tbsCertificate.toDER());
    expect([lasting.equals(plain), lasting.equals(stranger)]).toEqual([true, false]);
    expect([lasting.verify(), lasting.verify(lasting), lasting.verify(plain)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([lasting.verify(stranger), stranger.verify(lasting)]).toEqual([false, false]);
  }
});

it("a copy of it can be changed, and stays without effect on it", () => {
  const lasting = lastingCertificate(rootOf(mini));
  const before = lasting.root.toDER().toString("hex");
  const copy = lasting.clone();
  copy.extensions.splice(0, 1);
  expect(copy.root.toDER().toString("hex")).not.toBe(before);
  expect(lasting.root.toDER().toString("hex")).toBe(before);
});

it("one that a bundle brings is kept, is no trusted one, and makes room for others", () => {
  const trusted = lastingCertificate(rootOf(mini));
  const carried = carriedCertificate(rootOf(mini));
  expect(carriedCertificate(rootOf(mini))).toBe(carried);
  expect(carried).not.toBe(trusted);
  const changed = (index: number) => {
    const der = rootOf(other);
    // Its signature's last bytes.
    createHash("sha256")
      .update(String(index))
      .digest()
      .copy(der, der.length - 8, 0, 8);
    return der;
  };
  for (let index = 0; index < 8; index += 1) {
    expect(carriedCertificate(changed(index)).verify(trusted)).toBe(false);
  }
  expect(carriedCertificate(rootOf(mini))).not.toBe(carried);
});

it("what is no certificate throws every time", () => {
  for (let time = 0; time < 2; time += 1)
    expect(() => carriedCertificate(Buffer.from("no certificate"))).toThrow();
});
