import { UsageError } from "@assay/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildPurl, parsePurl } from "./index.ts";

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
    ["pkg:npm/a@1?b=2&c=", { type: "npm", name: "a", version: "1", qualifiers: { b: "2" } }],
    ["pkg:brew/node@20@20.1", { type: "brew", name: "node@20", version: "20.1" }],
    [
      "pkg:git/host.example/group/repo@v1",
      { type: "git", namespace: "host.example", name: "group/repo", version: "v1" },
    ],
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
    "pkg:npm/foo/@1",
    "pkg:npm/@1",
    "pkg:npm/foo@1/2",
    "pkg:npm/a?B=2",
    "pkg:npm/a?vcs_URL=x",
    "http:npm/a",
  ])("%j is refused", (text) => {
    expect(() => parsePurl(text)).toThrow(UsageError);
  });
});

describe("rules of types", () => {
  test.each([
    ["pkg:pypi/Zope_Interface@1.0RC1", "pkg:pypi/zope-interface@1.0rc1"],
    ["pkg:pub/Flutter-Lints@1", "pkg:pub/flutter_lints@1"],
    ["pkg:hackage/3d_Graphics", "pkg:hackage/3d-Graphics"],
    ["pkg:oci/Debian@sha256:AB", "pkg:oci/debian@sha256:ab"],
    ["pkg:composer/Laravel/Framework", "pkg:composer/laravel/framework"],
    ["pkg:rpm/Fedora/Curl", "pkg:rpm/fedora/Curl"],
    ["pkg:huggingface/Google/Bert@ABC", "pkg:huggingface/Google/Bert@abc"],
    ["pkg:vscode-extension/RedHat/Java@1.0-B", "pkg:vscode-extension/redhat/java@1.0-b"],
    ["pkg:otp/ASN1#Src/A.erl", "pkg:otp/asn1#src/a.erl"],
    [
      "pkg:mlflow/Fraud?repository_url=https://x.databricks.com",
      "pkg:mlflow/fraud?repository_url=https:%2F%2Fx.databricks.com",
    ],
    [
      "pkg:mlflow/Fraud?repository_url=https://x.azureml.ms",
      "pkg:mlflow/Fraud?repository_url=https:%2F%2Fx.azureml.ms",
    ],
    [
      "pkg:golang/github.com/Masterminds/semver/v3@v3.2.0-RC.1",
      "pkg:golang/github.com/masterminds/semver/v3@v3.2.0-RC.1",
    ],
    [
      "pkg:golang/gotest.tools@v2.2.0+incompatible",
      "pkg:golang/gotest.tools@v2.2.0%2Bincompatible",
    ],
    ["pkg:made-up/A/B@C", "pkg:made-up/A/B@C"],
  ])("%s is written %s", (text, canonical) => {
    expect(buildPurl(parsePurl(text))).toBe(canonical);
  });

  test.each([
    "pkg:cargo/ns/serde@1",
    "pkg:nuget/a/b",
    "pkg:swift/Alamofire@5",
    "pkg:maven/junit@4",
    "pkg:github/assay",
    "pkg:julia/Dates@1",
    "pkg:swid/Fedora@29",
    "pkg:cpan/URI::PackageURL",
    "pkg:chrome-extension/dogs",
    `pkg:chrome-extension/${"a".repeat(32)}@1.2.3-beta`,
  ])("%s is refused, built too", (text) => {
    expect(() => parsePurl(text)).toThrow(UsageError);
    expect(() => buildPurl({ type: "cargo", namespace: "ns", name: "serde" })).toThrow(
      "the namespace must be absent for the type cargo",
    );
  });
});

const segment = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .filter((text) => !text.includes("/") && text.isWellFormed() && text !== "." && text !== "..");
const parts = fc.record(
  {
    type: fc.constantFrom("npm", "generic", "conan", "x.y-z"),
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
