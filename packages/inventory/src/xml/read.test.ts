import { expect, test } from "vitest";
import { readXml, type XmlElement } from "./read.ts";

/** `name(key=value)[children]"text"`. */
function shape({ name, attributes, children, text }: XmlElement): string {
  const keys = [...attributes].map(([key, value]) => `${key}=${value}`).join(",");
  return `${name}(${keys})[${children.map(shape).join(" ")}]"${text.trim()}"`;
}

test("elements, attributes, text, comments and entities", () => {
  const text = `\uFEFF<?xml version="1.0"?>
<!-- <no/> -->
<a x='1 &lt; 2' y = "&#65;&#x42;">one<b/>&amp;<c:d z="'"><![CDATA[<raw> &amp;]]></c:d >
</a>
`.replace("\uFEFF", "");
  expect(shape(readXml("f", text))).toBe('a(x=1 < 2,y=AB)[b()[]"" c:d(z=\')[]"<raw> &amp;"]"one&"');
});

test("lines are those of the start tags", () => {
  const root = readXml("f", "<a>\n\n  <b\n x='1'/>\n<c/></a>");
  expect(root.children.map(({ line }) => line)).toEqual([3, 5]);
});

test.each([
  ["<a>", "its end is missing"],
  ["", "its end is missing"],
  ["<a></b>", "it closes no element"],
  ["<a/><b/>", "a second root element"],
  ["x<a/>", "text outside the root element"],
  ["<a x=1/>", "it is no element"],
  ["<a x='1' x='2'/>", "an attribute stands there twice"],
  ["<a>\0</a>", "a character that is none of XML"],
  ["<a>&#xD800;</a>", "is no entity that is known"],
  ["<a>&#x1;</a>", "is no entity that is known"],
  ["<a>&made-up;</a>", "is no entity that is known"],
  ["<a>&other;</a>", "is no entity that is known"],
  ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "it has a document type"],
  ["<a><!-- </a>", "there is no -->"],
  ["<a>".repeat(200), "nested deeper than 128"],
])("what is not read: %s", (text, why) => {
  expect(() => readXml("some.xml", text)).toThrow(why);
  expect(() => readXml("some.xml", text)).toThrow("some.xml is no XML that is read (line 1");
});

test("long files of one kind of piece are read in one pass", () => {
  const many = 200_000;
  expect(readXml("f", `<a>${"<b/>".repeat(many)}</a>`).children).toHaveLength(many);
  expect(() => readXml("f", `<a ${" ".repeat(many)}`)).toThrow("it is no element");
  expect(() => readXml("f", "<".repeat(many))).toThrow("it is no element");
});

test("the lines of XML are counted once, in one long line too", () => {
  const packages = '<package id="a" version="1"/>'.repeat(200_000);
  const root = readXml("x", `<packages>\n${packages}\n<last/></packages>`);
  expect(root.children.at(0)?.line).toBe(2);
  expect(root.children.at(-1)).toMatchObject({ name: "last", line: 3 });
});
