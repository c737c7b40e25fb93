import { scopesFrom } from "@assay/inventory";
import fc from "fast-check";
import type { SbomComponent, SbomDocument } from "../model.ts";

const word = fc.constantFrom("a", "b", "core", "x-y", "ü", "a&b<c>", "two words");
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const hash = fc.constantFrom(
  { algorithm: "SHA-1", value: "ab".repeat(20) },
  { algorithm: "SHA-256", value: "cd".repeat(32) },
  { algorithm: "SHA-512", value: "ef".repeat(64) },
);
const organization = fc.record({
  name: fc.constantFrom("Acme", "S & Co"),
  urls: fc.constant([]),
  contacts: fc.constant([]),
});
const license = fc.record({
  acknowledgement: fc.constantFrom("declared" as const, "concluded" as const),
  statement: fc.constantFrom(
    { kind: "id" as const, id: "MIT" },
    { kind: "name" as const, name: "Our own" },
    { kind: "expression" as const, text: "MIT OR Apache-2.0", references: [] },
  ),
});
const reference = fc.oneof(
  fc.record({
    type: fc.constant("distribution"),
    url: fc.constantFrom("https://x.org/a.tgz", "https://x.org/b.tgz"),
    hashes: fc.uniqueArray(hash, { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constantFrom("vcs", "website"),
    url: fc.constant("https://x.org/git"),
    hashes: fc.constant([]),
  }),
);

const component = fc.record({
  type: fc.constantFrom("library", "application", "framework", "file"),
  group: optional(fc.constantFrom("@s", "org.x")),
  name: word,
  version: optional(fc.constantFrom("1.0.0", "2.0.0-rc.1")),
  description: optional(fc.constantFrom("Does it", "two\nlines")),
  hasPurl: fc.boolean(),
  cpe: optional(fc.constant("cpe:2.3:a:x:y:1:*:*:*:*:*:*:*")),
  supplier: optional(organization),
  manufacturer: optional(organization),
  authors: fc.constantFrom([], [{ name: "Ann" }], [{ name: "Ann", email: "ann@x.org" }]),
  copyright: optional(fc.constant("(c) X")),
  hashes: fc.uniqueArray(hash, { maxLength: 2 }),
  licenses: fc.uniqueArray(license, { maxLength: 2, selector: (each) => JSON.stringify(each) }),
  references: fc.uniqueArray(reference, { maxLength: 3, selector: ({ type, url }) => type + url }),
  properties: fc.constantFrom([], [["p", "v"] as const]),
  places: fc.constantFrom([], [{ path: "package-lock.json", line: 3 }]),
  dependencies: fc.constantFrom("complete" as const, "incomplete" as const, "unknown" as const),
  parent: optional(fc.nat(5)),
});

/** Documents with anything that the model can say, the subject among it. Parts stand in components before them. */
export const anyDocument: fc.Arbitrary<SbomDocument> = fc
  .record({
    given: fc.array(component, { maxLength: 6 }),
    edges: fc.array(
      fc.tuple(fc.nat(6), fc.nat(6), fc.constantFrom("runtime", "development", "optional")),
      { maxLength: 10 },
    ),
    hasSubject: fc.boolean(),
    notes: fc.uniqueArray(
      fc.tuple(optional(fc.nat(6)), fc.constantFrom("one is missing", "a & b")),
      {
        maxLength: 2,
        selector: (note) => note.join(),
      },
    ),
    completeness: fc.constantFrom("complete" as const, "incomplete" as const, "unknown" as const),
    created: fc.constant("2026-01-31T12:00:00Z"),
    lifecycles: fc.constantFrom([], ["pre-build"], ["build"]),
    tools: fc.constantFrom([], [{ name: "maker", version: "1.0" }]),
    authors: fc.constantFrom([], [{ name: "Ann", email: "ann@x.org" }]),
    manufacturer: optional(organization),
    supplier: optional(organization),
    licenses: fc.constantFrom([], [{ statement: { kind: "id" as const, id: "CC0-1.0" } }]),
  })
  .map(({ given, edges, hasSubject, notes, ...document }) => {
    const all = given.map(({ hasPurl, parent, ...each }, index): SbomComponent => {
      const ref = `c${index}`;
      const whole = parent !== undefined && parent < index && !(hasSubject && parent === 0);
      return {
        ref,
        ...defined(each),
        // The hashes of a package are those of its archive.
        hashes: each.references.find(({ type }) => type === "distribution")?.hashes ?? each.hashes,
        ...(hasPurl ? { purl: `pkg:npm/p${index}@1` } : {}),
        ...(whole ? { parent: `c${parent}` } : {}),
      };
    });
    const [first, ...rest] = all;
    const subject = hasSubject ? first : undefined;
    const pairs = new Map(
      edges
        .filter(([from, to]) => from !== to && Math.max(from, to) < all.length)
        .map(([from, to, kind]) => [
          `${from} ${to}`,
          { from: `c${from}`, to: `c${to}`, kind: kind as "runtime" },
        ]),
    );
    const links = [...pairs.values()].sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
    // As whoever makes a document does: by the ways that lead from the subject.
    const scopes = subject === undefined ? new Map() : scopesFrom([subject.ref], links);
    const scoped = rest.map((each) => defined({ ...each, scope: scopes.get(each.ref) }));
    return {
      ...defined(document),
      ...(subject === undefined ? {} : { subject }),
      components: subject === undefined ? all : scoped,
      edges: links,
      annotations: notes.map(([about, text]) =>
        about === undefined || about >= all.length ? { text } : { ref: `c${about}`, text },
      ),
      properties: [],
      identity: "test",
    };
  });

function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
