import { describe, expect, test } from "vitest";
import { normalName, repositoryName } from "./names.ts";
import { type QuerySubject, queryOf } from "./query-of.ts";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const subject = (purl: string, more: Partial<QuerySubject> = {}): QuerySubject => ({
  purl,
  name: "x",
  ecosystem: "x",
  ...more,
});

describe("§3.1: how advisories name a package", () => {
  test.each([
    ["pkg:npm/%40scope/name@1.0.0", "npm", "@scope/name", "1.0.0"],
    ["pkg:npm/JSONStream@1.0.0", "npm", "JSONStream", "1.0.0"],
    ["pkg:pypi/zope.interface@5.0", "PyPI", "zope-interface", "5.0"],
    ["pkg:golang/golang.org/x/net@v0.1.0", "Go", "golang.org/x/net", "v0.1.0"],
    ["pkg:golang/stdlib@go1.21.3", "Go", "stdlib", "1.21.3"],
    ["pkg:golang/toolchain@go1.21.3", "Go", "toolchain", "1.21.3"],
    ["pkg:cargo/tokio@1.0.0", "crates.io", "tokio", "1.0.0"],
    ["pkg:maven/org.example/lib@1.0", "Maven", "org.example:lib", "1.0"],
    ["pkg:nuget/Newtonsoft.Json@13.0.1", "NuGet", "newtonsoft.json", "13.0.1"],
    ["pkg:gem/rack@2.0.9.1", "RubyGems", "rack", "2.0.9.1"],
    ["pkg:composer/Symfony/HTTP@v6.0.0", "Packagist", "symfony/http", "v6.0.0"],
    ["pkg:pub/http@1.0.0", "Pub", "http", "1.0.0"],
    ["pkg:hex/phoenix@1.7.0", "Hex", "phoenix", "1.7.0"],
    [
      "pkg:swift/github.com/Apple/swift-nio@2.0.0",
      "SwiftURL",
      "github.com/apple/swift-nio",
      "2.0.0",
    ],
    ["pkg:cran/foo@1.0-1", "CRAN", "foo", "1.0-1"],
    ["pkg:hackage/aeson@2.0", "Hackage", "aeson", "2.0"],
    ["pkg:conan/zlib@1.2.13", "ConanCenter", "zlib", "1.2.13"],
    ["pkg:vscode-extension/pub/ext@1.0.0", "VSCode", "pub.ext", "1.0.0"],
  ])("%s", (purl, ecosystem, name, version) =>
    expect(queryOf(subject(purl))).toEqual({ ecosystem, name, version }),
  );

  test("a Go module keeps its capitals, which its purl has not", () =>
    expect(
      queryOf(
        subject("pkg:golang/github.com/burntsushi/toml@v1.0.0", {
          name: "github.com/BurntSushi/toml",
        }),
      ),
    ).toEqual({ ecosystem: "Go", name: "github.com/BurntSushi/toml", version: "v1.0.0" }));

  test("no version", () =>
    expect(queryOf(subject("pkg:npm/a"))).toEqual({ ecosystem: "npm", name: "a" }));

  test.each([
    "pkg:docker/alpine@3",
    "pkg:cocoapods/AFNetworking@4",
    "pkg:generic/x@1",
    "no purl",
    "",
  ])("OSV has no ecosystem for %j", (purl) => expect(queryOf(subject(purl))).toBeUndefined());
});

describe("GitHub Actions", () => {
  test("an action in a folder is its repository's", () =>
    expect(queryOf(subject("pkg:githubactions/GitHub/CodeQL-Action@v3.28.1#init"))).toEqual({
      ecosystem: "GitHub Actions",
      name: "github/codeql-action",
      version: "v3.28.1",
    }));

  test("a pin has the version of its comment", () =>
    expect(
      queryOf(
        subject(`pkg:githubactions/o/r@${SHA}`, {
          version: SHA,
          flags: ["claimedVersion=v4.1.0"],
          artifacts: [{ url: `git+https://github.com/o/r@${SHA}` }],
        }),
      ),
    ).toEqual({
      ecosystem: "GitHub Actions",
      name: "o/r",
      version: "v4.1.0",
      claimed: true,
      repository: "github.com/o/r",
      commit: SHA,
    }));

  test("a pin without a comment has its commit alone", () =>
    expect(queryOf(subject(`pkg:githubactions/o/r@${SHA}`, { version: SHA }))?.version).toBe(SHA));

  test("a floating tag is less sure", () =>
    expect(queryOf(subject("pkg:githubactions/o/r@v4", { flags: ["unpinned"] }))).toEqual({
      ecosystem: "GitHub Actions",
      name: "o/r",
      version: "v4",
      claimed: true,
    }));
});

describe("packages of git", () => {
  test("of a registry's name, with the repository and commit", () =>
    expect(
      queryOf(
        subject("pkg:npm/a@1.0.0", {
          artifacts: [{ url: `git+ssh://git@github.com/Owner/A.git@${SHA}` }],
        }),
      ),
    ).toEqual({
      ecosystem: "npm",
      name: "a",
      version: "1.0.0",
      repository: "github.com/owner/a",
      commit: SHA,
    }));

  test.each([
    [`pkg:github/owner/lib@${SHA}`, { commit: SHA }],
    ["pkg:github/owner/lib@v1.0", { version: "v1.0" }],
    [`pkg:generic/lib?vcs_url=git%2Bhttps://github.com/owner/lib.git%40${SHA}`, { commit: SHA }],
  ])("of a repository alone: %s", (purl, more) =>
    expect(queryOf(subject(purl))).toEqual({
      ecosystem: "GIT",
      name: "github.com/owner/lib",
      repository: "github.com/owner/lib",
      ...more,
    }),
  );
});

describe("§3.1: packages of distributions by the name that advisories have, and by release", () => {
  test.each([
    [
      "pkg:deb/debian/libssl3@3.0.11-1?arch=amd64&distro=debian-12&upstream=openssl",
      "Debian:12",
      "openssl",
      "3.0.11-1",
    ],
    [
      "pkg:deb/debian/libc6@2.36-9?distro=debian-12.4&upstream=glibc%402.36-9%2Bdeb12u3",
      "Debian:12",
      "glibc",
      "2.36-9+deb12u3",
    ],
    ["pkg:deb/debian/curl@7.88.1-10?distro=bookworm", "Debian", "curl", "7.88.1-10"],
    ["pkg:deb/ubuntu/curl@7.81.0-1?distro=ubuntu-22.04", "Ubuntu:22.04:LTS", "curl", "7.81.0-1"],
    ["pkg:deb/ubuntu/curl@8.5.0-2?distro=ubuntu-23.10", "Ubuntu:23.10", "curl", "8.5.0-2"],
    [
      "pkg:apk/alpine/libcrypto3@3.1.4-r0?distro=alpine-3.18.4&upstream=openssl",
      "Alpine:v3.18",
      "openssl",
      "3.1.4-r0",
    ],
    ["pkg:apk/wolfi/curl@8.0.0-r0?distro=wolfi-20230201", "Wolfi", "curl", "8.0.0-r0"],
    [
      "pkg:rpm/almalinux/openssl-libs@3.0.7-16.el9?epoch=1&distro=almalinux-9.2&upstream=openssl-3.0.7-16.el9.src.rpm",
      "AlmaLinux:9",
      "openssl-libs",
      "1:3.0.7-16.el9",
    ],
    [
      "pkg:apk/alpine/curl@8.9.0-r0?distro=alpine-3.21_alpha20240807",
      "Alpine:v3.21",
      "curl",
      "8.9.0-r0",
    ],
    [
      "pkg:rpm/rocky/openssl-libs@3.0.7-16.el9?distro=rocky-9.2&upstream=openssl-3.0.7-16.el9.src.rpm",
      "Rocky Linux:9",
      "openssl",
      "3.0.7-16.el9",
    ],
    ["pkg:rpm/rocky/bash@5.1.8-6.el9?distro=rocky-9.2", "Rocky Linux:9", "bash", "5.1.8-6.el9"],
  ])("%s", (purl, ecosystem, name, version) =>
    expect(queryOf(subject(purl))).toEqual({ ecosystem, name, version }),
  );
});

test.each([
  ["PyPI", "A__b.-C", "a-b-c"],
  ["GitHub Actions", "Owner/Repo", "owner/repo"],
  ["NuGet", "Newtonsoft.Json", "newtonsoft.json"],
  ["SwiftURL", "https://github.com/Apple/swift-nio.git", "github.com/apple/swift-nio"],
  ["npm", "JSONStream", "JSONStream"],
  ["Go", "github.com/BurntSushi/toml", "github.com/BurntSushi/toml"],
  ["Debian:12", "curl", "curl"],
])("names of %s: %s is %s", (ecosystem, name, expected) =>
  expect(normalName(ecosystem, name)).toBe(expected),
);

test.each([
  "https://github.com/Owner/Repo.git",
  "http://github.com/owner/repo/",
  "git://github.com/owner/repo.git",
  "git+ssh://git@github.com/owner/repo",
  "git@github.com:owner/repo.git",
  "github.com/owner/repo",
  "https://www.github.com/owner/repo",
  "https://github.com./owner/repo",
  "https://user@github.com:443/owner/repo",
  "ssh://git@ssh.github.com:443/owner/repo.git",
  "https://github.com/%6fwner/repo",
])("spellings of one repository: %s", (url) =>
  expect(repositoryName(url)).toBe("github.com/owner/repo"),
);
