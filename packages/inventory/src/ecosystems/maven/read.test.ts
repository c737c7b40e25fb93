import { expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { inventoryFindings } from "../../gaps.ts";
import { memorySource, readInventory } from "../../index.ts";
import {
  BOM,
  dependencies,
  graphWith,
  managed,
  modules,
  parent,
  pom,
  profile,
  properties,
  rootsOf,
  TEST,
} from "./test/poms.ts";

const ALL =
  "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>";
const UNKNOWN_NEEDS = (count: string) =>
  `transitive pom.xml: a POM names what the project asks for itself; what is needed in turn by ${count} is in no file here: transitive packages are missing`;

/** A profile that another one switches off, a property of a profile, a managed transitive version. */
const FILES = {
  "pom.xml": pom(
    "com.acme:parent:${revision}",
    modules("a", "b"),
    properties({ revision: "1.2.3", "g.v": "31.1-jre" }),
    managed(["commons-io:commons-io:2.11.0"]),
    `<profiles>${profile(
      "p1",
      "<activeByDefault>true</activeByDefault>",
      dependencies(["org.slf4j:slf4j-api:2.0.9"]),
    )}${profile("p2", "<property><name>!skipX</name></property>", properties({ "g.v": "30.1-jre" }))}</profiles>`,
  ),
  "a/pom.xml": pom(
    ":a",
    parent("com.acme:parent:${revision}"),
    dependencies(
      ["com.google.guava:guava:${g.v}", ALL],
      ["commons-fileupload:commons-fileupload:1.4"],
      ["junit:junit:4.13.2", TEST],
    ),
  ),
  "b/pom.xml": pom(
    ":b",
    parent("com.acme:parent:${revision}"),
    dependencies(
      ["com.acme:a:${project.version}"],
      ["org.hamcrest:hamcrest-core:1.1", "<optional>true</optional>"],
    ),
  ),
};
const REPOSITORY = {
  "commons-fileupload:commons-fileupload:1.4": pom(
    "commons-fileupload:commons-fileupload:1.4",
    dependencies(
      ["commons-io:commons-io:2.2"],
      ["javax.servlet:servlet-api:2.4", "<scope>provided</scope>"],
    ),
  ),
  "commons-io:commons-io:2.11.0": pom(
    "commons-io:commons-io:2.11.0",
    dependencies(["junit:junit:4.12", TEST]),
  ),
  "junit:junit:4.13.2": pom("junit:junit:4.13.2", dependencies(["org.hamcrest:hamcrest-core:1.3"])),
  "org.hamcrest:hamcrest-core:1.1": pom("org.hamcrest:hamcrest-core:1.1"),
  "org.hamcrest:hamcrest-core:1.3": pom("org.hamcrest:hamcrest-core:1.3"),
};

test("a reactor is one graph: its modules, what they ask for, and that more is needed", async () => {
  const graph = await graphOf(FILES);
  expect(edgesOf(graph)).toEqual([
    "a/pom.xml > com.google.guava:guava:30.1-jre runtime",
    "a/pom.xml > commons-fileupload:commons-fileupload:1.4 runtime",
    "a/pom.xml > junit:junit:4.13.2 test",
    "b/pom.xml > a/pom.xml runtime",
    "b/pom.xml > org.hamcrest:hamcrest-core:1.1 optional",
  ]);
  expect(fieldOf(graph, "purl")).toEqual({
    "a/pom.xml": "pkg:generic/com.acme:a@1.2.3#a",
    "b/pom.xml": "pkg:generic/com.acme:b@1.2.3#b",
    "com.google.guava:guava:30.1-jre": "pkg:maven/com.google.guava/guava@30.1-jre",
    "commons-fileupload:commons-fileupload:1.4":
      "pkg:maven/commons-fileupload/commons-fileupload@1.4",
    "junit:junit:4.13.2": "pkg:maven/junit/junit@4.13.2",
    "org.hamcrest:hamcrest-core:1.1": "pkg:maven/org.hamcrest/hamcrest-core@1.1",
    "pom.xml": "pkg:generic/com.acme:parent@1.2.3",
  });
  expect(fieldOf(graph, "scope")).toMatchObject({
    "a/pom.xml": "runtime",
    "com.google.guava:guava:30.1-jre": "runtime",
    "junit:junit:4.13.2": "development",
    "org.hamcrest:hamcrest-core:1.1": "optional",
  });
  expect(fieldOf(graph, "location")["junit:junit:4.13.2"]).toEqual({
    path: "a/pom.xml",
    startLine: 8,
  });
  expect(graph.roots).toEqual(["pom.xml#pom.xml", "pom.xml#a/pom.xml", "pom.xml#b/pom.xml"]);
  expect(graph.edgeCompleteness).toBe("direct");
  // What guava needs is excluded.
  expect(gapsOf(graph)).toEqual([UNKNOWN_NEEDS("3 packages")]);
});

test("with a repository the whole tree is what Maven resolves", async () => {
  const graph = await graphWith(FILES, REPOSITORY);
  expect(edgesOf(graph)).toEqual([
    "a/pom.xml > com.google.guava:guava:30.1-jre runtime",
    "a/pom.xml > commons-fileupload:commons-fileupload:1.4 runtime",
    "a/pom.xml > junit:junit:4.13.2 test",
    "b/pom.xml > a/pom.xml runtime",
    "b/pom.xml > org.hamcrest:hamcrest-core:1.1 optional",
    "commons-fileupload:commons-fileupload:1.4 > commons-io:commons-io:2.11.0 runtime",
    "junit:junit:4.13.2 > org.hamcrest:hamcrest-core:1.3 runtime",
  ]);
  expect(graph.edgeCompleteness).toBe("complete");
  expect(graph.gaps).toEqual([]);
});

test("a project of Maven is one finding, which says what to do and is accepted once", async () => {
  const inventory = await readInventory(memorySource(FILES));
  const findings = inventoryFindings(inventory, new Date("2026-01-01T00:00:00Z"));
  expect(findings.map(({ ruleId, severity }) => `${severity} ${ruleId}`)).toEqual([
    "medium inventory.missing-transitive",
  ]);
  expect(findings[0]?.remediation).toContain("makeAggregateBom");
});

test("a parent that is nowhere here takes versions with it, and nobody guesses them", async () => {
  const graph = await graphOf({
    "pom.xml": pom(
      ":app:1",
      parent("org.springframework.boot:spring-boot-starter-parent:3.2.0", "<relativePath/>"),
      dependencies(
        ["org.springframework.boot:spring-boot-starter-web"],
        ["org.postgresql:postgresql:${postgresql.version}", "<scope>runtime</scope>"],
        ["com.acme:own:1"],
      ),
    ),
  });
  expect(fieldOf(graph, "version")).toEqual({
    "com.acme:own:1": "1",
    "org.postgresql:postgresql": undefined,
    "org.springframework.boot:spring-boot-starter-web": undefined,
    "pom.xml": "1",
  });
  expect(fieldOf(graph, "name")["pom.xml"]).toBe("org.springframework.boot:app");
  expect(gapsOf(graph)).toEqual([
    UNKNOWN_NEEDS("3 packages"),
    "entry pom.xml: not all parents and BOMs are in the tree (org.springframework.boot:spring-boot-starter-parent:3.2.0): the versions of 2 packages, and the packages that parents add, are not known",
  ]);
});

test("management: the POM's own, its parents', BOMs in order, and a BOM that is not here is named where it matters", async () => {
  const graph = await graphWith({
    "pom.xml": pom(
      "g:root:1",
      modules("m", "bom1", "bom2"),
      managed(["x:parent:1.0"], ["x:own:1.0"]),
      dependencies(["x:inherited:${i}"]),
      properties({ i: "1.0" }),
    ),
    "m/pom.xml": pom(
      ":m",
      parent("g:root:1"),
      properties({ i: "2.0" }),
      managed(["x:own:2.0", TEST], ["g:bom1:1", BOM], ["g:bom2:1", BOM], ["other:bom:9", BOM]),
      dependencies(["x:parent"], ["x:own"], ["x:first"], ["x:nested"], ["x:none"], ["x:direct:7"]),
    ),
    "bom1/pom.xml": pom(
      "g:bom1:1",
      "<packaging>pom</packaging>",
      managed(["x:parent:3"], ["x:first:${v}"], ["x:direct:8"]),
      properties({ v: "1.1" }),
    ),
    "bom2/pom.xml": pom(
      "g:bom2:1",
      "<packaging>pom</packaging>",
      managed(["x:first:2.2"], ["g:bom3:1", BOM]),
    ),
    "elsewhere/pom.xml": pom("g:bom3:1", managed(["x:nested:4"])),
  });
  expect(edgesOf(graph)).toEqual([
    "m/pom.xml > x:direct:7 runtime",
    "m/pom.xml > x:first:1.1 runtime",
    "m/pom.xml > x:inherited:2.0 runtime",
    "m/pom.xml > x:nested:4 runtime",
    "m/pom.xml > x:none runtime",
    "m/pom.xml > x:own:2.0 test",
    "m/pom.xml > x:parent:1.0 runtime",
    "pom.xml > x:inherited:1.0 runtime",
  ]);
  expect(gapsOf(graph)).toEqual([
    UNKNOWN_NEEDS("8 packages"),
    "entry pom.xml: not all parents and BOMs are in the tree (other:bom:9): the versions of 1 package are not known",
  ]);
  expect(fieldOf(graph, "location")["x:inherited:2.0"]).toEqual({ path: "pom.xml", startLine: 12 });
});

test("profiles: what Maven itself decides is decided, what the machine decides is a condition", async () => {
  const of = (id: string, activation: string) =>
    profile(id, activation, dependencies([`x:${id}:1`]));
  const graph = await graphOf({
    ".mvn/maven.config": "-Pnamed,-off\n-Dmode=fast\n-D flag\n",
    "some/file.txt": "",
    "pom.xml": pom(
      "g:a:1",
      properties({ "j.v": "1" }),
      dependencies(["x:j:${j.v}"]),
      `<profiles>${[
        of("default", "<activeByDefault>true</activeByDefault>"),
        of("named", ""),
        of("off", "<property><name>mode</name></property>"),
        of("fast", "<property><name>mode</name><value>fast</value></property>"),
        of("slow", "<property><name>mode</name><value>slow</value></property>"),
        of("not-slow", "<property><name>mode</name><value>!slow</value></property>"),
        of("flag", "<property><name>flag</name></property>"),
        of("unset", "<property><name>unset</name></property>"),
        of("there", "<file><exists>${basedir}/some/file.txt</exists></file>"),
        of("missing", "<file><missing>some</missing></file>"),
        of("both", "<jdk>[9,)</jdk><property><name>unset</name></property>"),
        of("home", "<file><exists>${user.home}/x</exists></file>"),
        profile(
          "java",
          "<jdk>[9,)</jdk><os><family>windows</family></os>",
          properties({ "j.v": "2" }),
          dependencies(["x:java:${j.v}"]),
        ),
      ].join("")}</profiles>`,
    ),
  });
  expect(edgesOf(graph)).toEqual([
    "pom.xml > x:fast:1 runtime",
    "pom.xml > x:flag:1 runtime",
    "pom.xml > x:home:1 runtime {profile home: file ${user.home}/x}",
    "pom.xml > x:j:1 runtime",
    "pom.xml > x:java:2 runtime {profile java: jdk [9,) and os windows}",
    "pom.xml > x:named:1 runtime",
    "pom.xml > x:not-slow:1 runtime",
    "pom.xml > x:there:1 runtime",
  ]);
  expect(gapsOf(graph)).toEqual([
    UNKNOWN_NEEDS("8 packages"),
    "entry profile java: jdk [9,) and os windows: it may say otherwise of j.v",
  ]);
});

test("scopes, types, classifiers, and files of the machine", async () => {
  const graph = await graphOf({
    "pom.xml": pom(
      "g:a:1",
      dependencies(
        ["x:p:1", "<scope>provided</scope>"],
        ["x:r:1", "<scope>runtime</scope>"],
        ["x:s:1", "<scope>system</scope><systemPath>${basedir}/lib/s.jar</systemPath>"],
        ["x:t:1", "<type>test-jar</type><scope>test</scope>"],
        ["x:w:1", "<type>war</type>"],
        ["x:n:1", "<classifier>linux-x86_64</classifier>"],
        ["x:n:1"],
      ),
    ),
  });
  expect(edgesOf(graph)).toEqual([
    "pom.xml > x:n:1 runtime",
    "pom.xml > x:n:jar:linux-x86_64:1 runtime",
    "pom.xml > x:p:1 build",
    "pom.xml > x:r:1 runtime",
    "pom.xml > x:s:1 build",
    "pom.xml > x:t:jar:tests:1 test",
    "pom.xml > x:w:war:1 runtime",
  ]);
  expect(fieldOf(graph, "purl")).toMatchObject({
    "x:n:jar:linux-x86_64:1": "pkg:maven/x/n@1?classifier=linux-x86_64",
    "x:s:1": undefined,
    "x:t:jar:tests:1": "pkg:maven/x/t@1?classifier=tests",
    "x:w:war:1": "pkg:maven/x/w@1?type=war",
  });
});

test("what is no fixed version is not taken for one", async () => {
  const graph = await graphOf({
    "pom.xml": pom(
      "g:a:1",
      dependencies(
        ["x:exact:[1.5]"],
        ["x:range:[1,2)"],
        ["x:latest:LATEST"],
        ["x:snap:1-SNAPSHOT"],
        ["x:env:${env.V}"],
        ["x:env2:${env.V}"],
        ["x:none"],
      ),
    ),
  });
  expect(fieldOf(graph, "version")).toMatchObject({
    "x:exact:1.5": "1.5",
    "x:range": undefined,
    "x:latest": undefined,
    "x:snap:1-SNAPSHOT": "1-SNAPSHOT",
    "x:env": undefined,
  });
  expect(gapsOf(graph)).toEqual([
    "entry ${env.V}: it is set in no file here, and 2 packages can't be named without it",
    UNKNOWN_NEEDS("7 packages"),
    "entry x:latest: LATEST is no fixed version: one is chosen whenever it is built",
    "entry x:none: nothing gives it a version",
    "entry x:range: [1,2) is no fixed version: one is chosen whenever it is built",
    "entry x:snap:1-SNAPSHOT: a snapshot is no fixed version: its content changes from day to day",
  ]);
});

test("each POM is in one reactor: modules of profiles, in a circle, with another file name, and of two roots", async () => {
  expect(
    await rootsOf({
      "pom.xml": pom(
        "g:root:1",
        modules("a", "b/other.xml"),
        `<profiles>${profile("x", "", "<modules><module>c</module></modules>")}</profiles>`,
      ),
      "a/pom.xml": pom("g:a:1"),
      "b/other.xml": pom("g:b:1"),
      "c/pom.xml": pom("g:c:1"),
      "alone/pom.xml": pom("g:alone:1", modules("../a", "../deep")),
      "circle/pom.xml": pom("g:x:1", modules("y", ".")),
      "circle/y/pom.xml": pom("g:y:1", modules("..")),
      "deep/pom.xml": pom("g:deep:1"),
    }),
  ).toEqual([
    "alone/pom.xml: alone/pom.xml deep/pom.xml",
    "circle/pom.xml: circle/pom.xml circle/y/pom.xml",
    "pom.xml: pom.xml a/pom.xml b/other.xml c/pom.xml",
  ]);
});

test("Maven 4: subprojects, folders that nobody names, a parent and modules without version", async () => {
  const model = (text: string) => text.replace("4.0.0", "4.1.0");
  const files = {
    "pom.xml": model(
      pom(
        "g:root:1.0",
        "<packaging>pom</packaging><subprojects><subproject>a</subproject><subproject>more</subproject></subprojects>",
      ),
    ),
    "a/pom.xml": model(pom(":a", "<parent/>", dependencies([":b"], ["g:c"]))),
    "more/pom.xml": model(pom(":more", "<parent/><packaging>pom</packaging>")),
    "more/b/pom.xml": model(pom(":b", parent(":more"))),
    "more/c/pom.xml": model(pom(":c", parent("g:more"))),
  };
  const graph = await graphOf(files);
  expect(edgesOf(graph)).toEqual([
    "a/pom.xml > more/b/pom.xml runtime",
    "a/pom.xml > more/c/pom.xml runtime",
  ]);
  expect(fieldOf(graph, "version")["more/c/pom.xml"]).toBe("1.0");
  expect(graph.gaps).toEqual([]);
  expect(graph.edgeCompleteness).toBe("complete");
});

test("what must never pass silently", async () => {
  const broken = {
    "pom.xml": pom(
      "g:a:1",
      modules("gone", "../../out"),
      "<dependencies><dependency><groupId>x</groupId></dependency><other/></dependencies>",
      dependencies([":y:1"]),
    ),
  };
  expect(gapsOf(await graphOf(broken))).toEqual([
    "entry ../../out: the module lies outside the folder that is looked at",
    "entry :y:1: it has no groupId",
    "entry gone: the module is not here",
    "entry line 6: it is no dependency with an artifactId",
    UNKNOWN_NEEDS("1 package"),
    "entry x: it is no dependency with an artifactId",
  ]);
  const circle = {
    "pom.xml": pom(
      "g:a:1",
      parent("g:b:1", "<relativePath>b/pom.xml</relativePath>"),
      modules("b"),
    ),
    "b/pom.xml": pom(
      "g:b:1",
      parent("g:a:1"),
      managed(["g:b:1", BOM]),
      properties({ p: "${q}", q: "${p}" }),
      dependencies(["x:p:${p}"]),
    ),
  };
  expect(gapsOf(await graphOf(circle))).toEqual([
    "entry ${p}: it is set in no file here, and 1 package can't be named without it",
    "entry g:a:1: the parents of the POM lead back to it, or are too many",
    "entry g:b:1: the BOM imports itself",
    "entry g:b:1: the parents of the POM lead back to it, or are too many",
    UNKNOWN_NEEDS("1 package"),
  ]);
});

test("hostile POMs end, and say so", async () => {
  const doubled = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [`p${i + 1}`, `\${p${i}}\${p${i}}`]),
  );
  const deep = Object.fromEntries(
    Array.from({ length: 2000 }, (_, i) => [`d${i}`, `\${d${i + 1}}`]),
  );
  const bombs = await graphOf({
    "pom.xml": pom(
      "g:a:1",
      properties({ p0: "0123456789", ...doubled, ...deep, d2000: "1" }),
      dependencies(["x:doubled:${p60}"], ["x:deep:${d0}"]),
    ),
  });
  expect(fieldOf(bombs, "version")).toMatchObject({ "x:doubled": undefined, "x:deep": undefined });
  expect(bombs.gaps.length).toBe(3);
  const many = Array.from({ length: 10_000 }, (_, i): readonly [string] => [`x:d${i}:1`]);
  const children = Array.from({ length: 31 }, (_, i) => `m${i}`);
  const product = await graphOf({
    "pom.xml": pom("g:root:1", modules(...children), dependencies(...many)),
    ...Object.fromEntries(
      children.map((name) => [`${name}/pom.xml`, pom(`:${name}`, parent("g:root:1"))]),
    ),
  });
  expect(product.components.length).toBeGreaterThan(10_000);
  expect(product.edges.length).toBe(300_000);
  expect(gapsOf(product)[1]).toBe(
    "entry pom.xml: all modules have too many dependencies: the rest is left out",
  );
  const chain = Array.from({ length: 1000 }, (_, i) => [
    `c${i}/pom.xml`,
    pom(
      `g:c${i}:1`,
      parent(`g:c${i + 1}:1`, `<relativePath>../c${i + 1}</relativePath>`),
      managed([`g:c${i + 1}:1`, BOM]),
    ),
  ]);
  const chained = await readInventory(memorySource(Object.fromEntries(chain)));
  expect(chained.graphs.length).toBe(1000);
  expect(chained.graphs[0]?.gaps[0]?.reason).toContain("or are too many");
});

test("a file that is no POM is not read", async () => {
  expect(await skippedOf({ "pom.xml": "<other/>", "a/pom.xml": "<project><artifactId>a" })).toEqual(
    [
      "unreadable a/pom.xml: a/pom.xml is no XML that is read (line 1: its end is missing)",
      "unreadable pom.xml: pom.xml is no project of Maven: it has no artifactId",
    ],
  );
  expect(
    (await skippedOf({ "pom.xml": '<!DOCTYPE project [<!ENTITY a "b">]><project/>' }))[0],
  ).toContain("it has a document type");
});
