import { describe, expect, test } from "vitest";
import { compareVersions, isVersion } from "./compare.ts";
import type { OrderName } from "./orders.ts";
import { pair, seeded } from "./test/generated.ts";

/** By order: versions in rising order, and lists of equal ones, from the ecosystem's documentation. */
const TABLES: Readonly<Record<OrderName, { rising: string; equal: readonly string[] }>> = {
  // https://semver.org/#spec-item-11, https://go.dev/ref/mod#pseudo-versions
  semver: {
    rising:
      "0.0.0-20240101000000-aaaaaaaaaaaa 0.0.0 0.0.1 0.2.0 0.10.0 1.0.0-0 1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 1.0.1-0.20250101000000-bbbbbbbbbbbb 1.0.1 2.0.0 2.1.0 2.1.1 10.0.0 9007199254740992.0.0 9007199254740993.0.0",
    equal: ["1.0.0 v1.0.0 1 1.0 1.0.0.0 01.0 1.0.0+build", "2.0.0 v2.0.0+incompatible"],
  },
  // https://pub.dev/documentation/pub_semver/latest/pub_semver/Version/compareTo.html
  pub: {
    rising:
      "0.0.1 0.1.0-nullsafety.0 0.1.0 1.0.0-alpha 1.0.0-alpha.1 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0-rc.1+build.1 1.0.0 1.0.0+0.3.7 1.0.0+1 1.0.0+1.1 1.0.0+2 1.0.0+11 1.0.0+build 1.0.0+build.2 1.0.0+build.11 1.0.1 1.3.7+build 2.0.0-dev 2.0.0",
    equal: ["1.0.0+01 1.0.0+1", "1.0 1.0.0"],
  },
  // https://packaging.python.org/en/latest/specifications/version-specifiers/#summary-of-permitted-suffixes-and-relative-ordering
  pep440: {
    rising:
      "alpha-of-mine 2004d-foo 1.dev0 1.0.dev456 1.0a1 1.0a2.dev456 1.0a12.dev456 1.0a12 1.0b1.dev456 1.0b2 1.0b2.post345.dev456 1.0b2.post345 1.0rc1.dev456 1.0rc1 1.0 1.0+abc.5 1.0+abc.7 1.0+5 1.0.post456.dev34 1.0.post456 1.0.15 1.1.dev1 1!0.1 1!9007199254740992 1!9007199254740993",
    equal: [
      "1.0 1 1.0.0 v1.0 01.0",
      "1.0.post1 1.0-1 1.0-r1 1.0.rev1",
      "1.0a0 1.0alpha 1.0-a.0",
      "1.0rc1 1.0c1 1.0-PRE_1 1.0preview1",
      "1.0+Ubuntu.1 1.0+ubuntu-1",
    ],
  },
  // https://maven.apache.org/pom.html#version-order-specification
  maven: {
    rising:
      "1-alpha 1-alpha2 1-alpha-123 1-beta-2 1-beta123 1-m2 1-m11 1-rc 1-cr2 1-rc123 1-SNAPSHOT 1 1-sp 1-sp2 1-sp123 1-abc 1-def 1-pom-1 1-1-snapshot 1-1 1-2 1-123 1.1 1.10 9007199254740992 9007199254740993",
    equal: [
      "1 1.0 1.0.0 1-0 1.0-0 1-ga 1.ga 1-final 1.release 01",
      "1-rc1 1-cr1 1.rc1 1rc1 1.0.0-RC-1",
      "1-alpha1 1a1 1.0-a1",
      "1.0.0-foo.0.0 1-foo",
    ],
  },
  // https://learn.microsoft.com/nuget/concepts/package-versioning
  nuget: {
    rising:
      "0.9.9 1.0.0-alpha 1.0.0-alpha.1 1.0.0-ALPHA.2 1.0.0-alpha.beta 1.0.0-beta 1.0.0-open 1.0.0-rc.2 1.0.0-rc.10 1.0.0-RC1 1.0.0-rc2 1.0.0-zzz 1.0.0 1.0.0.1-a 1.0.0.1 1.0.1 1.1.0 2.0.0 10.0 9007199254740992.0 9007199254740993.0",
    equal: ["1.0 1.0.0 1.0.0.0 1.00 1.0.0+meta", "1.0.0-BETA 1.0.0-beta"],
  },
  // https://docs.ruby-lang.org/en/master/Gem/Version.html
  rubygems: {
    rising:
      "0.9 1.a 1.a.1 1.a2 1.a10 1.b1 1.beta 1.pre.1 1.rc1 1.rc2 1 1.0.1 1.1.a 1.1 1.8.2.b5 1.8.2 1.9 1.10.0.rc1 1.10 2.b 2 9007199254740992 9007199254740993",
    equal: ["1 1.0 1.0.0 1.00", "1.0.a 1.a 1.0.0.a.0", "1-1 1.pre.1", "1.a1 1.a.1"],
  },
  // https://getcomposer.org/doc/articles/versions.md
  packagist: {
    rising:
      "0.9 1.0.0-dev 1.0-alpha 1.0-alpha2 1.0-alpha10 1.0-beta 1.0.0beta2 1.0-RC1-dev 1.0-RC1 1.0-RC2 1.0 1.0-p1 1.0-patch2 1.0.0.1 1.0.1 1.2.x-dev 1.3 1.x-dev 2.0-dev 2.0 20100102",
    equal: [
      "1 1.0 1.0.0.0 v1.0 V1.0 1.0-stable 1.0+meta",
      "1.0-alpha1 1.0a1 1.0.0.alpha.1",
      "1.0-rc1 1.0RC1 1.0.0-RC.1",
      "1.x-dev 1.x.x-dev 1.*-dev",
    ],
  },
  // https://cran.r-project.org/doc/manuals/R-exts.html#The-DESCRIPTION-file
  cran: {
    rising:
      "0.1 0.1-1 0.1-1.1 0.1-2 0.1-10 0.2 0.10 0.10.0 0.10.0.9000 0.10.1 1 1.0 1.0-0 1.0-1 1.0.2 1.1 2.0 10.0 2024.1-9 2024.2 9007199254740992.0 9007199254740993.0",
    equal: ["1.0-1 1.0.1 1-0-1", "01.1 1.01"],
  },
  // https://pvp.haskell.org
  hackage: {
    rising:
      "0 0.0 0.0.0 0.0.1 0.1 0.2 0.10 1 1.0 1.0.0 1.0.0.0 1.0.0.1 1.0.1 1.1 1.2.3.4 1.2.3.10 2 10 20240101 9007199254740992 9007199254740993",
    equal: ["1.01 1.1", "1.00 01.0"],
  },
  // https://manpages.debian.org/deb-version
  dpkg: {
    rising:
      "0~~ 0~~a 0~ 0 0a 1.0~beta1~svn1245 1.0~beta1 1.0 1.0-0ubuntu1 1.0-1~deb12u1 1.0-1 1.0-1+b1 1.0-2 1.0-10 1.0a 1.0+b 1.2 1.10 2.0-1 1:0.4-1 2:0 9007199254740993:0",
    equal: ["1.0 0:1.0 1.0-0 1.00 01.0", "1:2-03 1:2-3"],
  },
  // https://wiki.alpinelinux.org/wiki/Package_policies, apk-package(5)
  apk: {
    rising:
      "0.9 1.0_alpha 1.0_alpha1 1.0_alpha2_pre 1.0_alpha2 1.0_beta 1.0_pre 1.0_rc1 1.0 1.0-r1 1.0-r10 1.0_cvs 1.0_svn 1.0_git20240101 1.0_hg 1.0_p1 1.0_p1-r1 1.0_p2 1.0a 1.0b 1.0.0 1.0.01 1.0.1 1.1 1.10 2 9007199254740992 9007199254740993",
    equal: ["1.2-r1 1.2-r01", "01.2 1.2"],
  },
  // https://rpm-software-management.github.io/rpm/man/rpm-version.7
  rpm: {
    rising:
      "0.9 1.0~~ 1.0~beta 1.0~rc1 1.0~rc2-1 1.0 1.0-0.1 1.0-1 1.0-1.el9 1.0-1.1 1.0-2 1.0-10 1.0^ 1.0^git1 1.0^git1.1 1.0^20240101 1.0a 1.0b 1.0.1 1.1 1.10 2 1:0.1 2:0 9007199254740993:0",
    equal: ["1.0 0:1.0 1_0 1.0. 01.00", "1.0a 1.0.a"],
  },
};
const NAMES = Object.keys(TABLES) as OrderName[];

describe.each(NAMES)("%s", (order) => {
  const sign = (a: string, b: string) => Math.sign(compareVersions(order, a, b) ?? Number.NaN);

  test("pairs of the ecosystem's documentation", () => {
    const rising = TABLES[order].rising.split(" ");
    const pairs = rising.flatMap((a, i) => rising.slice(i + 1).map((b) => [a, b] as const));
    expect(pairs.length).toBeGreaterThanOrEqual(150);
    const wrong = pairs.filter(([a, b]) => sign(a, b) !== -1 || sign(b, a) !== 1);
    expect(wrong).toEqual([]);
  });

  test("spellings of one version are equal", () => {
    for (const list of TABLES[order].equal) {
      const [first = "", ...others] = list.split(" ");
      expect(others.filter((other) => sign(first, other) !== 0)).toEqual([]);
    }
  });

  test("is reflexive, antisymmetric and transitive", () => {
    const random = seeded(order.length);
    const versions = [
      ...new Set(Array.from({ length: 60 }, () => pair(order, random)).flat()),
    ].filter((text) => isVersion(order, text));
    expect(versions.length).toBeGreaterThan(40);
    const sorted = versions.toSorted(sign);
    for (const [i, a] of sorted.entries())
      for (const [j, b] of sorted.entries()) {
        const result = sign(a, b);
        if (i === j) expect(result).toBe(0);
        // In a sorted list every pair stands as its order says: that is so only where the order is transitive.
        if (i < j && result > 0) expect([a, b, result]).toEqual([a, b, -1]);
        if (result !== 0 - sign(b, a)) expect([a, b]).toEqual([]);
      }
  });

  test("no text of any length is thrown at or taken for a version without reason", () => {
    const long = ["1", ".", "1.", "1a", "a.", "-", "1-", "~", "0", "1_p", "ä", "+", "_"].map(
      (part) => part.repeat(10_000),
    );
    for (const text of long)
      for (const each of [text, `1${text}`, `${text}!`])
        expect([undefined, -1, 0, 1]).toContain(compareVersions(order, each, `${each}1`));
    for (const none of ["", " ", "1 2", "1\n2", "1\u00002", "1".repeat(40_000)])
      expect(isVersion(order, none), JSON.stringify(none)).toBe(false);
  });
});

test.each<[OrderName, string]>([
  ["semver", "latest"],
  ["semver", "1.x"],
  ["semver", "1.0.0-"],
  ["semver", "1.0.0-a..b"],
  ["semver", "1.0.0+"],
  ["nuget", "1.2.3.4.5"],
  ["nuget", "١.0"],
  ["rubygems", "1.2-x86_64"],
  ["packagist", "dev-main"],
  ["packagist", "1.0-foo"],
  ["cran", "1.a"],
  ["hackage", "1.0-r1"],
  ["dpkg", "a:1"],
  ["dpkg", "1_0"],
  ["dpkg", ":1"],
  ["apk", "1.0-1"],
  ["apk", "1.0_foo"],
  ["apk", "1."],
])("%s: %s is no version, and is compared with none", (order, text) => {
  expect(isVersion(order, text)).toBe(false);
  expect(compareVersions(order, text, "1")).toBeUndefined();
  expect(compareVersions(order, "1", text)).toBeUndefined();
});

/** Rules of the orders that readers have got wrong. */
test.each<[string, OrderName, string]>([
  ["a fourth number is no pre-release", "semver", "1.2.3 1.2.3.4 1.2.4"],
  [
    "numbers of a pre-release are compared by value at any size",
    "semver",
    "1.0.0-9007199254740992 1.0.0-9007199254740993 1.0.0-a",
  ],
  [
    "a development release of no phase comes before all phases",
    "pep440",
    "1.0.dev9 1.0a1.dev1 1.0a1",
  ],
  ["legacy versions come before all of the scheme", "pep440", "zzz 0.dev0"],
  [
    "legacy versions: pre, preview and rc are c, dev is @",
    "pep440",
    "x-1-dev x-1-pre2 x-1-rc3 x-1",
  ],
  [
    ".qualifier is -qualifier, which comes before -number and .number",
    "maven",
    "1.rc 1.foo 1-1 1.1",
  ],
  ["ComparableVersion's circle is none", "maven", "1-0-rc 1-rc.2 1 1-sp 1.foo.2"],
  ["a word comes before a number, and - is .pre.", "rubygems", "1-0 1-1 1.rc 1"],
  ["zeros between words count", "rubygems", "1.a.b 1.a.0.b 1.a 1.a.0.0.1 1.a.0.1"],
  [
    "patch comes after the release, and dev before all",
    "packagist",
    "1.0-dev 1.0-a1 1.0 1.0-pl1 1.0.1",
  ],
  ["the longer of two that begin alike is later", "cran", "1.0 1.0.0"],
  ["~ comes before the end, letters before other characters", "dpkg", "1~ 1 1a 1+ 1."],
  ["a missing revision is 0", "dpkg", "1-0~ 1 1-0a"],
  ["later numbers with a zero before them are texts", "apk", "1.0 1.01 1.1 1.2 1.10"],
  ["~ before the end, ^ after it, letters before digits", "rpm", "1~a 1 1^a 1a 1.1"],
  ["without a release comes before any release", "rpm", "1 1-0 1-1"],
])("%s (%s)", (_, order, list) => {
  const rising = list.split(" ");
  for (const [at, version] of rising.slice(1).entries())
    expect([rising[at], version, compareVersions(order, rising[at] ?? "", version)]).toEqual([
      rising[at],
      version,
      -1,
    ]);
});
