import { fuzzRuns } from "@assay/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SbomComponent } from "../model.ts";
import { documentWith, packageOf } from "../test/model.ts";
import { compareDocuments } from "./compare.ts";

type Given = Partial<SbomComponent> & { readonly name: string };

/** What is said of each package: `upgraded a 1.0.0 > 2.0.0`. */
function changes(before: readonly Given[], after: readonly Given[]): readonly string[] {
  const document = (given: readonly Given[]) => documentWith({ components: given.map(packageOf) });
  return compareDocuments(document(before), document(after)).map(
    ({ kinds, before: one, after: other }) => {
      const versions = [one, other].map((each) =>
        each === undefined ? "-" : (each.version ?? "?"),
      );
      return `${kinds.join("+")} ${(other ?? one)?.name} ${versions.join(" > ")}`;
    },
  );
}

const sha = (value: string) => [{ algorithm: "SHA-512", value: value.repeat(128).slice(0, 128) }];
const mit = [{ statement: { kind: "id", id: "MIT" } }] as const;

test("a package is added, removed, upgraded or downgraded", () => {
  expect(
    changes(
      [
        { name: "gone", version: "1.0.0" },
        { name: "up", version: "1.9.0" },
        { name: "down", version: "2.0.0" },
      ],
      [
        { name: "new", version: "1.0.0" },
        { name: "up", version: "1.10.0" },
        { name: "down", version: "2.0.0-rc.1" },
      ],
    ),
  ).toEqual([
    "downgraded down 2.0.0 > 2.0.0-rc.1",
    "removed gone 1.0.0 > -",
    "added new - > 1.0.0",
    "upgraded up 1.9.0 > 1.10.0",
  ]);
});

test("where no order is known the version is changed", () => {
  const purl = (version: string) => `pkg:alpm/arch/bash@${version}`;
  expect(
    changes(
      [{ name: "bash", version: "5.2-1", purl: purl("5.2-1") }],
      [{ name: "bash", version: "5.2-2", purl: purl("5.2-2") }],
    ),
  ).toEqual(["changed bash 5.2-1 > 5.2-2"]);
});

describe("several versions of one package", () => {
  test("equal ones stay, the rest is paired from the latest down", () => {
    const of = (...versions: string[]) => versions.map((version) => ({ name: "a", version }));
    expect(changes(of("1.0.0", "2.0.0"), of("1.0.0", "3.0.0"))).toEqual([
      "upgraded a 2.0.0 > 3.0.0",
    ]);
    expect(changes(of("1.0.0"), of("1.0.0", "2.0.0"))).toEqual(["added a - > 2.0.0"]);
    expect(changes(of("1.0.0", "2.0.0"), of("3.0.0"))).toEqual([
      "removed a 1.0.0 > -",
      "upgraded a 2.0.0 > 3.0.0",
    ]);
  });

  test("several that move on side by side are paired with the nearest", () => {
    const of = (...versions: string[]) => versions.map((version) => ({ name: "a", version }));
    const before = of("1.1.13", "1.1.14", "2.0.3", "4.0.0", "5.0.5", "5.1.0");
    expect(changes(before, of("1.1.18", "2.1.4", "5.0.9", "5.1.2", "6.0.0"))).toEqual([
      "removed a 1.1.13 > -",
      "upgraded a 1.1.14 > 1.1.18",
      "upgraded a 2.0.3 > 2.1.4",
      "upgraded a 5.0.5 > 5.0.9",
      "upgraded a 5.1.0 > 5.1.2",
      "upgraded a 4.0.0 > 6.0.0",
    ]);
  });

  test("an entry more of a version that is there says nothing", () => {
    const twice = [
      { name: "a", version: "1.0.0", ref: "a|1", hashes: sha("1") },
      { name: "a", version: "1.0.0", ref: "a|2", hashes: sha("1") },
    ];
    expect(changes(twice, twice.slice(0, 1))).toEqual([]);
    expect(changes(twice.slice(0, 1), twice)).toEqual([]);
  });

  test("an entry more with another hash is a changed hash", () => {
    const one = { name: "a", version: "1.0.0", ref: "a|1", hashes: sha("1") };
    const other = { ...one, ref: "a|2", hashes: sha("2") };
    expect(changes([one], [one, other])).toEqual(["hash a 1.0.0 > 1.0.0"]);
  });
});

describe("hashes of the same version", () => {
  const a = { name: "a", version: "1.0.0" };
  const at = (url: string, value: string) => ({
    ...a,
    references: [{ type: "distribution", url, hashes: sha(value) }],
  });

  test("another hash of the package, or of a file with the same URL, is a change", () => {
    expect(changes([{ ...a, hashes: sha("1") }], [{ ...a, hashes: sha("2") }])).toEqual([
      "hash a 1.0.0 > 1.0.0",
    ]);
    expect(changes([at("https://x/a.tgz", "1")], [at("https://x/a.tgz", "2")])).toEqual([
      "hash a 1.0.0 > 1.0.0",
    ]);
  });

  test("a hash that only one of them has, and one in capitals, is none", () => {
    expect(changes([a], [{ ...a, hashes: sha("1") }])).toEqual([]);
    expect(changes([{ ...a, hashes: sha("a") }], [{ ...a, hashes: sha("A") }])).toEqual([]);
    expect(
      changes(
        [{ ...a, hashes: [{ algorithm: "SHA-1", value: "00" }] }],
        [{ ...a, hashes: sha("1") }],
      ),
    ).toEqual([]);
    expect(changes([at("https://x/a.tgz", "1")], [at("https://y/a.tgz", "2")])).toEqual([
      "source a 1.0.0 > 1.0.0",
    ]);
  });

  test("one more hash is another archive's, one less is none", () => {
    const both = [...sha("1"), ...sha("2")];
    expect(changes([{ ...a, hashes: sha("1") }], [{ ...a, hashes: both }])).toEqual([
      "hash a 1.0.0 > 1.0.0",
    ]);
    expect(changes([{ ...a, hashes: both }], [{ ...a, hashes: sha("1") }])).toEqual([]);
    const base64 = (value: string) => ({ ...a, hashes: [{ algorithm: "SHA-512", value }] });
    expect(changes([base64("aGFzaA==")], [base64("AGfZAa==")])).toEqual(["hash a 1.0.0 > 1.0.0"]);
  });

  test("a weaker hash, and none where there was one, are said", () => {
    const weak = { ...a, hashes: [{ algorithm: "SHA-1", value: "00" }] };
    expect(changes([{ ...a, hashes: sha("1") }], [weak])).toEqual(["weaker a 1.0.0 > 1.0.0"]);
    expect(changes([weak], [a])).toEqual(["weaker a 1.0.0 > 1.0.0"]);
    expect(changes([weak], [{ ...a, version: "1.0.1" }])).toEqual(["upgraded a 1.0.0 > 1.0.1"]);
  });

  test("the same version from another place is said, an own copy of it beside the old one too", () => {
    const of = (purl: string, ref = purl) => ({ ...a, ref, purl });
    const own = of("pkg:npm/a@1.0.0");
    const other = of("pkg:npm/a@1.0.0?download_url=https://evil.example/a.tgz");
    expect(changes([own], [other])).toEqual(["source a 1.0.0 > 1.0.0"]);
    expect(changes([own], [own, other])).toEqual(["source a 1.0.0 > 1.0.0"]);
    const git = (commit: string) => ({
      ...a,
      references: [{ type: "vcs", url: `git+https://x.org/a#${commit}`, hashes: [] }],
    });
    expect(changes([git("1")], [git("2")])).toEqual(["source a 1.0.0 > 1.0.0"]);
  });
});

test("licence and scope are compared beside the version", () => {
  const a = { name: "a", version: "1.0.0", licenses: mit, scope: "runtime" } as const;
  const gpl = [{ statement: { kind: "id", id: "GPL-3.0-only" } }] as const;
  expect(changes([a], [{ ...a, version: "1.0.1", licenses: gpl, scope: "development" }])).toEqual([
    "upgraded+license+scope a 1.0.0 > 1.0.1",
  ]);
  expect(changes([a], [{ ...a, licenses: [] }])).toEqual(["license a 1.0.0 > 1.0.0"]);
});

test("a licence in other words is the same", () => {
  const written = (text: string): Given => ({
    name: "a",
    licenses: [{ statement: { kind: "expression", text, references: [] } }],
  });
  expect(changes([written("MIT OR Apache-2.0")], [written("(Apache-2.0 OR mit)")])).toEqual([]);
  expect(changes([{ name: "a", licenses: mit }], [written("MIT")])).toEqual([]);
  expect(
    changes(
      [{ name: "a", licenses: mit }],
      [{ name: "a", licenses: [...mit, { ...mit[0], acknowledgement: "concluded" }] }],
    ),
  ).toEqual([]);
});

test("a scope that only one of them tells is no change", () => {
  expect(changes([{ name: "a", scope: "runtime" }], [{ name: "a", scope: undefined }])).toEqual([]);
});

test("a package without a purl is found by its name, and two purls are two packages", () => {
  expect(
    changes([{ name: "a", version: "1", purl: undefined }], [{ name: "a", version: "2" }]),
  ).toEqual(["upgraded a 1 > 2"]);
  expect(
    changes([{ name: "a", version: "1" }], [{ name: "a", version: "1", purl: "pkg:pypi/a@1" }]),
  ).toEqual(["removed a 1 > -", "added a - > 1"]);
});

test("groups tell namesakes apart, and so does the path of a member", () => {
  expect(
    changes(
      [{ name: "a", group: "@x", version: "1", purl: "pkg:npm/%40x/a@1" }],
      [{ name: "a", group: "@y", version: "1", purl: "pkg:npm/%40y/a@1" }],
    ),
  ).toEqual(["removed a 1 > -", "added a - > 1"]);
  const member = (path: string, commit: string) => ({
    name: path,
    version: "1",
    purl: `pkg:github/acme/app@${commit}#${path}`,
  });
  expect(
    changes([member("p", "aaa"), member("q", "aaa")], [member("q", "bbb"), member("p", "bbb")]),
  ).toEqual([]);
});

const component = fc.record({
  name: fc.constantFrom("a", "b", "c"),
  version: fc.constantFrom("1.0.0", "1.10.0", "2.0.0-rc.1", "x"),
  purl: fc.constantFrom(undefined, "pkg:npm/a", "pkg:deb/debian/a", "no purl"),
  hashes: fc.constantFrom([], sha("1"), sha("2")),
  licenses: fc.constantFrom([], mit),
  scope: fc.constantFrom("runtime" as const, "development" as const),
});
const packages = fc
  .array(component, { maxLength: 8 })
  .map((list) => list.map((each, at) => packageOf({ ...each, ref: String(at) })));

test("equal documents have no change, whatever the order of their packages", () => {
  fc.assert(
    fc.property(packages, (components) => {
      expect(compareDocuments(documentWith({ components }), documentWith({ components }))).toEqual(
        [],
      );
    }),
    fuzzRuns(300),
  );
});

test("the way back has the same packages, and added is removed", () => {
  fc.assert(
    fc.property(packages, packages, (one, other) => {
      const [a, b] = [one, other].map((components) => documentWith({ components }));
      if (a === undefined || b === undefined) return;
      const count = (list: ReturnType<typeof compareDocuments>, kind: string) =>
        list.filter(({ kinds }) => kinds.some((each) => each === kind)).length;
      const [there, back] = [compareDocuments(a, b), compareDocuments(b, a)];
      for (const [kind, opposite] of [
        ["added", "removed"],
        ["upgraded", "downgraded"],
        ["changed", "changed"],
      ] as const) {
        expect([kind, count(there, kind)]).toEqual([kind, count(back, opposite)]);
      }
    }),
    fuzzRuns(300),
  );
});
