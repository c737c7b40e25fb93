import { expect, test } from "vitest";
import { read, unreadIn } from "../test/read.ts";

const XML = `<?xml version="1.0"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.5" serialNumber="urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79" version="1">
  <metadata>
    <timestamp>2026-01-31T12:00:00Z</timestamp>
    <lifecycles><lifecycle><phase>build</phase></lifecycle></lifecycles>
    <tools><tool><vendor>V</vendor><name>t</name><version>1</version></tool></tools>
    <authors><author><name>Ann</name><email>ann@x.org</email></author></authors>
    <component type="application" bom-ref="app"><name>app</name></component>
    <supplier><name>S</name><url>https://s.org</url><contact><email>a@s.org</email></contact></supplier>
    <properties><property name="p">v &amp; w</property></properties>
  </metadata>
  <components>
    <component type="library" bom-ref="b">
      <name>b</name><version>2</version><scope>optional</scope>
      <hashes><hash alg="MD5">AB</hash></hashes>
      <licenses><license acknowledgement="declared"><name>Own</name><text content-type="text/plain">T</text></license></licenses>
      <purl>pkg:npm/b@2</purl>
      <pedigree><patches><patch type="unofficial"><diff><url>b.patch</url></diff></patch></patches></pedigree>
      <externalReferences>
        <reference type="distribution"><url>https://x/b.tgz</url><hashes><hash alg="MD5">cd</hash></hashes></reference>
      </externalReferences>
      <evidence><occurrences><occurrence><location>lock</location><line>3</line></occurrence></occurrences></evidence>
    </component>
    <component type="library" bom-ref="a"><name>a</name><licenses><expression>MIT OR ISC</expression></licenses></component>
  </components>
  <services><service><name>s</name></service></services>
  <dependencies>
    <dependency ref="app"><dependency ref="a"/><dependency ref="b"/></dependency>
    <dependency ref="a"/>
  </dependencies>
  <compositions>
    <composition><aggregate>complete</aggregate></composition>
    <composition><aggregate>complete</aggregate><dependencies><dependency ref="app"/></dependencies></composition>
  </compositions>
  <annotations>
    <annotation><subjects><subject ref="a"/></subjects><timestamp>2026-01-31T12:00:00Z</timestamp><text>note</text></annotation>
  </annotations>
</bom>`;

const JSON_TWIN = {
  bomFormat: "CycloneDX",
  specVersion: "1.5",
  serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
  version: 1,
  metadata: {
    timestamp: "2026-01-31T12:00:00Z",
    lifecycles: [{ phase: "build" }],
    tools: [{ vendor: "V", name: "t", version: "1" }],
    authors: [{ name: "Ann", email: "ann@x.org" }],
    component: { type: "application", "bom-ref": "app", name: "app" },
    supplier: { name: "S", url: ["https://s.org"], contact: [{ email: "a@s.org" }] },
    properties: [{ name: "p", value: "v & w" }],
  },
  components: [
    {
      type: "library",
      "bom-ref": "b",
      name: "b",
      version: "2",
      scope: "optional",
      hashes: [{ alg: "MD5", content: "AB" }],
      licenses: [{ license: { acknowledgement: "declared", name: "Own", text: { content: "T" } } }],
      purl: "pkg:npm/b@2",
      pedigree: { patches: [{ type: "unofficial", diff: { url: "b.patch" } }] },
      externalReferences: [
        { type: "distribution", url: "https://x/b.tgz", hashes: [{ alg: "MD5", content: "cd" }] },
      ],
      evidence: { occurrences: [{ location: "lock", line: 3 }] },
    },
    { type: "library", "bom-ref": "a", name: "a", licenses: [{ expression: "MIT OR ISC" }] },
  ],
  services: [{ name: "s" }],
  dependencies: [{ ref: "app", dependsOn: ["a", "b"] }, { ref: "a" }],
  compositions: [{ aggregate: "complete" }, { aggregate: "complete", dependencies: ["app"] }],
  annotations: [{ subjects: ["a"], timestamp: "2026-01-31T12:00:00Z", text: "note" }],
};

test("XML says the same as JSON", async () => {
  const [xml, json] = [await read(XML), await read(JSON_TWIN)];
  expect(xml.document).toEqual(json.document);
  expect(unreadIn(xml)).toEqual(unreadIn(json));
  expect(unreadIn(xml)).toEqual(["metadata.tools[].vendor ×1", "services[] ×1"]);
  expect(xml.document.components).toHaveLength(2);
});

test("a prefix of the namespace is read through", async () => {
  const prefixed = XML.replaceAll(/<(\/?)(\w)/g, "<$1b:$2").replace("xmlns=", "xmlns:b=");
  expect((await read(prefixed)).document).toEqual((await read(XML)).document);
});

test("what is not CycloneDX's is counted and passes for nothing", async () => {
  const result = await read(
    XML.replace(
      "<name>b</name>",
      '<name>b</name><x:name xmlns:x="urn:x">n</x:name><description xmlns="urn:y">d</description>',
    ).replace("<components>", '<components foo="1"><x:component xmlns:x="urn:x"/>'),
  );
  expect(result.document).toEqual((await read(XML)).document);
  expect(unreadIn(result)).toEqual([
    "<@foo> ×1",
    "<urn:y:description> ×1",
    "<x:component> ×1",
    "<x:name> ×1",
    "metadata.tools[].vendor ×1",
    "services[] ×1",
  ]);
});

test("a list of one is a list", async () => {
  const one = await read(
    '<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><components><component type="library"><name>a</name></component></components></bom>',
  );
  expect(one.document.components.map(({ name }) => name)).toEqual(["a"]);
});

test.each([
  ['<bom xmlns="http://cyclonedx.org/schema/bom/1.1"/>', "1.1"],
  ['<bom xmlns="http://example.org"/>', "no CycloneDX"],
  ["<html/>", "no CycloneDX"],
  [
    '<!DOCTYPE bom [<!ENTITY a "b">]><bom xmlns="http://cyclonedx.org/schema/bom/1.6">&a;</bom>',
    "document type",
  ],
  [`<bom xmlns="http://cyclonedx.org/schema/bom/1.6">${"<a>".repeat(1000)}`, "nested deeper"],
  ['<bom xmlns="http://cyclonedx.org/schema/bom/1.6">', "its end is missing"],
])("refused: %s", async (text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});
