import { expect, it } from "vitest";
import { parseChecksums } from "./checksums.ts";

const A = "a".repeat(64);
const subject = (fields: object) => ({
  name: "a.tgz",
  kind: "file",
  digest: `sha256:${A}`,
  ...fields,
});
const list = (...subjects: unknown[]) => JSON.stringify({ version: 1, subjects });
const read = (text: string) =>
  parseChecksums(text, "LIST").map(({ name, digests }) => [
    name,
    digests.get("sha256")?.toString("hex"),
  ]);

it("is read where a list of checksums is, files and images, and nothing of an empty one", () => {
  expect(read(list(subject({}), subject({ name: "ghcr.io/o/x\\y", kind: "oci" })))).toEqual([
    ["a.tgz", A],
    ["ghcr.io/o/x\\y", A],
  ]);
  expect(read(`\uFEFF\n${list()}`)).toEqual([]);
});

it.each([
  ["no JSON", "{", /LIST begins like JSON and is none/],
  ["another version", '{"version":2,"subjects":[]}', /LIST is no list of version 1/],
  ["no subjects", '{"version":1}', /LIST is no list of version 1/],
  ["no object", list(subject({}), null), /LIST has a subject 2 without/],
  ["no name", list(subject({ name: "" })), /subject 1 without a name/],
  ["another kind", list(subject({ kind: "deb" })), /subject 1 without/],
  ["another algorithm", list(subject({ digest: `sha512:${A}` })), /subject 1 without/],
  [
    "digits in upper case",
    list(subject({ digest: `sha256:${"A".repeat(64)}` })),
    /subject 1 without/,
  ],
  ["two kinds", list(subject({}), subject({ kind: "oci" })), /gives a\.tgz two kinds/],
  [
    "two digests",
    list(subject({}), subject({ digest: `sha256:${"b".repeat(64)}` })),
    /another digest/,
  ],
  ["a way out", list(subject({ name: "../a" })), /leads out of the folder/],
  ["a line break", list(subject({ name: "a\nb" })), /line break/],
])("is refused with %s", (_, text, message) => {
  expect(() => read(text)).toThrow(message);
});
