import { expect, test } from "vitest";
import { decodeLockfile } from "./lockfile-text.ts";

const latin1 = (text: string) => new Uint8Array([...text].map((char) => char.charCodeAt(0)));

test("XML is read in the encoding that it declares, and nothing else is guessed", () => {
  const text = '<?xml version="1.0" encoding="ISO-8859-1"?><a>J\u00f8rgen</a>';
  expect(decodeLockfile("pom.xml", latin1(text))).toBe(text);
  expect(decodeLockfile("pom.xml", new TextEncoder().encode(text))).toBe(text);
  for (const other of [
    "<a>J\u00f8rgen</a>",
    '<?xml encoding="ISO-8859-99"?>\u00f8',
    "\"encoding='ISO-8859-1'\" \u00f8",
  ])
    expect(() => decodeLockfile("pom.xml", latin1(other))).toThrow("pom.xml is not UTF-8 text");
});
