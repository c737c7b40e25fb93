import { describe, expect, test } from "vitest";
import { edges, one, readWith, said } from "../../test/read.ts";
import { type ZipFile, zipOf } from "../../test/zip.ts";
import { javaInstalled } from "./reader.ts";

type Files = Record<string, string | Uint8Array | ZipFile>;
const read = (files: Record<string, string | Uint8Array>) => readWith(javaInstalled, { files });

const manifest = (...lines: string[]) => ({
  "META-INF/MANIFEST.MF": ["Manifest-Version: 1.0", ...lines, "", "Name: a/", "X: y", ""].join(
    "\r\n",
  ),
});
const pom = (group: string, artifact: string, version: string, xml?: string): Files => ({
  [`META-INF/maven/${group}/${artifact}/pom.properties`]: `#Created by Maven\ngroupId=${group}\nartifactId=${artifact}\nversion=${version}\n`,
  ...(xml === undefined
    ? {}
    : { [`META-INF/maven/${group}/${artifact}/pom.xml`]: `<project>${xml}</project>` }),
});
const jar = (...files: Files[]) => zipOf(Object.assign(manifest(), ...files));

describe("one jar", () => {
  test("is what its POM says, with licence, hash and what it needs of the same folder", async () => {
    const reading = await read({
      "app/lib/a-1.0.jar": jar(
        pom(
          "org.a",
          "a",
          "1.0",
          `<parent><groupId>org.a</groupId></parent><artifactId>a</artifactId>
           <licenses><license><name>Apache-2.0</name></license></licenses>
           <dependencies>
             <dependency><groupId>\${project.groupId}</groupId><artifactId>b</artifactId></dependency>
             <dependency><groupId>org.a</groupId><artifactId>c</artifactId><scope>test</scope></dependency>
           </dependencies>`,
        ),
      ),
      "app/lib/b-2.0-linux-x86_64.jar": jar(pom("org.a", "b", "2.0")),
      "app/lib/c-3.0.jar": jar(pom("org.a", "c", "3.0")),
      "app/shop.war": jar(pom("com.shop", "shop-web", "5")),
    });
    expect(said(reading)).toEqual([
      "pkg:maven/org.a/a@1.0",
      "pkg:maven/org.a/b@2.0?classifier=linux-x86_64",
      "pkg:maven/org.a/c@3.0",
      "pkg:maven/com.shop/shop-web@5?type=war",
    ]);
    expect(edges(reading)).toEqual(["org.a:a 1.0 > org.a:b 2.0 runtime"]);
    const a = one(reading, "org.a:a");
    expect([a.declaredLicense, a.kind, a.artifacts[0]?.fileName]).toEqual([
      "Apache-2.0",
      "library",
      "a-1.0.jar",
    ]);
    expect(a.artifacts[0]?.hashes[0]?.value).toMatch(/^[\da-f]{64}$/);
    expect(one(reading, "com.shop:shop-web").kind).toBe("application");
  });

  test("that was shaded: the others are bundled", async () => {
    const reading = await read({
      "app/app-1.0.jar": jar(pom("net.minidev", "json-smart", "2.4"), pom("com.x", "app", "1.0")),
      "app/renamed.jar": jar(pom("com.x", "renamed-all", "1.0")),
      "app/other-core-9.1.jar": jar(pom("com.x", "other", "1.0")),
    });
    expect(said(reading)).toEqual([
      "pkg:maven/com.x/app@1.0",
      "pkg:maven/net.minidev/json-smart@2.4 archive bundled",
      "other-core@9.1 file-name",
      "pkg:maven/com.x/other@1.0 archive bundled",
      "pkg:maven/com.x/renamed-all@1.0",
    ]);
    expect(edges(reading)).toEqual([
      "com.x:app 1.0 > net.minidev:json-smart 2.4 runtime",
      "other-core 9.1 > com.x:other 1.0 runtime",
    ]);
  });

  test("without a POM is what its name or its manifest says, and no group is invented", async () => {
    const reading = await read({
      "app/nometa-3.2.1.jar": zipOf(manifest()),
      "app/catalina.jar": zipOf(
        manifest("Implementation-Version: 9.0.1", "Automatic-Module-Name: org.apache.tom", " cat"),
      ),
      "app/grouped-1.0.jar": zipOf(
        manifest("Implementation-Vendor-Id: org.grouped", "Bundle-License: MIT"),
      ),
      "app/nothing.jar": zipOf({ "A.class": "x" }),
      "app/only-xml-1.jar": jar({
        "META-INF/maven/g/only-xml/pom.xml":
          "<project><parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version></parent><artifactId>only-xml</artifactId></project>",
      }),
    });
    expect(said(reading)).toEqual([
      "catalina@9.0.1 archive",
      "pkg:maven/org.grouped/grouped@1.0 file-name",
      "nometa@3.2.1 file-name",
      "nothing@undefined file-name",
      "pkg:maven/g/only-xml@1",
    ]);
    expect(reading.components[0]?.properties).toEqual([
      ["assay:image:module-name", "org.apache.tomcat"],
    ]);
    expect(one(reading, "org.grouped:grouped").declaredLicense).toBe("MIT");
  });
});

test("an archive behind anything else, which Java reads all the same", async () => {
  const files = { ...manifest(), ...pom("org.a", "a", "1.0") };
  const reading = await read({ "a-1.0.jar": zipOf(files, "\x7fELF, or any other bytes\n") });
  expect(said(reading)).toEqual(["pkg:maven/org.a/a@1.0"]);
  expect(reading.broken).toEqual([]);
});

test("an application of Spring Boot, behind a script: its own, and the libraries in it", async () => {
  const stored = (content: Uint8Array) => ({ content, stored: true });
  const files: Files = {
    ...manifest("Spring-Boot-Version: 3.2.0"),
    ...pom("com.x", "shop", "1.0"),
    "BOOT-INF/lib/a-1.0.jar": stored(
      jar(
        pom(
          "org.a",
          "a",
          "1.0",
          "<artifactId>a</artifactId><dependencies><dependency><groupId>org.b</groupId><artifactId>b</artifactId></dependency></dependencies>",
        ),
      ),
    ),
    "BOOT-INF/lib/b-2.0.jar": jar(pom("org.b", "b", "2.0")),
  };
  const reading = await read({
    "app.jar": zipOf(files, "#!/bin/bash\nexec java -jar $0\n"),
    "deploy.ear": zipOf({
      "web.war": zipOf({ "WEB-INF/lib/b-2.0.jar": jar(pom("org.b", "b", "2.0")) }),
    }),
  });
  expect(said(reading)).toEqual([
    "pkg:maven/com.x/shop@1.0",
    "pkg:maven/org.a/a@1.0",
    "pkg:maven/org.b/b@2.0",
    "deploy@undefined file-name",
    "web@undefined file-name",
    "pkg:maven/org.b/b@2.0",
  ]);
  expect(edges(reading)).toEqual([
    "com.x:shop 1.0 > org.a:a 1.0 runtime",
    "com.x:shop 1.0 > org.b:b 2.0 runtime",
    "deploy > web runtime",
    "org.a:a 1.0 > org.b:b 2.0 runtime",
    "web > org.b:b 2.0 runtime",
  ]);
  expect(
    reading.components.map(({ component, properties }) => [component.kind, properties]),
  ).toEqual([
    ["application", undefined],
    ["library", [["assay:image:archive-path", "BOOT-INF/lib/a-1.0.jar"]]],
    ["library", [["assay:image:archive-path", "BOOT-INF/lib/b-2.0.jar"]]],
    ["application", undefined],
    ["application", [["assay:image:archive-path", "web.war"]]],
    ["library", [["assay:image:archive-path", "web.war!/WEB-INF/lib/b-2.0.jar"]]],
  ]);
});

test("groups of what has no POM: by its manifest, by those who need it, and of widely used packages", async () => {
  const needs = (...names: string[]) =>
    `<artifactId>x</artifactId><dependencies>${names
      .map((name) => {
        const [group, artifact] = name.split(":");
        return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId></dependency>`;
      })
      .join("")}</dependencies>`;
  const reading = await read({
    "lib/micro-1.9.jar": zipOf(manifest("Implementation-Title: io.micro#micro;1.9")),
    "lib/named-1.0.jar": zipOf(manifest()),
    "lib/twice-1.0.jar": zipOf(manifest()),
    "lib/spring-core-5.3.20.jar": zipOf({ ...manifest(), "org/springframework/core/A.class": "" }),
    "lib/spring-boot-9.jar": zipOf({ ...manifest(), "com/evil/A.class": "" }),
    "lib/server-1.2-slim.jar": zipOf(manifest("Implementation-Version: 1.2")),
    "lib/brave-slf4j-5.jar": zipOf(
      manifest("Created-By: Apache Maven Bundle Plugin", "Bundle-SymbolicName: io.brave.slf4j"),
    ),
    "lib/by-hand-1.jar": zipOf(
      manifest(
        "Bundle-SymbolicName: org.apache.by-hand",
        'Bundle-License: "Apache License, Version 2.0";link="https://example.org"',
      ),
    ),
    "lib/x-1.jar": jar(pom("g", "x", "1", needs("org.named:named", "org.twice:twice"))),
    "lib/y-1.jar": jar(pom("g", "y", "1", needs("com.twice:twice"))),
  });
  expect(said(reading)).toEqual([
    "pkg:maven/io.brave/brave-slf4j@5 file-name",
    "by-hand@1 file-name",
    "pkg:maven/io.micro/micro@1.9 file-name",
    "pkg:maven/org.named/named@1.0 file-name",
    "server@1.2 file-name",
    "spring-boot@9 file-name",
    "pkg:maven/org.springframework/spring-core@5.3.20 file-name",
    "twice@1.0 file-name",
    "pkg:maven/g/x@1",
    "pkg:maven/g/y@1",
  ]);
  expect(one(reading, "by-hand").declaredLicense).toBe("Apache License, Version 2.0");
  expect(edges(reading)).toEqual(["g:x 1 > org.named:named 1.0 runtime"]);
});

test("a file that is no jar, and what lies beside jars, is none", async () => {
  const reading = await read({
    "some/dir/pom.properties": "groupId=evil\nartifactId=stray\nversion=9\n",
    "some/data.zip": zipOf(pom("evil", "stray", "9")),
    "some/text.jar": "no archive",
    "some/backup.rar": "Rar!",
  });
  expect(reading.components).toEqual([]);
  expect(reading.broken).toEqual([]);
});

test("a runtime of Java", async () => {
  const reading = await read({
    "opt/java/release":
      'IMPLEMENTOR="Eclipse Adoptium"\nJAVA_RUNTIME_VERSION="17.0.9+9"\nJAVA_VERSION="17.0.9"\nIMAGE_TYPE="JRE"\n',
    "etc/release": "something else",
  });
  expect(said(reading)).toEqual(["pkg:generic/openjdk/jre@17.0.9%2B9"]);
  expect([...(reading.explained ?? [])]).toEqual(["opt/java/"]);
  expect(reading.components[0]?.properties).toEqual([
    ["assay:image:implementor", "Eclipse Adoptium"],
  ]);
});

describe("archives that are made to harm", () => {
  const skippedOf = async (bytes: Uint8Array) => {
    const reading = await read({ "x-1.0.jar": bytes });
    return [
      ...(reading.skipped ?? []).map(({ item, reason }) => `${item}: ${reason}`),
      ...reading.broken,
    ];
  };

  test("nested a hundred deep", async () => {
    let inner = jar(pom("g", "inner", "1"));
    for (let depth = 0; depth < 100; depth++) inner = zipOf({ "n.jar": inner });
    const nine = Array.from({ length: 9 }, () => "n.jar").join("!/");
    expect(await skippedOf(inner)).toEqual([
      `x-1.0.jar!/${nine}: it is nested deeper than 8 archives`,
    ]);
  });

  test("very many nested, and large ones that are compressed in each other", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 5102 }, (_, index) => [`${index}.jar`, index < 101 ? "x" : zipOf({})]),
    );
    const found = await skippedOf(zipOf(many));
    expect(found.length).toBe(101);
    expect(found[0]).toBe("x-1.0.jar!/0.jar: it has no end: it is cut off, or no archive");
    expect(found.at(-1)).toBe("x-1.0.jar: 103 more of its parts can't be read");
    const claimed = zipOf({ "n.jar": { content: "x", claims: 200_000_000 } });
    claimed.writeUInt32LE(200_000_000, 22);
    expect(await skippedOf(claimed)).toEqual([
      'x-1.0.jar!/n.jar: "n.jar" in it has 200000000 bytes; at most 134217728 are read',
    ]);
  });

  test("two views of one entry, entries with one name, sizes that can't be, and damage", async () => {
    const properties = "META-INF/maven/g/a/pom.properties";
    const content = "groupId=g\nartifactId=a\nversion=1\n";
    expect(
      await skippedOf(zipOf({ [properties]: { content, localName: "x".repeat(33) } })),
    ).toEqual([
      `x-1.0.jar: the header of "${properties}" in it says something else than its directory`,
      'x-1.0.jar: "META-INF/maven/g/a/" names no package and version',
    ]);
    expect(await skippedOf(zipOf({ [properties]: { content, claims: 900_000 } }))).toEqual([
      `x-1.0.jar: the header of "${properties}" in it says something else than its directory`,
      'x-1.0.jar: "META-INF/maven/g/a/" names no package and version',
    ]);
    const damaged = zipOf({ [properties]: { content, stored: true } });
    damaged[damaged.indexOf("version=1") + 8] = 0x32;
    expect((await skippedOf(damaged))[0]).toBe(`x-1.0.jar: "${properties}" in it is damaged`);
    const bomb = zipOf({ "META-INF/MANIFEST.MF": Buffer.alloc(1_000_000) });
    bomb.writeUInt32LE(1_000_000, 22);
    expect(await skippedOf(bomb)).toEqual([
      'x-1.0.jar: the sizes of "META-INF/MANIFEST.MF" in it can\'t be',
    ]);
    const large = zipOf({ "META-INF/MANIFEST.MF": Buffer.alloc(2_000_000) });
    expect(await skippedOf(large)).toEqual([
      'x-1.0.jar: "META-INF/MANIFEST.MF" in it has 2000000 bytes; at most 1048576 are read',
    ]);
  });

  test("names that take long to take apart", async () => {
    const long = `${"-1".repeat(2000)}!.jar`;
    expect(await skippedOf(zipOf({ [long]: zipOf({}) }))).toEqual([]);
    expect(await skippedOf(zipOf({ [`${"-1".repeat(3000)}!.jar`]: "x" }))).toEqual([
      "x-1.0.jar can't be read: a name in it has 6005 bytes; at most 4096 are read",
    ]);
  });

  test("an end in the comment of the real one, and bytes behind the end", async () => {
    const real = jar(pom("g", "x", "1.0"));
    const other = zipOf({});
    real.writeUInt16LE(other.length + 1, real.length - 2);
    const commented = Buffer.concat([real, other, Buffer.from("!")]);
    expect(said(await read({ "x-1.0.jar": commented }))).toEqual(["pkg:maven/g/x@1.0"]);
    const longer = Buffer.concat([jar(pom("g", "x", "1.0")), Buffer.from("added")]);
    expect(said(await read({ "x-1.0.jar": longer }))).toEqual(["pkg:maven/g/x@1.0"]);
  });

  test("cut off, or with a directory that leads out of it", async () => {
    const whole = jar(pom("g", "x", "1.0"));
    expect(await skippedOf(whole.subarray(0, 100))).toEqual([
      "x-1.0.jar can't be read: it has no end: it is cut off, or no archive",
    ]);
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      // Whatever is changed, it is read, refused or told, and never thrown at the caller.
      await skippedOf(changed);
    }
  });
});
