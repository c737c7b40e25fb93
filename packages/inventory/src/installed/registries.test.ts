import { cleanUp } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import type { Component } from "../graph.ts";
import { locked, sayingOf, statementsOf } from "./test/statements.ts";

afterAll(cleanUp);

const ANN = { authors: [{ name: "Ann" }] };
const POM = `<project><groupId>org.a</groupId><artifactId>lib</artifactId><version>1.0</version>
<licenses><license><name>MIT</name></license></licenses><developers><developer><name>Ann</name></developer></developers></project>`;
const NUSPEC =
  '<package><metadata><id>P</id><version>1.0.0</version><authors>Ann</authors><license type="expression">MIT</license></metadata></package>';

test.each<[Component, string, string | object, object]>([
  [
    locked("npm", "@s/a", "1.0.0"),
    "https://registry.npmjs.org/@s%2fa/1.0.0",
    { name: "@s/a", version: "1.0.0", license: "MIT", author: { name: "Ann" } },
    ANN,
  ],
  [
    locked("pypi", "my-p", "1.0"),
    "https://pypi.org/pypi/my-p/1.0/json",
    {
      info: {
        name: "My_P",
        version: "1.0",
        license: null,
        classifiers: ["License :: OSI Approved :: MIT License"],
        author: "Ann",
        project_urls: { Source: "https://git.a.test" },
      },
    },
    { ...ANN, repository: "https://git.a.test" },
  ],
  [
    locked("cargo", "c", "1.0.0"),
    "https://crates.io/api/v1/crates/c/1.0.0",
    { version: { crate: "c", num: "1.0.0", license: "MIT", published_by: { name: "Ann" } } },
    { authors: [], publisher: "Ann" },
  ],
  [
    locked("gem", "g", "1.0"),
    "https://rubygems.org/api/v2/rubygems/g/versions/1.0.json",
    { name: "g", version: "1.0", licenses: ["MIT"], authors: "Ann, Bob" },
    { authors: [{ name: "Ann" }, { name: "Bob" }] },
  ],
  [
    locked("nuget", "P", "1.0"),
    "https://api.nuget.org/v3-flatcontainer/p/1.0.0/p.nuspec",
    NUSPEC,
    ANN,
  ],
  [
    locked("composer", "v/p", "1.0.0"),
    "https://repo.packagist.org/p2/v/p.json",
    {
      packages: {
        "v/p": [
          { name: "v/p", version: "2.0.0", license: ["MIT"], homepage: "https://a.test" },
          { version: "1.0.0", homepage: "__unset", authors: [{ name: "Ann" }] },
        ],
      },
    },
    ANN,
  ],
  [
    locked("gradle", "org.a:lib", "1.0"),
    "https://repo1.maven.org/maven2/org/a/lib/1.0/lib-1.0.pom",
    POM,
    ANN,
  ],
])("the registry is asked for this version: %j", async (component, url, answer, metadata) => {
  const text = typeof answer === "string" ? answer : JSON.stringify(answer);
  const situation = { level: "registry", answers: { [url]: text } } as const;
  expect((await statementsOf([component], situation)).requests).toEqual([url]);
  expect(await sayingOf(component, situation)).toMatchObject({
    source: "registry",
    copyright: [],
    metadata,
  });
  const said = (await statementsOf([component], situation)).statements.get(component.id);
  expect(said?.declared?.text).toMatch(/^MIT/);
  // What it says of another version is not used.
  const other = { ...component, version: "9.9.9" };
  const answers = new Proxy<Record<string, string>>({}, { get: () => text });
  expect(await sayingOf(other, { level: "registry", answers })).toBeUndefined();
});

test("nothing is asked that is installed, is the project's own, or comes from elsewhere", async () => {
  const { requests, notices } = await statementsOf(
    [
      locked("npm", "installed", "1.0.0"),
      locked("npm", "own", "1.0.0", { firstParty: true }),
      locked("npm", "mirror", "1.0.0", {
        artifacts: [{ hashes: [], url: "https://npm.acme.test/mirror-1.0.0.tgz" }],
      }),
      locked("pypi", "private", "1.0", {
        purl: "pkg:pypi/private@1.0?repository_url=https://pypi.acme.test",
      }),
      locked("cargo", "from-git", "1.0.0", {
        purl: "pkg:cargo/from-git@1.0.0?vcs_url=git%2Bhttps://git.acme.test",
      }),
      locked("golang", "a.test/m", "v1.0.0"),
    ],
    {
      level: "registry",
      files: { "node_modules/installed/package.json": '{"name":"installed","version":"1.0.0"}' },
    },
  );
  expect(requests).toEqual([]);
  expect(notices).toEqual([]);
});

test("nothing is asked below the names of the project's own packages, but what a public archive is named of", async () => {
  const own = (ecosystem: string, name: string) =>
    locked(ecosystem, name, "1.0.0", { firstParty: true });
  const { requests, notices } = await statementsOf(
    [
      own("npm", "@acme/shop"),
      locked("npm", "@acme/secret", "1.0.0"),
      locked("npm", "@acme/known", "1.0.0", {
        artifacts: [
          { hashes: [], url: "https://registry.npmjs.org/@acme/known/-/known-1.0.0.tgz" },
        ],
      }),
      own("maven", "com.acme.shop:app"),
      locked("maven", "com.acme.util:secret", "1.0.0"),
      locked("maven", "com.acmed:lib", "1.0.0"),
    ],
    { level: "registry" },
  );
  expect(requests.toSorted()).toEqual([
    "https://registry.npmjs.org/@acme%2fknown/1.0.0",
    "https://repo1.maven.org/maven2/com/acmed/lib/1.0.0/lib-1.0.0.pom",
  ]);
  expect(notices).toEqual([
    "No registry was asked for 2 packages below names of the project's own (@acme, com.acme): they may be private. `installed` and `caches` find them.",
  ]);
});

test.each([
  ["npm", "../../-/whoami"],
  ["npm", "/evil.example/a"],
  ["npm", "@a/b/../../c"],
  ["composer", "a/../b/c"],
  ["nuget", ".."],
  ["maven", "..a:b"],
  ["maven", "g:.."],
])("the name of a package of %s leads to no other place: %s", async (ecosystem, name) => {
  const { requests } = await statementsOf([locked(ecosystem, name, "1.0.0")], {
    level: "registry",
  });
  expect(requests).toEqual([]);
});

test("the name of a package is one part of the address", async () => {
  const { requests } = await statementsOf([locked("npm", "a?b#c", "1")], { level: "registry" });
  expect(requests).toEqual(["https://registry.npmjs.org/a%3Fb%23c/1"]);
});

test("a package that stands in several lockfiles is asked for once", async () => {
  const twice = [
    locked("npm", "a", "1.0.0"),
    { ...locked("npm", "a", "1.0.0"), id: "other-lock#a" },
  ];
  expect((await statementsOf(twice, { level: "registry" })).requests).toEqual([
    "https://registry.npmjs.org/a/1.0.0",
  ]);
});

test("what a registry does not know is missing; what it can't answer is, too, and a notice says so", async () => {
  const names = Array.from({ length: 40 }, (_, index) => `p${index}`);
  const packages = names.map((name) => locked("npm", name, "1.0.0"));
  const failing = Object.fromEntries(
    names.map((name) => [`https://registry.npmjs.org/${name}/1.0.0`, 500]),
  );
  const unknown = await statementsOf(packages, { level: "registry" });
  expect([unknown.requests.length, unknown.statements.size, unknown.notices]).toEqual([40, 0, []]);
  const failed = await statementsOf(packages, { level: "registry", answers: failing });
  // Sixteen were on their way when it was given up.
  expect([failed.requests.length, failed.statements.size]).toEqual([16, 0]);
  expect(failed.notices).toEqual([
    "registry.npmjs.org gave no usable answer for 16 packages: the documents lack what it says of them.",
    "registry.npmjs.org was not asked for 24 packages: it failed too often, or there are too many for one run.",
  ]);
});

test("an answer that is no JSON is a failure, not a crash", async () => {
  const url = "https://crates.io/api/v1/crates/c/1.0.0";
  const said = await statementsOf([locked("cargo", "c", "1.0.0")], {
    level: "registry",
    answers: { [url]: "<html>" },
  });
  expect(said.statements.size).toBe(0);
  expect(said.notices).toHaveLength(1);
});
