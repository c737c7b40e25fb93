import { describe, expect, it } from "vitest";
import { selectServices } from "./select.ts";
import { parseSigningConfig } from "./signing-config.ts";

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

describe("a signing config", () => {
  it("that names no log or authority asks for none", () => {
    const parsed = parseSigningConfig(config({ tsaConfig: undefined }), "sc");
    const { timestampAuthorities, timestampSelection } = parsed;
    expect(selectServices(timestampAuthorities, [1], timestampSelection, new Date(), "t")).toEqual(
      [],
    );
  });

  it("may name no log, as cosign writes it", () => {
    const parsed = parseSigningConfig(config({ rekorTlogUrls: [], rekorTlogConfig: {} }), "sc");
    expect(parsed.logSelection).toBeUndefined();
  });

  it.each([
    ["an unknown field", { extra: 1 }, /extra is no known field/],
    [
      "an instant that is none",
      { tsaUrls: [{ url: "https://x.test", majorApiVersion: 1, validFor: { start: "soon" } }] },
      /start is no instant/,
    ],
  ])("is refused with %s", (_name, change, message) => {
    expect(() => parseSigningConfig(config(change), "sc")).toThrow(message);
  });
});
