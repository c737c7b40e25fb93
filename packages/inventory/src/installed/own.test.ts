import { createHash } from "node:crypto";
import { cleanUp } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { locked, MIT, sayingOf } from "./test/statements.ts";

afterAll(cleanUp);

const own = (folder: string) =>
  locked("npm", "app", "1.0.0", { firstParty: true, ...(folder && { installPath: folder }) });
const MANIFEST = '{"name":"app","version":"2.0.0","license":"MIT","description":"Ours"}';
const OURS = {
  source: "project",
  declared: "MIT",
  concluded: "MIT",
  copyright: ["Copyright (c) 2020 Ann"],
  metadata: { authors: [], description: "Ours" },
};

test("a package of the project is described by its manifest and the text beside or above it", async () => {
  expect(await sayingOf(own(""), { files: { "package.json": MANIFEST, LICENSE: MIT } })).toEqual(
    OURS,
  );
  const member = {
    "packages/app/package.json": MANIFEST,
    "packages/licenses/a.txt": "",
    LICENSE: MIT,
  };
  expect(await sayingOf(own("packages/app"), { files: member })).toEqual(OURS);
  // Its own text counts alone.
  const files = { ...member, "packages/app/LICENSE": "All rights reserved." };
  expect(await sayingOf(own("packages/app"), { files })).toMatchObject({ copyright: [] });
  expect(await sayingOf(own("packages/app"), { files })).not.toHaveProperty("concluded");
});

test("where the manifest is another package's, only the text speaks", async () => {
  const files = { "package.json": MANIFEST.replace("app", "other"), LICENSE: MIT };
  const { metadata: _, ...text } = OURS;
  expect(await sayingOf(own(""), { files })).toEqual(text);
});

const ARCHIVE = "not looked into";
const SHA256 = createHash("sha256").update(ARCHIVE).digest("hex");
const POM = "<project><groupId>o</groupId><artifactId>a</artifactId><version>1</version></project>";
const NUSPEC = "<package><metadata><id>P</id><version>1.0.0</version></metadata></package>";
const GEMSPEC =
  '# -*- encoding: utf-8 -*-\n# stub: g 1.0 ruby lib\n\n  s.name = "g".freeze\n  s.version = "1.0"\n';

test.each([
  [
    "golang",
    "a.test/m",
    "v1.0.0",
    "go/pkg/mod/a.test/m@v1.0.0/m.go",
    "",
    "go/pkg/mod/cache/download/a.test/m/@v/v1.0.0.zip",
  ],
  [
    "gem",
    "g",
    "1.0",
    ".gem/ruby/3.2.0/specifications/g-1.0.gemspec",
    GEMSPEC,
    ".gem/ruby/3.2.0/cache/g-1.0.gem",
  ],
  [
    "nuget",
    "P",
    "1.0.0",
    ".nuget/packages/p/1.0.0/p.nuspec",
    NUSPEC,
    ".nuget/packages/p/1.0.0/p.1.0.0.nupkg",
  ],
  ["maven", "o:a", "1", ".m2/repository/o/a/1/a-1.pom", POM, ".m2/repository/o/a/1/a-1.jar"],
])(
  "%s: the archive in the cache has a hash where the lockfile names none",
  async (ecosystem, name, version, manifest, content, archive) => {
    const situation = {
      home: { [manifest]: content, [archive]: ARCHIVE },
      level: "caches",
    } as const;
    const component = locked(ecosystem, name, version);
    expect((await sayingOf(component, situation))?.archive).toEqual({
      fileName: archive.split("/").at(-1),
      hashes: [{ algorithm: "SHA-256", value: SHA256 }],
    });
    const hashes = [{ algorithm: "SHA-512", value: "00" }];
    expect(await sayingOf({ ...component, artifacts: [{ hashes }] }, situation)).not.toHaveProperty(
      "archive",
    );
    const without = { home: { [manifest]: content }, level: "caches" } as const;
    expect(await sayingOf(component, without)).toBeDefined();
    expect(await sayingOf(component, without)).not.toHaveProperty("archive");
  },
);
