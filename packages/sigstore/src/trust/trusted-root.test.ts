import { type Change, changed, flip, type Path } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SignedSamples, signedSamples } from "../test/signed-samples.ts";

let samples: SignedSamples;

beforeAll(async () => {
  samples = await signedSamples();
});
afterAll(async () => {
  await samples.mini.close();
});

const authorities = (name: string) => JSON.parse(samples.mini.trustedRoot)[name][0].certChain;

describe.each(["v1", "v2"])("a bundle with a %s log entry", (name) => {
  const bundle = () => samples.bundle(name);

  it.each<[string, Path, Change, RegExp]>([
    ["no CA", ["certificateAuthorities"], () => [], /untrusted-certificate/],
    [
      "a CA of later",
      ["certificateAuthorities", 0, "validFor", "start"],
      () => "2190-01-01T00:00:00Z",
      /untrusted-certificate/,
    ],
    [
      "a CA of earlier",
      ["certificateAuthorities", 0, "validFor", "end"],
      () => "2001-01-01T00:00:00Z",
      /untrusted-certificate/,
    ],
    [
      "another CA",
      ["certificateAuthorities", 0, "certChain"],
      () => authorities("timestampAuthorities"),
      /untrusted-certificate/,
    ],
    ["no logs", ["tlogs"], () => [], /log-entry-invalid/],
    [
      "logs of earlier",
      ["tlogs"],
      (v: never[]) =>
        v.map((log) =>
          changed(log, ["publicKey", "validFor", "end"], () => "2025-12-01T00:00:00Z"),
        ),
      /log-entry-invalid/,
    ],
    [
      "logs of another host",
      ["tlogs"],
      (v: never[]) => v.map((log) => changed(log, ["baseUrl"], () => "https://x.rekor2.mini.test")),
      /log-entry-invalid/,
    ],
    ["no certificate log", ["ctlogs", 0, "logId", "keyId"], flip, /untrusted-certificate/],
    ["no timestamp authority", ["timestampAuthorities"], () => [], /untrusted-timestamp/],
    [
      "a CA for timestamps",
      ["timestampAuthorities", 0, "certChain"],
      () => authorities("certificateAuthorities"),
      /untrusted-timestamp/,
    ],
  ])("is refused under a trusted root with %s", async (_what, path, change, rule) => {
    const trusted = changed(JSON.parse(samples.mini.trustedRoot), path, change);
    expect(await samples.codeOf(name, bundle(), trusted)).toMatch(rule);
  });

  it("finds the timestamp's signer in the token when the root holds only its CA", async () => {
    const trusted = changed(
      JSON.parse(samples.mini.trustedRoot),
      ["timestampAuthorities", 0, "certChain", "certificates"],
      (certificates: unknown[]) => certificates.slice(1),
    );
    expect(await samples.codeOf(name, bundle(), trusted)).toBe("verified");
  });
});
