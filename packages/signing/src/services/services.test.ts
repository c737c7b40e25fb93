import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseSigningConfig } from "@assay/sigstore/sign";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { planFromConfig } from "./config-plan.ts";
import { requireConsent } from "./consent.ts";
import { signingHosts } from "./hosts.ts";
import { isPublicGood, PUBLIC_GOOD, planFromInputs } from "./plan.ts";

afterAll(cleanUp);

const NOW = new Date("2026-06-01T00:00:00Z");
const NONE = { fulcioUrl: undefined, rekorUrls: [], rekorVersion: 1, tsaUrl: undefined } as const;

describe("plan", () => {
  it("is the public instance only where nothing is named", () => {
    expect(planFromInputs(NONE, false).certificateAuthority).toBe(PUBLIC_GOOD.fulcio);
    const priv = planFromInputs(
      { ...NONE, fulcioUrl: "https://ca.test", tsaUrl: "https://t.test/x" },
      false,
    );
    expect(priv).toEqual({
      certificateAuthority: "https://ca.test",
      logs: [],
      timestampUrls: ["https://t.test/x"],
    });
  });

  it("of a key reaches for nothing by itself", () => {
    expect(planFromInputs(NONE, true)).toEqual({
      certificateAuthority: undefined,
      logs: [],
      timestampUrls: [],
    });
  });
});

const config = (change: object = {}) =>
  Buffer.from(
    JSON.stringify({
      mediaType: "application/vnd.dev.sigstore.signingconfig.v0.2+json",
      caUrls: [
        { url: "https://ca.test", majorApiVersion: 1, validFor: { start: "2026-01-01T00:00:00Z" } },
      ],
      rekorTlogUrls: [{ url: "http://log.test:81", majorApiVersion: 2, operator: "o" }],
      rekorTlogConfig: { selector: "ANY" },
      tsaUrls: [{ url: "https://tsa.test/api", majorApiVersion: 1 }],
      tsaConfig: { selector: "EXACT", count: 1 },
      ...change,
    }),
  );

describe("signing config", () => {
  it("gives the plan, also from within a client trust config", () => {
    const plan = planFromConfig(parseSigningConfig(config(), "sc"), false, NOW);
    expect(plan).toEqual({
      certificateAuthority: "https://ca.test",
      logs: [{ url: "http://log.test:81", version: 2 }],
      timestampUrls: ["https://tsa.test/api"],
    });
    const wrapped = JSON.stringify({
      mediaType: "application/vnd.dev.sigstore.clienttrustconfig.v0.1+json",
      signingConfig: JSON.parse(config().toString()),
    });
    expect(planFromConfig(parseSigningConfig(Buffer.from(wrapped), "tc"), false, NOW)).toEqual(
      plan,
    );
  });

  it("may name no log, as cosign writes it", () => {
    const parsed = parseSigningConfig(config({ rekorTlogUrls: [], rekorTlogConfig: {} }), "sc");
    expect(planFromConfig(parsed, false, NOW).logs).toEqual([]);
  });

  it("without a certificate authority serves a key only", () => {
    const parsed = parseSigningConfig(config({ caUrls: [] }), "sc");
    expect(planFromConfig(parsed, true, NOW).certificateAuthority).toBeUndefined();
    expect(() => planFromConfig(parsed, false, NOW)).toThrow(/0 usable certificate authority/);
  });
});

describe("hosts", () => {
  const base = {
    ...NONE,
    hasKey: false,
    signingConfig: undefined,
    folder: ".",
    tokenRequestUrl: undefined,
  };

  it("are those of the services and of the token service", () => {
    const hosts = signingHosts({ ...base, tokenRequestUrl: "https://tokens.test/x?y=1" });
    expect(hosts).toEqual([
      "fulcio.sigstore.dev",
      "rekor.sigstore.dev",
      "timestamp.sigstore.dev",
      "tokens.test",
    ]);
  });

  it("of a key without a log are none", () => {
    expect(signingHosts({ ...base, hasKey: true, tokenRequestUrl: "https://tokens.test" })).toEqual(
      [],
    );
  });

  it("come from the signing config, with http spelt out", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "sc.json"), config());
    const hosts = signingHosts({ ...base, signingConfig: "sc.json", folder });
    expect(hosts).toEqual(["ca.test", "http://log.test:81", "tsa.test"]);
    expect(signingHosts({ ...base, signingConfig: "gone.json", folder })).toEqual([]);
  });
});

describe("consent", () => {
  const publicPlan = planFromInputs(NONE, false);
  const event = (repository: object) => ({ name: "push", payload: { repository } });

  it.each([
    ["an unknown repository", null, undefined],
    ["a private one", event({ private: true }), undefined],
    ["an internal one", event({ private: true, visibility: "internal" }), undefined],
    ["one whose token says private, whatever the event says", event({ private: false }), "private"],
  ])("is needed for %s", (_name, trigger, visibility) => {
    expect(() => requireConsent(publicPlan, trigger, visibility, false)).toThrow(/public log/);
    expect(() => requireConsent(publicPlan, trigger, visibility, true)).not.toThrow();
  });

  it("is not needed for a public repository or a private instance", () => {
    requireConsent(publicPlan, event({ visibility: "public" }), undefined, false);
    requireConsent(publicPlan, event({ private: false }), undefined, false);
    requireConsent(publicPlan, null, "public", false);
    const own = planFromInputs(
      { ...NONE, fulcioUrl: "https://ca.test", tsaUrl: "https://t.test" },
      false,
    );
    requireConsent(own, null, undefined, false);
  });

  it("knows Sigstore's hosts from those that look like them", () => {
    expect(isPublicGood("https://log2025-1.rekor.sigstore.dev")).toBe(true);
    expect(isPublicGood("https://evilsigstore.dev")).toBe(false);
  });
});
