import { describe, expect, it } from "vitest";
import { selectServices } from "./select.ts";
import { parseSigningConfig, type Service } from "./signing-config.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const service = (url: string, change: Partial<Service> = {}): Service => ({
  url,
  majorApiVersion: 1,
  start: new Date("2026-01-01T00:00:00Z"),
  end: undefined,
  operator: url,
  ...change,
});
const any = { selector: "ANY", count: 1 } as const;
const pick = (
  services: readonly Service[],
  selection: Parameters<typeof selectServices>[2] = any,
) => selectServices(services, [1, 2], selection, NOW, "log").map(({ url }) => url);

describe("selection", () => {
  it("takes the highest supported version, then the newest", () => {
    const newer = { start: new Date("2026-05-01T00:00:00Z") };
    expect(pick([service("a"), service("b", newer)])).toEqual(["b"]);
    expect(pick([service("a", newer), service("b", { majorApiVersion: 2 })])).toEqual(["b"]);
    expect(pick([service("a"), service("c", { majorApiVersion: 3 })])).toEqual(["a"]);
  });

  it("counts both ends of the validity in, and nothing outside", () => {
    const bounds = [service("now", { start: NOW, end: NOW })];
    expect(pick(bounds)).toEqual(["now"]);
    const later = service("later", { start: new Date(NOW.getTime() + 1) });
    const over = service("over", { end: new Date(NOW.getTime() - 1) });
    expect(() => pick([later, over])).toThrow(/0 usable log services/);
  });

  it("takes one per operator, all, an exact number or none", () => {
    const three = [service("a", { operator: "x" }), service("b", { operator: "x" }), service("c")];
    expect(pick(three, { selector: "ALL", count: 0 })).toEqual(["a", "c"]);
    expect(pick(three, { selector: "EXACT", count: 2 })).toEqual(["a", "c"]);
    expect(() => pick(three, { selector: "EXACT", count: 3 })).toThrow(/has 2 usable/);
    expect(() => pick([], { selector: "ALL", count: 0 })).toThrow(/has 0 usable/);
    expect(selectServices(three, [1], undefined, NOW, "log")).toEqual([]);
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

describe("a signing config", () => {
  it("may name no log, as cosign writes it", () => {
    const parsed = parseSigningConfig(config({ rekorTlogUrls: [], rekorTlogConfig: {} }), "sc");
    expect(parsed.logSelection).toBeUndefined();
  });

  it.each([
    [
      "an undefined selector",
      { tsaConfig: { selector: "SERVICE_SELECTOR_UNDEFINED" } },
      /selector/,
    ],
    ["a count of zero", { tsaConfig: { selector: "EXACT" } }, /count 0/],
    ["another version", { mediaType: "x" }, /mediaType/],
    ["an unknown field", { extra: 1 }, /extra is no known field/],
    ["a broken URL", { caUrls: [{ url: "ftp://x", majorApiVersion: 1 }] }, /no http/],
  ])("is refused with %s", (_name, change, message) => {
    expect(() => parseSigningConfig(config(change), "sc")).toThrow(message);
  });
});
