import { expect, test } from "vitest";
import { edges, one, readWith, said } from "../../test/read.ts";
import { condaInstalled } from "./reader.ts";

test("an environment: channels, files, and what was asked for", async () => {
  const meta = "opt/conda/conda-meta";
  const reading = await readWith(condaInstalled, {
    files: {
      [`${meta}/numpy-1.26.4-py312_0.json`]: JSON.stringify({
        name: "numpy",
        version: "1.26.4",
        build: "py312_0",
        subdir: "linux-64",
        url: "https://conda.anaconda.org/t/secret/conda-forge/linux-64/numpy-1.26.4-py312_0.conda",
        sha256: "ab".repeat(32),
        md5: "cd".repeat(16),
        license: "BSD-3-Clause",
        depends: ["python >=3.12,<3.13", "__glibc >=2.17", "libgone"],
        requested_spec: "numpy",
        files: ["lib/python3.12/site-packages/numpy/__init__.py", "../../etc/passwd", "bin/f2py"],
      }),
      [`${meta}/python-3.12.0-h1_0.json`]: JSON.stringify({
        name: "python",
        version: "3.12.0",
        build: "h1_0",
        subdir: "linux-64",
        fn: "python-3.12.0-h1_0.tar.bz2",
        channel: "https://repo.anaconda.com/pkgs/main/linux-64",
        license: "None",
        requested_spec: "None",
      }),
      [`${meta}/broken-1-0.json`]: "{}",
      [`${meta}/history`]: "==> 2024 <==",
    },
  });
  expect(said(reading)).toEqual([
    "pkg:conda/numpy@1.26.4?build=py312_0&channel=conda-forge&subdir=linux-64&type=conda",
    "pkg:conda/python@3.12.0?build=h1_0&channel=main&subdir=linux-64&type=tar.bz2",
  ]);
  expect(edges(reading)).toEqual(["numpy 1.26.4 > python 3.12.0 runtime >=3.12,<3.13"]);
  expect(one(reading, "numpy")).toMatchObject({
    declaredLicense: "BSD-3-Clause",
    direct: true,
    artifacts: [
      {
        hashes: [
          { algorithm: "SHA-256", value: "ab".repeat(32) },
          { algorithm: "MD5", value: "cd".repeat(16) },
        ],
        url: "https://conda.anaconda.org/conda-forge/linux-64/numpy-1.26.4-py312_0.conda",
      },
    ],
  });
  expect(one(reading, "python").direct).toBe(false);
  expect([...(reading.owned ?? [])].map(([, paths]) => [...paths])).toEqual([
    [
      `${meta}/numpy-1.26.4-py312_0.json`,
      "opt/conda/lib/python3.12/site-packages/numpy/__init__.py",
      "etc/passwd",
      "opt/conda/bin/f2py",
    ],
    [`${meta}/python-3.12.0-h1_0.json`],
  ]);
  expect(reading.broken).toEqual([`${meta}/broken-1-0.json names no package and version`]);
});
