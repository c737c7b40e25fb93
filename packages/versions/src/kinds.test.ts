import { expect, test } from "vitest";
import { isPrerelease, updateTypeOf } from "./kinds.ts";
import type { OrderName } from "./orders.ts";

test.each<[OrderName, string, string]>([
  ["semver", "1.0.0-rc.1 v2.0.0-0.20240101000000-abc", "1.0.0 1.0.0+a-b latest"],
  ["pub", "1.0.0-dev+1", "1.0.0+1-2"],
  ["pep440", "1.0a1 1.0.dev1 1.0RC1", "1.0 1.0.post1 1.0+rc1 rc"],
  [
    "maven",
    "1.0-SNAPSHOT 1.0.Alpha1 1.0-m2 1.0b1 1.0-rc",
    "1.0 1.0.Final 1.0-jre 1.0-sp1 1.0-camel",
  ],
  ["nuget", "1.0-Beta", "1.0.0.1"],
  ["rubygems", "1.0.rc1 1-1", "1.0"],
  ["packagist", "1.0-beta1 1.0RC2 1.x-dev", "1.0 1.0-p1 1.0+rc1"],
  ["cran", "", "1.0-1"],
  ["dpkg", "1.0~rc1-1 1:2~a", "1.0-1~deb12u1 1.0"],
  ["apk", "1.0_rc1-r0", "1.0_p1 1.0_git1"],
  ["rpm", "1.0~rc1-1", "1.0-1~x 1.0"],
])("%s: what comes before a release says so", (order, yes, no) => {
  const found = (list: string) => list.split(" ").filter((text) => isPrerelease(order, text));
  expect(found(yes).join(" ")).toBe(yes);
  expect(found(no)).toEqual([]);
});

test.each<[OrderName, string, string, string]>([
  ["semver", "1.2.3", "2.0.0", "major"],
  ["semver", "v1.2.3", "1.3.0", "minor"],
  ["semver", "1.2.3", "1.2.10", "patch"],
  ["semver", "1.2.3", "1.2.3.1", "patch"],
  ["semver", "1.0.0-rc.1", "1.0.0", "other"],
  ["semver", "2.0.0", "1.0.0", "other"],
  ["semver", "1.0.0", "1.0.0", "other"],
  ["semver", "main", "1.0.0", "other"],
  ["semver", "1", "1.0.1", "patch"],
  ["pep440", "1.9", "1!0.1", "major"],
  ["cran", "1.2-3", "1.2-4", "patch"],
  ["dpkg", "1.2-1", "1.2-2", "other"],
  ["dpkg", "1.2-1", "1:1.0-1", "major"],
])("%s: from %s to %s is %s", (order, from, to, type) => {
  expect(updateTypeOf(order, from, to)).toBe(type);
});
