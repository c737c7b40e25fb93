import { cleanUp } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { locked, MIT, type Situation, sayingOf } from "../installed/test/statements.ts";

afterAll(cleanUp);

const cached = (home: Situation["home"] & {}) => ({ home, level: "caches" }) as const;

test("pnpm and Yarn without a place: the archive that Yarn runs from, stored or deflated", async () => {
  const { deflateRawSync } = await import("node:zlib");
  const zip = (name: string, content: string, isDeflated: boolean) => {
    const [path, raw] = [Buffer.from(name), Buffer.from(content)];
    const data = isDeflated ? deflateRawSync(raw) : raw;
    const method = isDeflated ? 8 : 0;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(raw.length, 24);
    entry.writeUInt16LE(path.length, 28);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt32LE(local.length + path.length + data.length, 16);
    return Buffer.concat([local, path, data, entry, path, end]);
  };
  const manifest = JSON.stringify({
    name: "@s/a",
    version: "1.0.0",
    license: "MIT",
    author: "Ann",
  });
  const component = locked("npm", "@s/a", "1.0.0");
  const place = "@s-a-npm-1.0.0-0123456789-abcdef0123.zip";
  for (const isDeflated of [false, true]) {
    const archive = zip("node_modules/@s/a/package.json", manifest, isDeflated);
    const said = { declared: "MIT", copyright: [], metadata: { authors: [{ name: "Ann" }] } };
    expect(await sayingOf(component, { files: { [`.yarn/cache/${place}`]: archive } })).toEqual({
      source: "installed",
      ...said,
    });
    const home = cached({ [`.yarn/berry/cache/${place}`]: archive });
    expect(await sayingOf(component, home)).toEqual({ source: "cache", ...said });
    for (const broken of [archive.subarray(0, 40), archive.subarray(40), Buffer.alloc(100, 0x50)])
      expect(
        await sayingOf(component, { files: { [`.yarn/cache/${place}`]: broken } }),
      ).toBeUndefined();
  }
});

const METADATA = `Metadata-Version: 2.1
Name: My.Package
Version: 1.0
Summary: Does this
License: MIT
Author: Ann Other
Author-email: ann@a.test
Project-URL: Homepage, https://a.test
Project-URL: Source Code, https://git.a.test/a

Name: not a field any more
`;
const PYTHON = {
  source: "installed",
  declared: "MIT",
  concluded: "MIT",
  copyright: ["Copyright (c) 2020 Ann"],
  metadata: {
    authors: [{ name: "Ann Other", email: "ann@a.test" }],
    description: "Does this",
    homepage: "https://a.test",
    repository: "https://git.a.test/a",
  },
};

test.each([
  [".venv/lib/python3.12/site-packages/My.Package-1.0.dist-info", "METADATA"],
  ["venv/Lib/site-packages/my_package-1.0.dist-info", "METADATA"],
  ["__pypackages__/3.12/lib/my_package-1.0.dist-info", "METADATA"],
  [".venv/lib/python3.9/site-packages/my_package-1.0-py3.9.egg-info", "PKG-INFO"],
])("Python: %s, whatever its spelling", async (folder, file) => {
  const files = { [`${folder}/${file}`]: METADATA, [`${folder}/licenses/LICENSE`]: MIT };
  expect(await sayingOf(locked("pypi", "my-package", "1.0"), { files })).toEqual(PYTHON);
});

test("Python: the environment that is switched on is the user's", async () => {
  const { writeFiles, temporaryFolder } = await import("@assay/testkit");
  const environment = await temporaryFolder();
  await writeFiles(environment, {
    "lib/python3.12/site-packages/my_package-1.0.dist-info/METADATA": METADATA,
  });
  const situation = { environment: { VIRTUAL_ENV: environment }, level: "caches" } as const;
  expect(await sayingOf(locked("pypi", "my-package", "1.0"), situation)).toMatchObject({
    source: "cache",
    declared: "MIT",
  });
});

test.each([
  [
    "Author-email: Ann <ann@a.test>, Bob <bob@a.test>\n",
    [
      { name: "Ann", email: "ann@a.test" },
      { name: "Bob", email: "bob@a.test" },
    ],
  ],
  ["Author: Ann, Bob\n", [{ name: "Ann, Bob" }]],
  ['Author-email: "Ann" <ann@a.test>\n', [{ name: "Ann", email: "ann@a.test" }]],
  ["Author: UNKNOWN\nMaintainer: Cho\n", [{ name: "Cho" }]],
  ["Maintainer-email: cho@a.test\n", [{ email: "cho@a.test" }]],
])("Python: people as METADATA names them: %j", async (fields, authors) => {
  const path = ".venv/lib/python3.12/site-packages/p-1.0.dist-info/METADATA";
  const said = await sayingOf(locked("pypi", "p", "1.0"), {
    files: { [path]: `Metadata-Version: 2.1\nName: p\nVersion: 1.0\n${fields}` },
  });
  expect(said?.metadata).toEqual({ authors });
});

test("Cargo: the unpacked crate, with both of its texts", async () => {
  const folder = ".cargo/registry/src/index.crates.io-0/c-1.2.3";
  const said = await sayingOf(
    locked("cargo", "c", "1.2.3"),
    cached({
      [`${folder}/Cargo.toml`]:
        '[package]\nname = "c"\nversion = "1.2.3"\nauthors = ["Ann <ann@a.test>", "Bob"]\nlicense = "MIT OR Apache-2.0"\nrepository = "https://github.com/a/c"\n',
      [`${folder}/LICENSE-MIT`]: MIT,
    }),
  );
  expect(said).toEqual({
    source: "cache",
    declared: "MIT OR Apache-2.0",
    concluded: "MIT OR Apache-2.0",
    copyright: ["Copyright (c) 2020 Ann"],
    metadata: {
      authors: [{ name: "Ann", email: "ann@a.test" }, { name: "Bob" }],
      repository: "https://github.com/a/c",
    },
  });
});

const GO = {
  declared: "MIT",
  concluded: "MIT",
  copyright: ["Copyright (c) 2020 Ann"],
  metadata: { authors: [], repository: "https://github.com/Ann/tool" },
};

test("Go: the module cache, where capitals are escaped; a module declares its licence by the text alone", async () => {
  const module = locked("golang", "github.com/Ann/tool/v2", "v2.0.0");
  const home = cached({ "go/pkg/mod/github.com/!ann/tool/v2@v2.0.0/LICENSE": MIT });
  expect(await sayingOf(module, home)).toEqual({ source: "cache", ...GO });
});

test("Go: vendored copies, of the version that their list names", async () => {
  const files = {
    "vendor/modules.txt":
      "# github.com/Ann/tool v1.0.0\n## explicit\ngithub.com/Ann/tool\n# a.test/old v1.0.0 => a.test/fork v1.1.0\n## explicit\na.test/old\n",
    "vendor/github.com/Ann/tool/LICENSE": MIT,
    "vendor/a.test/old/COPYING": MIT,
  };
  const say = (name: string, version: string) =>
    sayingOf(locked("golang", name, version), { files });
  expect(await say("github.com/Ann/tool", "v1.0.0")).toEqual({ source: "installed", ...GO });
  expect(await say("github.com/Ann/tool", "v1.0.1")).toBeUndefined();
  expect(await say("a.test/fork", "v1.1.0")).toMatchObject({ concluded: "MIT" });
  expect(await say("a.test/old", "v1.0.0")).toBeUndefined();
});

const GEMSPEC = `# -*- encoding: utf-8 -*-
# stub: rake 13.0.0 ruby lib

Gem::Specification.new do |s|
  s.name = "rake".freeze
  s.version = "13.0.0".freeze

  s.metadata = { "bug_tracker_uri" => "https://b.test", "source_code_uri" => "https://git.a.test/rake" } if s.respond_to? :metadata=
  s.require_paths = ["lib".freeze]
  s.authors = ["Ann \\u00C9".freeze, "Bob \\"B\\"".freeze]
  s.email = ["ann@a.test".freeze, "".freeze]
  s.homepage = "https://a.test/rake".freeze
  s.licenses = ["MIT".freeze, "ISC".freeze]
  s.summary = "Makes things".freeze
  system("touch /tmp/never")
end
`;

test.each([
  ["vendor/bundle/ruby/3.2.0", ""],
  ["vendor/bundle", "-x86_64-linux"],
])("RubyGems: the specification that it wrote, read and not run: %s%s", async (home, platform) => {
  const files = {
    [`${home}/specifications/rake-13.0.0${platform}.gemspec`]: GEMSPEC,
    [`${home}/gems/rake-13.0.0${platform}/MIT-LICENSE`]: MIT,
  };
  expect(await sayingOf(locked("gem", "rake", "13.0.0"), { files })).toEqual({
    source: "installed",
    declared: "MIT OR ISC",
    concluded: "MIT OR ISC",
    copyright: ["Copyright (c) 2020 Ann"],
    metadata: {
      authors: [{ name: "Ann É", email: "ann@a.test" }, { name: 'Bob "B"' }],
      description: "Makes things",
      homepage: "https://a.test/rake",
      repository: "https://git.a.test/rake",
    },
  });
});

test("NuGet: the nuspec in the folder of packages, by identity without case", async () => {
  const nuspec = (license: string) => `<?xml version="1.0"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
  <id>Some.Package</id><version>1.2.0</version><authors>Ann, Bob</authors><owners>Acme</owners>
  ${license}
  <description>Does this</description><projectUrl>https://a.test</projectUrl>
  <repository type="git" url="https://git.a.test/p" /></metadata></package>`;
  const say = async (license: string) =>
    sayingOf(
      locked("nuget", "Some.Package", "1.2"),
      cached({ ".nuget/packages/some.package/1.2.0/some.package.nuspec": nuspec(license) }),
    );
  expect(await say('<license type="expression">MIT</license>')).toEqual({
    source: "cache",
    declared: "MIT",
    copyright: [],
    metadata: {
      authors: [{ name: "Ann" }, { name: "Bob" }],
      publisher: "Acme",
      description: "Does this",
      homepage: "https://a.test",
      repository: "https://git.a.test/p",
    },
  });
  const url = "<licenseUrl>https://licenses.nuget.org/Apache-2.0</licenseUrl>";
  expect(await say(url)).toMatchObject({ declared: "Apache-2.0" });
  expect(await say('<license type="file">LICENSE.txt</license>')).not.toHaveProperty("declared");
});

const POM = `<project><parent><groupId>org.a</groupId><artifactId>parent</artifactId><version>7</version></parent>
<artifactId>lib</artifactId><version>1.0</version><name>Lib</name><url>https://a.test/lib</url></project>`;
const PARENT = `<project><groupId>org.a</groupId><artifactId>parent</artifactId><version>7</version>
<description>All of it</description><organization><name>Acme</name></organization>
<licenses><license><name>The Apache Software License, Version 2.0</name></license></licenses>
<scm><url>scm:git:https://git.a.test/lib</url></scm>
<developers><developer><id>ann</id><email>ann@a.test</email></developer></developers></project>`;

test.each([
  [
    "maven",
    ".m2/repository/org/a/lib/1.0/lib-1.0.pom",
    ".m2/repository/org/a/parent/7/parent-7.pom",
  ],
  [
    "gradle",
    ".gradle/caches/modules-2/files-2.1/org.a/lib/1.0/ab/lib-1.0.pom",
    ".gradle/caches/modules-2/files-2.1/org.a/parent/7/cd/parent-7.pom",
  ],
  ["sbt", ".m2/repository/org/a/lib/1.0/lib-1.0.pom", ".m2/repository/org/a/parent/7/parent-7.pom"],
])("%s: the POM, with what it has from its parent", async (ecosystem, pom, parent) => {
  const component = locked(ecosystem, "org.a:lib", "1.0");
  expect(await sayingOf(component, cached({ [pom]: POM, [parent]: PARENT }))).toEqual({
    source: "cache",
    declared: "The Apache Software License, Version 2.0",
    copyright: [],
    metadata: {
      authors: [{ name: "ann", email: "ann@a.test" }],
      publisher: "Acme",
      description: "Lib",
      homepage: "https://a.test/lib",
      repository: "https://git.a.test/lib",
    },
  });
  // A parent that is its own parent ends it, and another package's POM is none.
  expect(await sayingOf(component, cached({ [pom]: PARENT }))).toBeUndefined();
  const own = POM.replaceAll("parent</artifactId>", "lib</artifactId>").replace(">7<", ">1.0<");
  expect(await sayingOf(component, cached({ [pom]: own }))).toMatchObject({ source: "cache" });
});

test.each([
  ["Composer 2", (list: object[]) => ({ packages: list })],
  ["Composer 1", (list: object[]) => list],
])("%s: vendor/composer/installed.json", async (_, wrap) => {
  const entry = {
    name: "acme/Lib",
    version: "v1.0.0",
    license: ["MIT", "ISC"],
    authors: [{ name: "Ann", email: "ann@a.test", role: "Developer" }],
    description: "Does this",
    homepage: "https://a.test",
    source: { type: "git", url: "https://github.com/acme/lib.git", reference: "0" },
  };
  const files = {
    "vendor/composer/installed.json": JSON.stringify(wrap([entry])),
    "vendor/acme/lib/LICENSE": MIT,
  };
  expect(await sayingOf(locked("composer", "acme/lib", "v1.0.0"), { files })).toEqual({
    source: "installed",
    declared: "MIT OR ISC",
    concluded: "MIT OR ISC",
    copyright: ["Copyright (c) 2020 Ann"],
    metadata: {
      authors: [{ name: "Ann", email: "ann@a.test" }],
      description: "Does this",
      homepage: "https://a.test",
      repository: "https://github.com/acme/lib.git",
    },
  });
});
