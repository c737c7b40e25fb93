import { describe, expect, it } from "vitest";
import { proxyFor } from "./proxy.ts";

const url = new URL("https://api.example.org/x");
const proxied = (environment: Record<string, string>, target = url) =>
  proxyFor(target, environment)?.href;

describe("proxyFor", () => {
  it("takes the scheme's proxy, lower case first, else ALL_PROXY", () => {
    expect(proxied({})).toBeUndefined();
    expect(proxied({ HTTPS_PROXY: "p:1", https_proxy: "http://q:2" })).toBe("http://q:2/");
    expect(proxied({ HTTP_PROXY: "p:1" })).toBeUndefined();
    expect(proxied({ ALL_PROXY: "p:1" })).toBe("http://p:1/");
  });

  it.each([
    "*",
    "api.example.org",
    "example.org",
    ".example.org",
    "*.example.org",
    "a, example.org:443",
  ])("honours NO_PROXY %s", (list) =>
    expect(proxied({ HTTPS_PROXY: "p:1", NO_PROXY: list })).toBeUndefined(),
  );

  it.each(["example.org:80", "ample.org", "x.api.example.org", ""])("is not exempt by %s", (list) =>
    expect(proxied({ HTTPS_PROXY: "p:1", NO_PROXY: list })).toBe("http://p:1/"),
  );

  it("never sends loopback through it", () => {
    for (const host of ["localhost", "127.0.0.1:9", "[::1]:9"])
      expect(proxied({ ALL_PROXY: "p:1" }, new URL(`http://${host}/`))).toBeUndefined();
  });

  it("does not tell a malformed value, which may hold a password", () => {
    const wrong = () => proxied({ HTTPS_PROXY: ["socks5://me", "hunter2@p"].join(":") });
    expect(wrong).toThrow("HTTPS_PROXY is no http:// or https:// address of a proxy");
  });
});
