import { describe, expect, test } from "vitest";
import { cycloneDxDocument } from "./cyclonedx/document.ts";
import { cycloneDxXmlDocument } from "./cyclonedx/xml.ts";
import type { SbomDocument } from "./model.ts";
import { spdxDocument } from "./spdx/document.ts";
import { spdxTagValueDocument } from "./spdx/tag-value.ts";
import { spdx3Document } from "./spdx3/document.ts";
import { documentOf, EVERYTHING, lockfile, ORIGIN } from "./test/documents.ts";

const text = (write: (document: SbomDocument) => Uint8Array, document: SbomDocument) =>
  new TextDecoder().decode(write(document));

describe.each([
  ["CycloneDX", cycloneDxDocument, "serialNumber"],
  ["SPDX", spdxDocument, "documentNamespace"],
  ["CycloneDX XML", cycloneDxXmlDocument, /serialNumber="([^"]*)"/],
  ["SPDX as tags and values", spdxTagValueDocument, /DocumentNamespace: (.*)/],
  ["SPDX 3", spdx3Document, /"(https:\/\/spdx\.org\/spdxdocs\/[^"#]*)#/],
])("%s", (_, write, idField) => {
  const idOf = (document: SbomDocument): unknown =>
    typeof idField === "string"
      ? JSON.parse(text(write, document))[idField]
      : idField.exec(text(write, document))?.[1];

  test("the same files give the same bytes, in whatever order they come", async () => {
    const other = { ...EVERYTHING, "web/package-lock.json": lockfile({ "": { name: "web" } }) };
    const turned = Object.fromEntries(Object.entries(other).reverse());
    expect(text(write, await documentOf(turned))).toBe(text(write, await documentOf(other)));
  });

  test("content, repository, commit and folder each change the id", async () => {
    const ids = await Promise.all([
      documentOf(EVERYTHING),
      documentOf(EVERYTHING, { origin: ORIGIN }),
      documentOf(EVERYTHING, { origin: { ...ORIGIN, revision: "f".repeat(40) } }),
      documentOf(EVERYTHING, { origin: { ...ORIGIN, folder: "sub" } }),
      documentOf({ "package-lock.json": lockfile({ "": { name: "a" } }) }),
      documentOf({ "package-lock.json": lockfile({ "": { name: "b" } }) }),
    ]);
    expect(new Set(ids.map(idOf)).size).toBe(ids.length);
  });

  test("two empty projects of two repositories have different ids", async () => {
    const empty = { "package-lock.json": lockfile({ "": { name: "same" } }) };
    const gitlab = { serverUrl: "https://gitlab.example", repository: "a/a" };
    const one = await documentOf(empty, { origin: gitlab });
    const two = await documentOf(empty, { origin: { ...gitlab, repository: "a/b" } });
    expect(idOf(one)).not.toBe(idOf(two));
  });
});
