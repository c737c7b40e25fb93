import { createHash } from "node:crypto";
import { createMaterials, fixedClock, silentLogger, silentProgress } from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { cleanUp, noSettingsFiles, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { runSbom } from "./check.ts";
import { sbomCommand } from "./command.ts";
import type { SbomOptions } from "./options.ts";
import { integrityOf, lockfile } from "./test/documents.ts";

afterAll(cleanUp);

const LOCK = {
  "package-lock.json": lockfile({
    "": { name: "app", version: "1.0.0", dependencies: { a: "1", b: "1" } },
    "node_modules/a": {
      version: "1.0.0",
      resolved: "https://registry.npmjs.org/a/-/a-1.0.0.tgz",
      integrity: integrityOf("a"),
    },
    "node_modules/b": { version: "1.0.0", integrity: integrityOf("b"), license: "MIT" },
  }),
};
const INSTALLED = {
  "node_modules/a/package.json": JSON.stringify({
    name: "a",
    version: "1.0.0",
    license: "ISC",
    author: "Ann <ann@a.test>",
    description: "Does this",
    homepage: "https://a.test",
    repository: "github:acme/a",
  }),
  "node_modules/b/package.json": JSON.stringify({ name: "b", version: "1.0.0", license: "MIT" }),
  "node_modules/b/LICENSE": `Copyright (c) 2020 Bob

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`,
};

async function documents(options: Partial<SbomOptions>, files = { ...LOCK, ...INSTALLED }) {
  const root = await temporaryFolder();
  await writeFiles(root, files);
  const context = {
    root,
    event: null,
    remote: null,
    offline: true,
    http: { request: () => Promise.reject(new Error("no network")) },
    processes: nodeProcesses(),
    clock: fixedClock("2030-05-05T05:05:05Z"),
    logger: silentLogger,
    progress: silentProgress,
    materials: createMaterials(),
    settings: noSettingsFiles,
    signal: new AbortController().signal,
    environment: { PATH: process.env["PATH"], HOME: root },
  };
  const formats = ["cyclonedx-1.6", "spdx-2.3"] as const;
  const { result } = await runSbom(context, { formats, scope: "all", ...options });
  const [cyclonedx, spdx] = result.artifacts.map(({ bytes }) =>
    JSON.parse(new TextDecoder().decode(bytes)),
  );
  return { cyclonedx, spdx };
}

test("what installed packages say of themselves stands in every document", async () => {
  const { cyclonedx, spdx } = await documents({ enrich: "installed" });
  const [a, b] = cyclonedx.components;
  expect(a).toMatchObject({
    authors: [{ name: "Ann", email: "ann@a.test" }],
    description: "Does this",
    externalReferences: [
      { type: "distribution", url: "https://registry.npmjs.org/a/-/a-1.0.0.tgz" },
      { type: "vcs", url: "https://github.com/acme/a", comment: "as the package says" },
      { type: "website", url: "https://a.test", comment: "as the package says" },
    ],
    licenses: [{ license: { acknowledgement: "declared", id: "ISC" } }],
    supplier: { name: "Ann", contact: [{ name: "Ann", email: "ann@a.test" }] },
  });
  expect(a.properties).toContainEqual({ name: "assay:metadata", value: "installed" });
  expect(b).toMatchObject({
    copyright: "Copyright (c) 2020 Bob",
    licenses: [
      { license: { acknowledgement: "declared", id: "MIT" } },
      { license: { acknowledgement: "concluded", id: "MIT" } },
    ],
  });
  for (const key of ["supplier", "authors", "description"]) expect(b).not.toHaveProperty(key);
  const [pa, pb] = spdx.packages.filter(({ name }: { name: string }) => name !== "app");
  expect(pa).toMatchObject({
    description: "Does this",
    downloadLocation: "https://registry.npmjs.org/a/-/a-1.0.0.tgz",
    homepage: "https://a.test",
    licenseConcluded: "NOASSERTION",
    licenseDeclared: "ISC",
    originator: "Person: Ann (ann@a.test)",
    supplier: "Organization: Ann (ann@a.test)",
  });
  expect(pb).toMatchObject({
    copyrightText: "Copyright (c) 2020 Bob",
    downloadLocation: "NOASSERTION",
    licenseConcluded: "MIT",
    licenseDeclared: "MIT",
    supplier: "NOASSERTION",
  });
});

test("an archive in a cache gives a module its hash, as a file of its own", async () => {
  const { cyclonedx, spdx } = await documents({ enrich: "caches" }, {
    "go.mod": "module a.test/app\n\ngo 1.24\n\nrequire github.com/acme/m v1.0.0\n",
    "go.sum": `github.com/acme/m v1.0.0 h1:${"a".repeat(43)}=\n`,
    "go/pkg/mod/github.com/acme/m@v1.0.0/m.go": "package m\n",
    "go/pkg/mod/cache/download/github.com/acme/m/@v/v1.0.0.zip": "zip",
    "go/pkg/mod/cache/download/github.com/acme/m/@v/v1.0.0.mod": "module github.com/acme/m\n",
  } as never);
  const content = createHash("sha256").update("zip").digest("hex");
  const [module] = cyclonedx.components;
  expect(module.hashes).toEqual([{ alg: "SHA-256", content }]);
  expect(module.externalReferences).toEqual([
    { type: "distribution", url: "v1.0.0.zip", hashes: [{ alg: "SHA-256", content }] },
    { type: "vcs", url: "https://github.com/acme/m", comment: "as the package says" },
  ]);
  const [found] = spdx.packages.filter(({ name }: { name: string }) => name.endsWith("/m"));
  expect(found).toMatchObject({
    checksums: [{ algorithm: "SHA256", checksumValue: content }],
    downloadLocation: "NOASSERTION",
  });
});

test("unasked nothing is looked at", async () => {
  expect(await documents({})).toEqual(await documents({ enrich: "off" }, { ...LOCK } as never));
  const { cyclonedx } = await documents({});
  expect(JSON.stringify(cyclonedx)).not.toMatch(/assay:metadata|Ann|ISC/);
});

test("registries can be reached only by a run that is told to ask them", async () => {
  const hosts = (enrich: string) =>
    sbomCommand.hosts?.({ enrich } as never, { root: "/", environment: {} });
  for (const level of ["off", "installed", "caches"]) expect(hosts(level)).toEqual([]);
  expect(hosts("registry")).toEqual([
    "registry.npmjs.org",
    "pypi.org",
    "crates.io",
    "rubygems.org",
    "repo.packagist.org",
    "api.nuget.org",
    "repo1.maven.org",
  ]);
  await expect(documents({ enrich: "registry" })).rejects.toThrow("this run is offline");
});
