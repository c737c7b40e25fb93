import { VERSION } from "@assay/core";
import { describe, expect, test } from "vitest";
import { readXml, type XmlElement } from "../../../inventory/src/xml/read.ts";
import {
  bigLockfile,
  documentOf,
  EVERYTHING,
  HOSTILE,
  lockfile,
  ORIGIN,
} from "../test/documents.ts";
import { libraryXml } from "../test/library-xml.ts";
import { cycloneDxDocument } from "./document.ts";
import { cycloneDxXmlDocument } from "./xml.ts";

async function xmlOf(...args: Parameters<typeof documentOf>): Promise<string> {
  return new TextDecoder().decode(cycloneDxXmlDocument(await documentOf(...args)));
}

describe("the XML document", () => {
  test("says the same as the JSON one, under the same serial number", async () => {
    const document = await documentOf(
      {
        "package-lock.json": lockfile({
          "": { name: "app", dependencies: { a: "1" } },
          "node_modules/a": { version: "1.0.0", license: "MIT", dependencies: { gone: "1" } },
        }),
      },
      { origin: ORIGIN },
    );
    const { serialNumber } = JSON.parse(new TextDecoder().decode(cycloneDxDocument(document)));
    const text = new TextDecoder().decode(cycloneDxXmlDocument(document));
    expect(text.replace(/ *<tools>[\s\S]*?<\/tools>\n/, "")).toBe(expected(serialNumber));
  });

  test.each([
    ["one of everything", EVERYTHING, {}],
    ["with a repository", EVERYTHING, { origin: ORIGIN }],
    ["several lockfiles", { ...EVERYTHING, "web/package-lock.json": lockfile({ "": {} }) }, {}],
    ["500 packages", { "package-lock.json": bigLockfile(500) }, {}],
  ])(
    "has the elements that the CycloneDX library writes, in its order: %s",
    async (_, files, options) => {
      const document = await documentOf(files, options);
      const root = readXml(
        "sbom.cdx.xml",
        new TextDecoder().decode(cycloneDxXmlDocument(document)),
      );
      const serialNumber = root.attributes.get("serialNumber") ?? "";
      expect(linesOf(root)).toEqual(libraryXml(document, serialNumber));
    },
  );

  test("hostile texts stay texts", async () => {
    const text = await xmlOf(HOSTILE);
    expect(text).toContain("&lt;/license&gt;\ufffd\ufffd[31m&amp;amp;");
    expect([...text].filter((character) => character < " " && character !== "\n")).toEqual([]);
    expect(text.match(/<license /g)?.length).toBe(text.match(/<\/license>/g)?.length);
  });

  test("the same files give the same bytes", async () => {
    expect(await xmlOf(EVERYTHING)).toBe(await xmlOf(EVERYTHING));
  });
});

/** Without what the library does not model. */
function linesOf({ name, attributes, children, text }: XmlElement): readonly string[] {
  if (["evidence", "compositions", "annotations"].includes(name)) return [];
  const start = [name, ...[...attributes].map(([key, value]) => `${key}="${value}"`)].join(" ");
  if (children.length === 0) return [`${start}: ${text}`];
  return [`${start}: `, ...children.flatMap(linesOf)];
}

const APP = `pkg:github/acme/app@${ORIGIN.revision}`;
const expected = (serialNumber: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1" serialNumber="${serialNumber}">
  <metadata>
    <timestamp>2026-01-31T12:00:00.000Z</timestamp>
    <lifecycles>
      <lifecycle>
        <phase>pre-build</phase>
      </lifecycle>
    </lifecycles>
    <component type="application" bom-ref="${APP}">
      <supplier>
        <name>acme</name>
        <url>https://github.com/acme</url>
      </supplier>
      <name>app</name>
      <purl>${APP}</purl>
      <externalReferences>
        <reference type="vcs">
          <url>https://github.com/acme/app</url>
        </reference>
      </externalReferences>
      <evidence>
        <occurrences>
          <occurrence>
            <location>package-lock.json</location>
            <line>4</line>
          </occurrence>
        </occurrences>
      </evidence>
    </component>
    <supplier>
      <name>acme</name>
      <url>https://github.com/acme</url>
    </supplier>
    <properties>
      <property name="assay:scope">all</property>
      <property name="cdx:reproducible">true</property>
    </properties>
  </metadata>
  <components>
    <component type="library" bom-ref="pkg:npm/a@1.0.0">
      <name>a</name>
      <version>1.0.0</version>
      <scope>required</scope>
      <licenses>
        <license acknowledgement="declared">
          <id>MIT</id>
        </license>
      </licenses>
      <purl>pkg:npm/a@1.0.0</purl>
      <properties>
        <property name="cdx:npm:package:path">node_modules/a</property>
      </properties>
      <evidence>
        <occurrences>
          <occurrence>
            <location>package-lock.json</location>
            <line>10</line>
          </occurrence>
        </occurrences>
      </evidence>
    </component>
  </components>
  <dependencies>
    <dependency ref="${APP}">
      <dependency ref="pkg:npm/a@1.0.0"/>
    </dependency>
    <dependency ref="pkg:npm/a@1.0.0"/>
  </dependencies>
  <compositions>
    <composition>
      <aggregate>incomplete</aggregate>
    </composition>
    <composition>
      <aggregate>complete</aggregate>
      <dependencies>
        <dependency ref="${APP}"/>
      </dependencies>
    </composition>
    <composition>
      <aggregate>incomplete</aggregate>
      <dependencies>
        <dependency ref="pkg:npm/a@1.0.0"/>
      </dependencies>
    </composition>
  </compositions>
  <annotations>
    <annotation>
      <subjects>
        <subject ref="pkg:npm/a@1.0.0"/>
      </subjects>
      <annotator>
        <component type="application">
          <name>assay</name>
          <version>${VERSION}</version>
        </component>
      </annotator>
      <timestamp>2026-01-31T12:00:00.000Z</timestamp>
      <text>node_modules/a in package-lock.json: its dependency gone is not in the lockfile.</text>
    </annotation>
  </annotations>
</bom>
`;
