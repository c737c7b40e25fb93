import { expect, test } from "vitest";
import { cycloneDxDocument } from "./cyclonedx/document.ts";
import { spdxDocument } from "./spdx/document.ts";
import { cycloneDxErrors } from "./test/cyclonedx-schema.ts";
import { documentOf, integrityOf } from "./test/documents.ts";

const WHEEL = "a".repeat(64);
const SOURCE = "b".repeat(64);
const poetry = (files: string) => ({
  "pyproject.toml": '[tool.poetry]\nname = "app"\n[tool.poetry.dependencies]\nx = "*"\n',
  "poetry.lock": `[[package]]
name = "x"
version = "1.0"
optional = false
python-versions = "*"
files = [${files}]

[metadata]
lock-version = "2.1"
python-versions = "*"
content-hash = "0"
`,
});

async function written(files: Readonly<Record<string, string>>, name: string) {
  const document = await documentOf(files);
  const cyclonedx = JSON.parse(new TextDecoder().decode(cycloneDxDocument(document)));
  expect(cycloneDxErrors(cyclonedx)).toEqual([]);
  const spdx = JSON.parse(new TextDecoder().decode(spdxDocument(document)));
  const named = (each: { readonly name: string }) => each.name === name;
  return { cyclonedx: cyclonedx.components.find(named), spdx: spdx.packages.find(named) };
}

test("files that a lockfile names without a URL keep their hashes; the source archive speaks for the package", async () => {
  const files = `{file = "x-1.0-py3-none-any.whl", hash = "sha256:${WHEEL}"}, {file = "x-1.0.tar.gz", hash = "sha256:${SOURCE}"}`;
  const { cyclonedx, spdx } = await written(poetry(files), "x");
  expect(cyclonedx.hashes).toEqual([{ alg: "SHA-256", content: SOURCE }]);
  expect(cyclonedx.externalReferences).toEqual([
    {
      hashes: [{ alg: "SHA-256", content: WHEEL }],
      type: "distribution",
      url: "x-1.0-py3-none-any.whl",
    },
    { hashes: [{ alg: "SHA-256", content: SOURCE }], type: "distribution", url: "x-1.0.tar.gz" },
  ]);
  expect(spdx.checksums).toEqual([{ algorithm: "SHA256", checksumValue: SOURCE }]);
  expect(spdx.comment).toBe(`Archives:\nx-1.0-py3-none-any.whl SHA-256:${WHEEL}`);
  expect(spdx.downloadLocation).toBe("NOASSERTION");
});

test("of several wheels none speaks for the package", async () => {
  const files = ["linux", "windows"].map(
    (system, index) =>
      `{file = "x-1.0-cp313-cp313-${system}.whl", hash = "sha256:${`${index}`.repeat(64)}"}`,
  );
  const { cyclonedx, spdx } = await written(poetry(files.join(", ")), "x");
  expect(cyclonedx).not.toHaveProperty("hashes");
  expect(cyclonedx.externalReferences).toHaveLength(2);
  expect(spdx).not.toHaveProperty("checksums");
  expect(spdx.comment.split("\n")).toHaveLength(3);
});

test("where only hashes are named, each is one of an archive that the purl stands for", async () => {
  const { cyclonedx, spdx } = await written(
    { "requirements.txt": `x==1.0 --hash=sha256:${WHEEL} --hash=sha256:${SOURCE}\n` },
    "x",
  );
  expect(cyclonedx).not.toHaveProperty("hashes");
  expect(cyclonedx.externalReferences).toEqual(
    [WHEEL, SOURCE].map((content) => ({
      hashes: [{ alg: "SHA-256", content }],
      type: "distribution",
      url: "pkg:pypi/x@1.0",
    })),
  );
  expect(spdx.comment).toBe(
    `Archives:\npkg:pypi/x@1.0 SHA-256:${WHEEL}\npkg:pypi/x@1.0 SHA-256:${SOURCE}`,
  );
});

test("a patch of the project is in the pedigree", async () => {
  const { cyclonedx, spdx } = await written(
    {
      "package.json": '{"name": "app", "dependencies": {"x": "1.0.0"}}',
      "pnpm-lock.yaml": `lockfileVersion: '9.0'

patchedDependencies:
  x@1.0.0:
    hash: ${"c".repeat(64)}
    path: patches/x@1.0.0.patch

importers:
  .:
    dependencies:
      x:
        specifier: 1.0.0
        version: 1.0.0(patch_hash=${"c".repeat(64)})

packages:
  x@1.0.0:
    resolution: {integrity: ${integrityOf("x")}}

snapshots:
  x@1.0.0(patch_hash=${"c".repeat(64)}): {}
`,
    },
    "x",
  );
  expect(spdx.comment).toBe(
    "Patched by patches/x@1.0.0.patch\nMade from x 1.0.0 (pkg:npm/x@1.0.0)",
  );
  expect(cyclonedx.pedigree).toEqual({
    ancestors: [{ name: "x", purl: "pkg:npm/x@1.0.0", type: "library", version: "1.0.0" }],
    patches: [{ diff: { url: "patches/x@1.0.0.patch" }, type: "unofficial" }],
  });
});

test("a module that stands in for another says for which", async () => {
  const { cyclonedx, spdx } = await written(
    {
      "go.mod":
        "module example.com/app\n\ngo 1.22\n\nrequire example.com/a v1.0.0\n\nreplace example.com/a => example.com/fork v1.1.0\n",
    },
    "example.com/fork",
  );
  expect(cyclonedx.pedigree).toEqual({
    ancestors: [
      {
        name: "example.com/a",
        purl: "pkg:golang/example.com/a@v1.0.0",
        type: "library",
        version: "v1.0.0",
      },
    ],
  });
  expect(spdx.comment).toBe("Made from example.com/a v1.0.0 (pkg:golang/example.com/a@v1.0.0)");
});
