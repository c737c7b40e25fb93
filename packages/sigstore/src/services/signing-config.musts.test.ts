import { describe, expect } from "vitest";
import { must } from "../test/must.ts";
import { selectServices } from "./select.ts";
import { parseSigningConfig, type Selection, type Service } from "./signing-config.ts";

/* `SigningConfig`, `Service` and `ServiceConfiguration` of protobuf-specs (sigstore_trustroot.proto), version 0.2. */

const NOW = new Date("2026-06-01T00:00:00Z");
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const service = (url: string, change: Partial<Service> = {}): Service => ({
  url,
  majorApiVersion: 1,
  start: day("2026-01-01"),
  end: undefined,
  operator: url,
  ...change,
});
const one: Selection = { selector: "EXACT", count: 1 };
const any: Selection = { selector: "ANY", count: 1 };
const all: Selection = { selector: "ALL", count: 0 };
const exact = (count: number): Selection => ({ selector: "EXACT", count });
const pick = (
  services: readonly Service[],
  selection: Selection = any,
  supported: readonly number[] = [1, 2],
) => selectServices(services, supported, selection, NOW, "log").map(({ url }) => url);

const config = (change: object = {}) =>
  parseSigningConfig(
    Buffer.from(
      JSON.stringify({
        mediaType: "application/vnd.dev.sigstore.signingconfig.v0.2+json",
        rekorTlogUrls: [{ url: "https://log.test", majorApiVersion: 2, operator: "o.test" }],
        rekorTlogConfig: { selector: "ANY" },
        ...change,
      }),
    ),
    "sc",
  );

describe("selecting services", () => {
  must("ca_urls: one with the highest API version that the client knows", {
    kept() {
      const services = [service("a"), service("b", { majorApiVersion: 2 }), service("c")];
      expect(pick(services, one)).toEqual(["b"]);
      expect(pick(services, one, [1])).toEqual(["a"]);
    },
    broken() {
      expect(() => pick([service("a", { majorApiVersion: 3 })], one)).toThrow(
        /has 0 usable log services; 1 needed/,
      );
      // 0 is what has not been released yet.
      expect(() => pick([service("a", { majorApiVersion: 0 })], one)).toThrow(/0 usable/);
    },
  });

  must("ca_urls and oidc_urls: within its validity", {
    kept() {
      expect(pick([service("a", { end: day("2026-07-01") })], one)).toEqual(["a"]);
      expect(pick([service("a", { start: undefined })], one)).toEqual(["a"]);
    },
    broken() {
      const later = service("later", { start: day("2026-06-02") });
      const over = service("over", { end: day("2026-05-31") });
      expect(() => pick([later, over], one)).toThrow(/has 0 usable/);
    },
  });

  must("Service.valid_for: both ends are inclusive", {
    kept() {
      expect(pick([service("now", { start: NOW, end: NOW })])).toEqual(["now"]);
    },
    broken() {
      const start = new Date(NOW.getTime() + 1);
      const end = new Date(NOW.getTime() - 1);
      expect(() => pick([service("a", { start }), service("b", { end })])).toThrow(/0 usable/);
    },
  });

  must("ca_urls and oidc_urls: the one with the newest start, and one alone", {
    kept() {
      const services = [
        service("old"),
        service("new", { start: day("2026-05-01") }),
        service("none", { start: undefined }),
      ];
      expect(pick(services, one)).toEqual(["new"]);
    },
    broken() {
      // A newer one that is not valid yet, or of a lower version, is not taken for its date.
      const services = [
        service("a", { majorApiVersion: 2 }),
        service("b", { start: day("2026-05-01") }),
        service("c", { majorApiVersion: 2, start: day("2026-06-02") }),
      ];
      expect(pick(services, one)).toEqual(["a"]);
    },
  });

  must("Service.valid_for: several may be valid at once", {
    kept() {
      expect(pick([service("a"), service("b")], all)).toEqual(["a", "b"]);
    },
    broken() {
      expect(pick([service("a"), service("b")], any)).toEqual(["a"]);
    },
  });

  must("rekor_tlog_urls and tsa_urls: at most one of an operator", {
    kept() {
      const services = [
        service("a", { operator: "x.test" }),
        service("b", { operator: "x.test", start: day("2026-02-01") }),
        service("c", { operator: "y.test" }),
      ];
      expect(pick(services, all)).toEqual(["b", "c"]);
      expect(pick(services, exact(2))).toEqual(["b", "c"]);
    },
    broken() {
      const two = [service("a", { operator: "x.test" }), service("b", { operator: "x.test" })];
      expect(() => pick(two, exact(2))).toThrow(/has 1 usable log services; 2 needed/);
    },
  });

  must("rekor_tlog_urls and tsa_urls: of the highest API version only", {
    kept() {
      const services = [
        service("a", { majorApiVersion: 2 }),
        service("b", { majorApiVersion: 1 }),
        service("c", { majorApiVersion: 2 }),
      ];
      expect(pick(services, all)).toEqual(["a", "c"]);
    },
    broken() {
      const services = [service("a", { majorApiVersion: 2 }), service("b"), service("c")];
      expect(() => pick(services, exact(2))).toThrow(/has 1 usable log services; 2 needed/);
    },
  });

  must("rekor_tlog_config and tsa_config: as many as the selector says", {
    kept() {
      const services = [service("a"), service("b"), service("c")];
      expect(pick(services, any)).toHaveLength(1);
      expect(pick(services, exact(2))).toHaveLength(2);
      expect(pick(services, all)).toHaveLength(3);
    },
    broken() {
      expect(() => pick([], any)).toThrow(/0 usable log services; 1 needed/);
      expect(() => pick([], all)).toThrow(/0 usable log services; 1 needed/);
    },
  });

  must("ServiceConfiguration.count: an error where there are not enough", {
    kept() {
      expect(pick([service("a"), service("b")], exact(2))).toEqual(["a", "b"]);
    },
    broken() {
      expect(() => pick([service("a"), service("b")], exact(3))).toThrow(
        /has 2 usable log services; 3 needed/,
      );
    },
  });
});

describe("reading", () => {
  must("media_type: that of version 0.2", {
    kept() {
      expect(config().logs).toHaveLength(1);
    },
    broken() {
      for (const version of ["v0.1", "v0.3", "v0.2+x"])
        expect(() =>
          config({ mediaType: `application/vnd.dev.sigstore.signingconfig.${version}+json` }),
        ).toThrow(/mediaType is/);
    },
  });

  must("ServiceConfiguration.count: more than 0 with EXACT", {
    kept() {
      expect(config({ rekorTlogConfig: { selector: "EXACT", count: 2 } }).logSelection).toEqual({
        selector: "EXACT",
        count: 2,
      });
    },
    broken() {
      for (const count of [0, undefined])
        expect(() => config({ rekorTlogConfig: { selector: "EXACT", count } })).toThrow(
          /is EXACT with count 0/,
        );
      expect(() => config({ rekorTlogConfig: { selector: "SERVICE_SELECTOR_UNDEFINED" } })).toThrow(
        /is SERVICE_SELECTOR_UNDEFINED/,
      );
    },
  });

  must("Service.url: with scheme and authority, perhaps with a path", {
    kept() {
      const urls = ["https://a.test", "http://127.0.0.1:3000", "https://a.test/b/c"];
      const rekorTlogUrls = urls.map((url) => ({ url, majorApiVersion: 1 }));
      expect(config({ rekorTlogUrls }).logs.map(({ url }) => url)).toEqual(urls);
    },
    broken() {
      for (const url of ["a.test", "//a.test", "https://", "ftp://a.test", "/a"])
        expect(() => config({ rekorTlogUrls: [{ url, majorApiVersion: 1 }] })).toThrow(
          /url is no http\(s\) URL/,
        );
    },
  });

  must("ClientTrustConfig: trusted root and signing config are both there", {
    kept() {
      const mediaType = "application/vnd.dev.sigstore.clienttrustconfig.v0.1+json";
      const signingConfig = {
        mediaType: "application/vnd.dev.sigstore.signingconfig.v0.2+json",
      };
      const bytes = Buffer.from(JSON.stringify({ mediaType, signingConfig, trustedRoot: {} }));
      expect(parseSigningConfig(bytes, "tc").logs).toEqual([]);
    },
    broken() {
      const mediaType = "application/vnd.dev.sigstore.clienttrustconfig.v0.1+json";
      const bytes = Buffer.from(JSON.stringify({ mediaType, trustedRoot: {} }));
      expect(() => parseSigningConfig(bytes, "tc")).toThrow(/signingConfig is no object/);
    },
  });
});
