import type { Component, Inventory } from "@assay/inventory";
import { expect, test } from "vitest";
import { uncoveredFindings } from "./uncovered.ts";

const component = (ecosystem: string, name: string, purl?: string): Component => ({
  ...{ id: name, name, version: "1", kind: "library", ecosystem, firstParty: false },
  ...{ scope: "runtime", artifacts: [], aliases: [], flags: [] },
  ...(purl === undefined ? {} : { purl }),
  location: { path: "image/var/lib/dpkg/status" },
});

const inventory = (...components: Component[]): Inventory => ({
  graphs: [
    {
      ...{ path: "image/var/lib/dpkg/status", format: "dpkg", ecosystem: "deb", roots: [] },
      ...{ components, edges: [], edgeCompleteness: "unknown", covers: [], gaps: [] },
    },
  ],
  skipped: [],
});

const found = (...components: Component[]) =>
  uncoveredFindings(inventory(...components), new Date("2026-11-28T00:00:00Z")).map(
    ({ ruleId, severity, message }) => `${ruleId} ${severity} ${message}`,
  );

test("packages of a distribution without advisories are a finding for each distribution", () => {
  expect(
    found(
      component("deb", "a", "pkg:deb/foo/a@1?distro=foo-1"),
      component("deb", "b", "pkg:deb/foo/b@1?distro=foo-1"),
      component("rpm", "c", "pkg:rpm/fedora/c@1-1?distro=fedora-40"),
      component("deb", "d"),
    ),
  ).toEqual(
    [
      "2 packages of foo",
      "1 package of fedora",
      "1 package of a distribution that nothing names (deb)",
    ].map(
      (what) =>
        `image.no-advisories medium ${what}: no advisories are about them, so nothing is known of their vulnerabilities`,
    ),
  );
});

test("those that advisories can name, and those of languages, are none", () => {
  expect(
    found(
      component("deb", "a", "pkg:deb/debian/a@1?distro=debian-12"),
      component("apk", "b", "pkg:apk/alpine/b@1-r0?distro=alpine-3.20.1"),
      component("npm", "c"),
    ),
  ).toEqual([]);
});
