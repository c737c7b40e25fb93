import { expect, test } from "vitest";
import { readFacts } from "../../test/read-facts.ts";
import { snapReader } from "./reader.ts";

test("reads the name, version and revision of a snap", async () => {
  const path = "snap/hello/42/meta/snap.yaml";
  const { components, notices } = await readFacts(snapReader, {
    layers: [{ [path]: "name: hello\nversion: '2.10'\nlicense: GPL-3.0\napps:\n  name: no\n" }],
  });
  expect(components).toEqual([
    {
      component: {
        id: "snap:hello:2.10:",
        name: "hello",
        version: "2.10",
        kind: "library",
        ecosystem: "snap",
        purl: "pkg:snap/hello@2.10",
        firstParty: false,
        scope: "runtime",
        artifacts: [],
        declaredLicense: "GPL-3.0",
        location: { path },
        aliases: [],
        flags: [],
      },
      places: [{ path, layer: 0, since: 0, evidence: "installed" }],
      properties: [["assay:image:revision", "42"]],
    },
  ]);
  expect(notices).toBeUndefined();
});

test("is not kept busy by lines that are made for it", async () => {
  const blank = " ".repeat(450);
  const lines = `a:${blank}y${blank}\u2028x\n`.repeat(1000);
  const { components } = await readFacts(snapReader, {
    layers: [{ "snap/hello/42/meta/snap.yaml": `${lines}name: hello\nversion:  "1"  \n` }],
  });
  expect(components.map(({ component }) => component.purl)).toEqual(["pkg:snap/hello@1"]);
});
