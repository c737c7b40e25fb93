import { describe, expect, test } from "vitest";
import { edges, one, readWith, said } from "../../test/read.ts";
import { zipOf } from "../../test/zip.ts";
import { pythonInstalled } from "./reader.ts";

const SITE = "usr/local/lib/python3.12/site-packages";
const metadata = (name: string, version: string, ...more: string[]) =>
  [
    "Metadata-Version: 2.1",
    `Name: ${name}`,
    `Version: ${version}`,
    ...more,
    "",
    "Read me",
    "",
  ].join("\n");
const read = (files: Record<string, string | Uint8Array>) => readWith(pythonInstalled, { files });

describe("what pip installed", () => {
  const files = {
    [`${SITE}/Flask-3.0.0.dist-info/METADATA`]: metadata(
      "Flask",
      "3.0.0",
      "License-Expression: BSD-3-Clause",
      "Requires-Dist: Jinja2 >= 3.1",
      'Requires-Dist: asgiref>=3.2 ; extra == "async"',
      "Requires-Dist: gone",
    ),
    [`${SITE}/Flask-3.0.0.dist-info/RECORD`]:
      'flask/__init__.py,sha256=abc,10\n../../../bin/flask,,\n"flask/a,b.py",,\n../../../../../../outside,,\n',
    [`${SITE}/Flask-3.0.0.dist-info/INSTALLER`]: "pip\n",
    [`${SITE}/Flask-3.0.0.dist-info/REQUESTED`]: "",
    [`${SITE}/jinja2-3.1.2.dist-info/METADATA`]: metadata(
      "jinja2",
      "3.1.2",
      "Classifier: License :: OSI Approved :: MIT License",
    ),
    [`${SITE}/asgiref-3.7.0.dist-info/METADATA`]: metadata("asgiref", "3.7.0", "License: BSD"),
  };

  test("packages, who needs whom, and which of them were asked for", async () => {
    const reading = await read(files);
    expect(said(reading)).toEqual([
      "pkg:pypi/flask@3.0.0",
      "pkg:pypi/asgiref@3.7.0",
      "pkg:pypi/jinja2@3.1.2",
    ]);
    expect(edges(reading)).toEqual([
      'flask 3.0.0 > asgiref 3.7.0 optional >=3.2 {extra == "async"}',
      "flask 3.0.0 > jinja2 3.1.2 runtime >=3.1",
    ]);
    const facts = reading.components.map(({ component: c, properties }) => [
      c.declaredLicense,
      c.direct,
      properties,
    ]);
    expect(facts).toEqual([
      ["BSD-3-Clause", true, [["assay:image:installer", "pip"]]],
      ["BSD", false, undefined],
      ["MIT", false, undefined],
    ]);
  });

  test("the files of a package are its own", async () => {
    const { owned } = await read(files);
    expect([...(owned ?? [])].map(([id, paths]) => [id, [...paths]])).toEqual([
      [
        `${SITE}/Flask-3.0.0.dist-info/METADATA#flask@3.0.0`,
        [`${SITE}/flask/__init__.py`, "usr/local/bin/flask", `${SITE}/flask/a,b.py`],
      ],
    ]);
  });
});

test("where it came from: a commit, an archive, a wheel of an earlier stage, a folder", async () => {
  const at = (name: string, origin: object) => ({
    [`${SITE}/${name}-1.0.dist-info/METADATA`]: metadata(name, "1.0"),
    [`${SITE}/${name}-1.0.dist-info/direct_url.json`]: JSON.stringify(origin),
  });
  const commit = "1".repeat(40);
  const reading = await read({
    ...at("git", {
      url: "https://user:secret@example.org/git.git",
      vcs_info: { vcs: "git", commit_id: commit },
    }),
    ...at("archive", {
      url: "https://example.org/archive-1.0.tar.gz?token=secret",
      archive_info: { hash: `sha256=${"ab".repeat(32)}` },
    }),
    ...at("wheel", {
      url: "file:///wheels/wheel-1.0-py3-none-any.whl",
      archive_info: { hashes: { sha256: "cd".repeat(32) } },
    }),
    ...at("mine", { url: "file:///app", dir_info: { editable: true } }),
  });
  expect(said(reading)).toEqual([
    "pkg:pypi/archive@1.0?download_url=https:%2F%2Fexample.org%2Farchive-1.0.tar.gz",
    `pkg:pypi/git@1.0?vcs_url=git%2Bhttps:%2F%2Fexample.org%2Fgit.git%40${commit}`,
    "pkg:generic/mine@1.0#app own",
    "pkg:pypi/wheel@1.0",
  ]);
  expect(one(reading, "wheel").artifacts).toEqual([
    { hashes: [{ algorithm: "SHA-256", value: "cd".repeat(32) }] },
  ]);
  expect(JSON.stringify(reading)).not.toContain("secret");
});

test("eggs: a folder, one file, an archive, and what lies beside sources", async () => {
  const debian = "usr/lib/python3/dist-packages";
  const reading = await read({
    [`${debian}/six-1.16.0.egg-info`]: metadata("six", "1.16.0"),
    [`${debian}/Old_Name-1.0.egg-info/PKG-INFO`]: metadata("Old.Name", "1.0"),
    [`${debian}/Old_Name-1.0.egg-info/requires.txt`]: "six>=1\n\n[test:python_version<'4']\nsix\n",
    [`${SITE}/zipped-2.0-py3.12.egg`]: zipOf({ "EGG-INFO/PKG-INFO": metadata("zipped", "2.0") }),
    [`${SITE}/open-2.0-py3.12.egg/EGG-INFO/PKG-INFO`]: metadata("open", "2.0"),
    [`${SITE}/other.egg`]: zipOf({ "a.txt": "" }),
    "app/src/shop.egg-info/PKG-INFO": metadata("shop", "0.1"),
  });
  expect(said(reading)).toEqual([
    "pkg:generic/shop@0.1#app/src own",
    "pkg:pypi/old-name@1.0",
    "pkg:pypi/six@1.16.0",
    "pkg:pypi/open@2.0",
    "pkg:pypi/zipped@2.0",
  ]);
  expect([...(reading.explained ?? [])]).toEqual([`${SITE}/open-2.0-py3.12.egg/`]);
  expect(edges(reading)).toEqual([
    `old-name 1.0 > six 1.16.0 optional {(python_version<'4') and extra == "test"}`,
    "old-name 1.0 > six 1.16.0 runtime >=1",
  ]);
});

test("what a package brings along is bundled, with metadata or only listed", async () => {
  const reading = await read({
    [`${SITE}/setuptools/_vendor/wheel-0.43.0.dist-info/METADATA`]: metadata("wheel", "0.43.0"),
    [`${SITE}/pip/_vendor/vendor.txt`]:
      "CacheControl==0.14.0\nrequests==2.32.3\n    certifi==2024.7.4\n# no==1\n",
  });
  expect(said(reading)).toEqual([
    "pkg:pypi/wheel@0.43.0 bundled",
    "pkg:pypi/cachecontrol@0.14.0 archive bundled",
    "pkg:pypi/requests@2.32.3 archive bundled",
    "pkg:pypi/certifi@2024.7.4 archive bundled",
  ]);
});

test("two environments do not see each other; /usr/local sees /usr", async () => {
  const reading = await read({
    "opt/a/lib/python3.12/site-packages/x-1.dist-info/METADATA": metadata(
      "x",
      "1",
      "Requires-Dist: y",
    ),
    "opt/b/lib/python3.12/site-packages/y-1.dist-info/METADATA": metadata("y", "1"),
    [`${SITE}/x-2.dist-info/METADATA`]: metadata("x", "2", "Requires-Dist: y"),
    "usr/lib/python3/dist-packages/y-2.egg-info": metadata("y", "2"),
  });
  expect(edges(reading)).toEqual(["x 2 > y 2 runtime"]);
});

test("broken records are refused", async () => {
  const reading = await read({
    [`${SITE}/none-1.dist-info/METADATA`]: "Name: none\n",
    [`${SITE}/bad-1.dist-info/METADATA`]: metadata("../bad", "1"),
    [`${SITE}/cut.egg`]: "PK",
    [`${SITE}/fine-1.dist-info/METADATA`]: metadata(
      "fine",
      "1",
      `Requires-Dist: ${"(".repeat(10_000)}`,
    ),
    [`${SITE}/fine-1.dist-info/direct_url.json`]: "{",
    [`${SITE}/x/_vendor/vendor.txt`]: "\n".repeat(500_000),
  });
  expect(said(reading)).toEqual(["pkg:pypi/fine@1"]);
  expect(reading.broken).toEqual([
    `${SITE}/bad-1.dist-info/METADATA names no package and version`,
    `${SITE}/cut.egg can't be read: it has no end: it is cut off, or no archive`,
    `${SITE}/fine-1.dist-info/direct_url.json is no JSON`,
    `${SITE}/none-1.dist-info/METADATA names no package and version`,
  ]);
});
