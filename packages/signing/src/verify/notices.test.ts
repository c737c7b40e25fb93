import { generateKeyPairSync } from "node:crypto";
import { publicKeyFrom } from "@assay/sigstore/keys";
import { describe, expect, it } from "vitest";
import { attestationNotices, rootNotices } from "./notices.ts";

const EMPTY = {
  logs: [],
  certificateLogs: [],
  certificateAuthorities: [],
  timestampAuthorities: [],
};

describe("what a person should know", () => {
  it("is what the trusted root did not ask for", () => {
    const signer = { kind: "certificate", root: EMPTY, identity: undefined } as const;
    expect(rootNotices(signer)).toEqual([
      "The trusted root names no transparency log: none was asked for.",
      "The trusted root names no certificate log: none was asked for.",
    ]);
    const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    expect(rootNotices({ kind: "key", key: publicKeyFrom(publicKey), root: EMPTY })).toEqual([]);
  });

  it("is that a statement was signed and not judged", () => {
    expect(attestationNotices(["b", "a", "b"])).toEqual([
      "1 file is vouched for by attestations of type a: what those say was not judged, only who said it.",
      "2 files are vouched for by attestations of type b: what those say was not judged, only who said it.",
    ]);
    expect(attestationNotices([])).toEqual([]);
  });
});
