import { describe, expect, it } from "vitest";
import { checksumsText, parseChecksums } from "./checksums.ts";

const A = "a".repeat(64);
const B = "b".repeat(128);

const read = (text: string) =>
  parseChecksums(text, "SUMS").map(({ name, digests }) => [
    name,
    Object.fromEntries([...digests].map(([key, hash]) => [key, hash.toString("hex")])),
  ]);

describe("a list of checksums", () => {
  it.each([
    ["lines that end in LF", `${A}  a.tgz\n`],
    ["lines that end in CRLF", `${A}  a.tgz\r\n\r\n`],
    ["binary mode", `${A} *a.tgz`],
    ["upper case and a byte order mark", `\uFEFF${A.toUpperCase()}  ./a.tgz`],
    ["the form of BSD", `SHA256 (a.tgz) = ${A}`],
  ])("is read with %s", (_name, text) => {
    expect(read(text)).toEqual([["a.tgz", { sha256: A }]]);
  });

  it("joins digests of one name, and undoes escapes", () => {
    expect(read(`${A}  x y\n${B}  x y\n\\${A}  a\\\\b\n`)).toEqual([
      ["x y", { sha256: A, sha512: B }],
      ["a\\b", { sha256: A }],
    ]);
  });

  it.each([
    ["no name", `${A}\n`, /Line 1 of SUMS is no checksum with a name/],
    ["another length", `\n${A}0  a\n`, /Line 2 of SUMS is no checksum/],
    ["a way out", `${A}  ../a\n`, /leads out of the folder/],
    ["an absolute path", `${A}  /a\n`, /leads out of the folder/],
    ["a line break in a name", `\\${A}  a\\nb\n`, /line break/],
    [
      "two digests for a name",
      `${A}  a\n${"c".repeat(64)}  a\n`,
      /another digest than a line before/,
    ],
  ])("is refused with %s", (_name, text, message) => {
    expect(() => parseChecksums(text, "SUMS")).toThrow(message);
  });

  it("is written sorted and reads back", () => {
    const text = checksumsText([
      { name: "b", hex: A },
      { name: "a\\b", hex: A },
    ]);
    expect(text).toBe(`\\${A}  a\\\\b\n${A}  b\n`);
    expect(read(text).map(([name]) => name)).toEqual(["a\\b", "b"]);
  });
});
