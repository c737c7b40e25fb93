import { expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf } from "../../assemble/test/graphs.ts";
import { dependencies, graphWith, managed, modules, pom, profile, TEST } from "./test/poms.ts";

const scope = (name: string) => `<scope>${name}</scope>`;
const exclusion = (groupId: string, artifactId: string) =>
  `<exclusions><exclusion><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId></exclusion></exclusions>`;

test("the nearest wins, then the first; what is asked for directly keeps its scope", async () => {
  const graph = await graphWith(
    {
      "pom.xml": pom(
        "g:app:1",
        dependencies(["x:a:1"], ["x:b:1"], ["x:tested:1", TEST], ["x:rt:1", scope("runtime")]),
      ),
    },
    {
      "x:a:1": pom(
        "x:a:1",
        dependencies(["x:deep:1"], ["x:tested:2"], ["x:wide:1", scope("runtime")]),
      ),
      "x:b:1": pom("x:b:1", dependencies(["x:deep:2"], ["x:c:1"], ["x:wide:1"], ["x:a:9"])),
      "x:rt:1": pom("x:rt:1", dependencies(["x:below:1"])),
      ...Object.fromEntries(
        ["deep:1", "c:1", "wide:1", "tested:1", "below:1"].map((each) => [
          `x:${each}`,
          pom(`x:${each}`),
        ]),
      ),
    },
  );
  expect(edgesOf(graph)).toEqual([
    "pom.xml > x:a:1 runtime",
    "pom.xml > x:b:1 runtime",
    "pom.xml > x:rt:1 runtime",
    "pom.xml > x:tested:1 test",
    "x:a:1 > x:deep:1 runtime",
    "x:a:1 > x:tested:1 test",
    "x:a:1 > x:wide:1 runtime",
    "x:b:1 > x:a:1 runtime",
    "x:b:1 > x:c:1 runtime",
    "x:b:1 > x:deep:1 runtime",
    "x:b:1 > x:wide:1 runtime",
    "x:rt:1 > x:below:1 runtime",
  ]);
  expect(fieldOf(graph, "scope")["x:tested:1"]).toBe("development");
  expect(fieldOf(graph, "direct")).toMatchObject({ "x:a:1": true, "x:deep:1": false });
  expect(graph.gaps).toEqual([]);
});

test("management reaches what is below: versions, scopes, exclusions", async () => {
  const graph = await graphWith(
    {
      "pom.xml": pom(
        "g:app:1",
        managed(["x:v:2"], ["x:s:1", TEST], ["x:e:1", exclusion("x", "gone")], ["x:direct:5"]),
        dependencies(["x:a:1", exclusion("*", "cut")], ["x:direct:1"]),
      ),
    },
    {
      "x:a:1": pom(
        "x:a:1",
        dependencies(
          ["x:v:1"],
          ["x:s:1"],
          ["x:e:1"],
          ["x:cut:1"],
          ["x:t:1", TEST],
          ["x:o:1", "<optional>true</optional>"],
        ),
      ),
      "x:e:1": pom("x:e:1", dependencies(["x:gone:1"], ["y:cut:1"])),
      "x:v:2": pom("x:v:2"),
      "x:s:1": pom("x:s:1"),
      "x:direct:1": pom("x:direct:1"),
    },
  );
  expect(edgesOf(graph)).toEqual([
    "pom.xml > x:a:1 runtime",
    "pom.xml > x:direct:1 runtime",
    "x:a:1 > x:e:1 runtime",
    "x:a:1 > x:s:1 test",
    "x:a:1 > x:v:2 runtime",
  ]);
  expect(graph.edges.find(({ to }) => to.endsWith("x:v:2"))?.requirement).toBe("1");
});

test("what has moved, what holds all that it needs, and what the repository does not have", async () => {
  const graph = await graphWith(
    {
      "pom.xml": pom(
        "g:app:1",
        dependencies(
          ["old:name:1"],
          ["x:web:1", "<type>war</type>"],
          ["x:nowhere:1"],
          ["x:orphan:1"],
        ),
      ),
    },
    {
      "old:name:1": pom(
        "old:name:1",
        "<distributionManagement><relocation><groupId>new</groupId></relocation></distributionManagement>",
      ),
      "new:name:1": pom("new:name:1", "<licenses><license><name>MIT</name></license></licenses>"),
      "x:web:1": pom("x:web:1", dependencies(["x:inside:1"])),
      "x:orphan:1": pom(
        ":orphan:1",
        "<parent><groupId>x</groupId><artifactId>p</artifactId><version>1</version></parent>",
        dependencies(["x:unknown"], ["x"]),
      ),
    },
  );
  expect(edgesOf(graph)).toEqual([
    "pom.xml > new:name:1 runtime",
    "pom.xml > x:nowhere:1 runtime",
    "pom.xml > x:orphan:1 runtime",
    "pom.xml > x:web:war:1 runtime",
    "x:orphan:1 > x:unknown runtime",
  ]);
  expect(fieldOf(graph, "declaredLicense")["new:name:1"]).toBe("MIT");
  expect(graph.edgeCompleteness).toBe("complete");
  expect(gapsOf(graph)).toEqual([
    "entry pom.xml: not all parents and BOMs are in the tree (x:p:1): the versions of 1 package, and the packages that parents add, are not known",
    "transitive x:nowhere:1: what it needs itself is not known",
    "entry x:orphan:1: x: it is no dependency with an artifactId",
    "transitive x:unknown: what it needs itself is not known",
    "transitive x:web:war:1: what it needs itself is not known",
  ]);
});

test("modules: each resolves for itself, and what all ask for is wide where one narrows it", async () => {
  const graph = await graphWith(
    {
      "pom.xml": pom("g:root:1", modules("a", "b", "c")),
      "a/pom.xml": pom("g:a:1", dependencies(["x:lib:1"], ["x:log:1"])),
      "b/pom.xml": pom("g:b:1", managed(["x:lib:2"]), dependencies(["g:a:1"], ["x:log:1", TEST])),
      "c/pom.xml": pom(
        "g:c:1",
        dependencies(["g:a:[1,2)"], ["g:b:9"]),
        `<profiles>${profile("p", "<jdk>17</jdk>", dependencies(["x:java:1"]))}</profiles>`,
      ),
    },
    Object.fromEntries(
      ["lib:1", "lib:2", "log:1", "java:1"].map((each) => [`x:${each}`, pom(`x:${each}`)]),
    ),
  );
  expect(edgesOf(graph)).toEqual([
    "a/pom.xml > x:lib:1 runtime",
    "a/pom.xml > x:lib:2 runtime",
    "a/pom.xml > x:log:1 runtime",
    "b/pom.xml > a/pom.xml runtime",
    "b/pom.xml > x:log:1 test",
    "c/pom.xml > a/pom.xml runtime",
    "c/pom.xml > g:b:9 runtime",
    "c/pom.xml > x:java:1 runtime {profile p: jdk 17}",
  ]);
  expect(gapsOf(graph)).toEqual(["transitive g:b:9: what it needs itself is not known"]);
});
