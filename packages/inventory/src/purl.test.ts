import { UsageError } from "@assay/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildPurl, parsePurl } from "./purl.ts";

describe("build", () => {
  test.each([
    [{ type: "npm", name: "a", version: "1.0.0" }, "pkg:npm/a@1.0.0"],
    [{ type: "npm", namespace: "@s", name: "b" }, "pkg:npm/%40s/b"],
    [{ type: "npm", name: "JSONStream", version: "1.0.0+x" }, "pkg:npm/JSONStream@1.0.0%2Bx"],
    [{ type: "GitHub", namespace: "Acme", name: "App", version: "ABC" }, "pkg:github/acme/app@ABC"],
    [{ type: "generic", name: "a b", subpath: "/x/./../y z/" }, "pkg:generic/a%20b#x/y%20z"],
    [
      { type: "deb", namespace: "debian", name: "attr", version: "1:2.4" },
      "pkg:deb/debian/attr@1:2.4",
    ],
    [{ type: "generic", name: "ü(!)*'~_-." }, "pkg:generic/%C3%BC%28%21%29%2A%27~_-."],
    [
      { type: "npm", name: "a", qualifiers: { vcs_url: "git+https://h/a@1", b: "2", empty: "" } },
      "pkg:npm/a?b=2&vcs_url=git%2Bhttps:%2F%2Fh%2Fa%401",
    ],
  ])("%j", (parts, text) => {
    expect(buildPurl(parts)).toBe(text);
  });

  test.each([
    { type: "", name: "a" },
    { type: "1a", name: "a" },
    { type: "npm", name: "" },
    { type: "npm", name: "a", qualifiers: { "1": "x" } },
  ])("%j is refused", (parts) => {
    expect(() => buildPurl(parts)).toThrow(UsageError);
  });
});

describe("parse", () => {
  test.each([
    ["pkg:npm/%40s/b@1.0.0", { type: "npm", namespace: "@s", name: "b", version: "1.0.0" }],
    ["pkg:npm/@s/b", { type: "npm", namespace: "@s", name: "b" }],
    ["PKG://NPM//a@1", { type: "npm", name: "a", version: "1" }],
    [
      "pkg:github/Acme/App#x/%2E%2E/y",
      { type: "github", namespace: "acme", name: "app", subpath: "x/y" },
    ],
    ["pkg:npm/a@1?B=2&c=", { type: "npm", name: "a", version: "1", qualifiers: { b: "2" } }],
  ])("%s", (text, parts) => {
    expect(parsePurl(text)).toEqual(parts);
  });

  test.each([
    "",
    "npm/a",
    "pkg:npm",
    "pkg:npm/",
    "pkg:/a",
    "pkg:npm/a%2Fb",
    "pkg:npm/%FF",
    "pkg:npm/a?x",
    "pkg:npm/a?x=1&x=2",
    "http:npm/a",
  ])("%j is refused", (text) => {
    expect(() => parsePurl(text)).toThrow(UsageError);
  });
});

const segment = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .filter((text) => !text.includes("/") && text.isWellFormed() && text !== "." && text !== "..");
const parts = fc.record(
  {
    type: fc.constantFrom("npm", "generic", "cargo", "x.y-z"),
    namespace: fc.array(segment, { minLength: 1, maxLength: 3 }).map((all) => all.join("/")),
    name: segment,
    version: fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text.isWellFormed()),
    qualifiers: fc.dictionary(
      fc.stringMatching(/^[a-z][a-z0-9._-]{0,8}$/),
      fc.string({ minLength: 1 }),
      { minKeys: 1, maxKeys: 4, noNullPrototype: true },
    ),
    subpath: fc.array(segment, { minLength: 1, maxLength: 3 }).map((all) => all.join("/")),
  },
  { requiredKeys: ["type", "name"], noNullPrototype: true },
);

test("parse gives back what build was given", () => {
  fc.assert(
    fc.property(parts, (given) => {
      expect(parsePurl(buildPurl(given))).toEqual(given);
    }),
  );
});

test("build after parse is the canonical text, and printable ASCII", () => {
  fc.assert(
    fc.property(parts, (given) => {
      const text = buildPurl(given);
      expect(buildPurl(parsePurl(text))).toBe(text);
      expect(text).toMatch(/^[!-~]+$/);
    }),
  );
});

test("any text is parsed or refused as the user's error", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `pkg:npm/${text}`),
      ),
      (text) => {
        try {
          parsePurl(text);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      },
    ),
  );
});
