import { expect, test } from "vitest";
import { readInstalledMetadata } from "./metadata.ts";
import { fieldOf, graphOf } from "./test/graphs.ts";

const HEAD = "Metadata-Version: 2.4\nName: My_Package\nVersion: 1.0\n";

test.each([
  ["License-Expression: MIT OR Apache-2.0\nLicense: BSD\n", "MIT OR Apache-2.0"],
  ["License: BSD-3-Clause\nClassifier: License :: OSI Approved :: BSD License\n", "BSD-3-Clause"],
  ["License: UNKNOWN\nClassifier: License :: OSI Approved :: MIT License\n", "MIT"],
  [
    "License: Permission is hereby granted\n        to anybody\nClassifier: License :: OSI Approved :: MIT License\n",
    "MIT",
  ],
  [`License: ${"x".repeat(300)}\n`, undefined],
  ["Classifier: License :: OSI Approved :: BSD License\n", "BSD License"],
  ["Classifier: License :: OSI Approved\nClassifier: Topic :: X\n", undefined],
  [
    "Classifier: License :: OSI Approved :: MIT License\nClassifier: License :: OSI Approved :: ISC License (ISCL)\n",
    "MIT License; ISC License (ISCL)",
  ],
  ["\nLicense: GPL-3.0-only\n", undefined],
])("METADATA with %j has the licence %s", (fields, license) => {
  expect(readInstalledMetadata(HEAD + fields)).toEqual({
    name: "my-package",
    version: "1.0",
    metadata: { authors: [] },
    manifest: license === undefined ? {} : { license },
  });
});

test("a file that names no package can't be used", () => {
  expect(readInstalledMetadata("License: MIT\n")).toBe("it names no package and version");
});

test("packages lie in the virtual environment beside the lockfile, in a folder called as the wheel", async () => {
  const entry = (name: string, rest: string) =>
    `[[package]]\nname = "${name}"\nversion = "6.0"\nsource = { registry = "https://pypi.org/simple" }\n${rest}\n`;
  const graph = await graphOf({
    "a/uv.lock": `version = 1\n${entry("pyyaml", 'wheels = [{ url = "https://h.example/PyYAML-6.0-cp39-cp39-linux.whl" }]')}${entry("zope-interface", 'sdist = { url = "https://h.example/zope.interface-6.0.tar.gz" }')}`,
    "a/.venv/pyvenv.cfg": "home = /usr/bin\nversion_info = 3.12.1.final.0\n",
  });
  expect(fieldOf(graph, "installPath")).toEqual({
    "pyyaml 6.0": "a/.venv/lib/python3.12/site-packages/PyYAML-6.0.dist-info",
    "zope-interface 6.0": "a/.venv/lib/python3.12/site-packages/zope_interface-6.0.dist-info",
  });
});
