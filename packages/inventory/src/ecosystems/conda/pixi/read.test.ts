import { describe, expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../../assemble/test/mutations.ts";

const SHA = "5e".repeat(32);
const FORGE = "https://conda.anaconda.org/conda-forge";
const FILES_HOST = "https://files.pythonhosted.org/packages/aa";
const PYTHON_LINUX = `${FORGE}/linux-64/python-3.12.1-hab00c5b_1_cpython.conda`;
const PYTHON_WIN = `${FORGE}/win-64/python-3.12.1-h2628c8c_0_cpython.conda`;
const TZDATA = `${FORGE}/noarch/tzdata-2024a-h0c530f3_0.conda`;
const VC = `${FORGE}/win-64/vc-14.3-hcf57466_18.tar.bz2`;
const NUMPY = "https://user:secret@conda.example/t/tk-123/acme/linux-64/numpy-1.26.0-py312_0.conda";
const NUMPY_KEY = "https://conda.example/acme/linux-64/numpy-1.26.0-py312_0.conda";
const COMMIT = "c0".repeat(20);
const HTTPX = `git+https://git.example/httpx.git?rev=main#${COMMIT}`;
const HTTPX_KEY = `httpx 0.28.1 git+https://git.example/httpx.git@${COMMIT}`;

/** Two environments on two platforms, both parts, an own package, a build. */
const LOCK = `version: 7
platforms:
- name: linux-64
- name: win-64
environments:
  default:
    channels:
    - url: ${FORGE}/
    packages:
      linux-64:
      - conda: ${PYTHON_LINUX}
      - conda: ${TZDATA}
      - conda: ${NUMPY}
      - pypi: ${FILES_HOST}/wheely-1.0-cp312-linux.whl
      - pypi: ${HTTPX}
      - pypi: ./
      - conda_source: core[05cc8a84] @ packages/core
      win-64:
      - conda: ${PYTHON_WIN}
      - conda: ${TZDATA}
      - conda: ${VC}
      - pypi: ${FILES_HOST}/wheely-1.0-cp312-win.whl
      - pypi: ./
  test:
    channels:
    - url: ${FORGE}/
    packages:
      linux-64:
      - conda: ${PYTHON_LINUX}
      - conda: ${TZDATA}
      - pypi: ${FILES_HOST}/pytest-8.0-py3-none-any.whl
packages:
- conda: ${PYTHON_LINUX}
  build_number: 1
  sha256: ${SHA}
  md5: ${SHA.slice(32)}
  depends:
  - __glibc >=2.17
  - tzdata
  license: Python-2.0
- conda: ${PYTHON_WIN}
  sha256: ${SHA}
  depends:
  - tzdata
  - vc >=14.2,<15
- conda: ${TZDATA}
  sha256: ${SHA}
- conda: ${VC}
  sha256: ${SHA}
- conda: ${NUMPY}
  sha256: ${SHA}
  depends:
  - python >=3.12,<3.13.0a0
  purls:
  - pkg:pypi/numpy?source=hash-mapping
- pypi: ${FILES_HOST}/wheely-1.0-cp312-linux.whl
  name: wheely
  version: '1.0'
  sha256: ${SHA}
  requires_dist:
  - numpy>=1 ; sys_platform == 'linux'
  - httpx[http2]>=0.28 ; sys_platform == 'linux'
- pypi: ${FILES_HOST}/wheely-1.0-cp312-win.whl
  name: wheely
  version: '1.0'
  sha256: ${"6f".repeat(32)}
  requires_dist:
  - numpy>=1 ; sys_platform == 'linux'
- pypi: ${HTTPX}
  name: httpx
  version: 0.28.1
  requires_dist:
  - numpy ; extra == 'http2'
  - wheely ; extra == 'cli'
- pypi: ./
  name: app
  requires_dist:
  - wheely
- pypi: ${FILES_HOST}/pytest-8.0-py3-none-any.whl
  name: pytest
  version: '8.0'
  sha256: ${SHA}
- conda_source: core[05cc8a84] @ packages/core
  depends:
  - tzdata
  build_packages:
  - conda: ${FORGE}/linux-64/gcc-15.2-h0_1.conda
  - conda: ${FORGE}/linux-64/ld-2.45-h0_1.conda
- conda: ${FORGE}/linux-64/gcc-15.2-h0_1.conda
  sha256: ${SHA}
  depends:
  - ld
- conda: ${FORGE}/linux-64/ld-2.45-h0_1.conda
  sha256: ${SHA}
`;

const MANIFEST = `[workspace]
name = "shop"
version = "1.2.0"
channels = ["conda-forge"]
platforms = ["linux-64", "win-64"]

[dependencies]
python = "3.12.*"
core = { path = "packages/core" }

[target.linux.dependencies]
numpy = "*"

[pypi-dependencies]
app = { path = ".", editable = true }

[target.win.dependencies]
core = "*"

[feature.test.pypi-dependencies]
pytest = ">=8"

[environments]
test = { features = ["test"], no-default-feature = true }
`;
// On Windows nothing is locked for it: a difference that only one test wants.
const FITTING = MANIFEST.replace('core = { path = "packages/core" }\n', "")
  .replace('[target.win.dependencies]\ncore = "*"\n', "")
  .replace('numpy = "*"\n', 'numpy = "*"\ncore = { path = "packages/core" }\n')
  .replace(
    "no-default-feature = true",
    "no-default-feature = true, dependencies = { python = '*' }",
  );
const FILES = { "pixi.lock": LOCK, "pixi.toml": FITTING };

describe("a pixi.lock", () => {
  test("has edges by name in the same environment on the same platform, with what they hold for", async () => {
    const graph = await graphOf(FILES);
    expect(gapsOf(graph)).toEqual([]);
    expect(graph.edgeCompleteness).toBe("complete");
    expect(edgesOf(graph)).toEqual(
      [
        `. > ${NUMPY_KEY} runtime {platform == 'linux-64' and environment == 'default'}`,
        `. > ${PYTHON_LINUX} runtime {platform == 'linux-64'}`,
        `. > ${PYTHON_WIN} runtime {platform == 'win-64'}`,
        ". > app runtime {environment == 'default'}",
        ". > core @ packages/core runtime {platform == 'linux-64' and environment == 'default'}",
        ". > pytest 8.0 development {environment == 'test'}",
        "app > wheely 1.0 runtime",
        `core @ packages/core > ${FORGE}/linux-64/gcc-15.2-h0_1.conda build`,
        `core @ packages/core > ${TZDATA} runtime`,
        `${HTTPX_KEY} > ${NUMPY_KEY} runtime {extra == 'http2'}`,
        `${FORGE}/linux-64/gcc-15.2-h0_1.conda > ${FORGE}/linux-64/ld-2.45-h0_1.conda runtime`,
        `${PYTHON_LINUX} > ${TZDATA} runtime`,
        `${PYTHON_WIN} > ${TZDATA} runtime`,
        `${PYTHON_WIN} > ${VC} runtime`,
        `${NUMPY_KEY} > ${PYTHON_LINUX} runtime`,
        `wheely 1.0 > ${NUMPY_KEY} runtime {sys_platform == 'linux' and platform == 'linux-64'}`,
        `wheely 1.0 > ${HTTPX_KEY} runtime {sys_platform == 'linux' and platform == 'linux-64'}`,
      ].sort(),
    );
  });

  test("has scopes by environment, and what is built is for development", async () => {
    const graph = await graphOf(FILES);
    const scopes = fieldOf(graph, "scope");
    expect(Object.entries(scopes).filter(([, scope]) => scope !== "runtime")).toEqual([
      [`${FORGE}/linux-64/gcc-15.2-h0_1.conda`, "development"],
      [`${FORGE}/linux-64/ld-2.45-h0_1.conda`, "development"],
      ["pytest 8.0", "development"],
    ]);
    const direct = Object.entries(fieldOf(graph, "direct")).filter(([, each]) => each);
    expect(direct.map(([key]) => key)).toEqual(
      [
        "app",
        "core @ packages/core",
        `${FORGE}/linux-64/gcc-15.2-h0_1.conda`,
        TZDATA,
        NUMPY_KEY,
        PYTHON_LINUX,
        PYTHON_WIN,
        "pytest 8.0",
        "wheely 1.0",
      ].sort(),
    );
  });

  test("names packages by the rules of their own type, and no credentials", async () => {
    const graph = await graphOf(FILES);
    expect(JSON.stringify(graph)).not.toMatch(/secret|tk-123/);
    const purls = fieldOf(graph, "purl");
    expect(purls[PYTHON_LINUX]).toBe(
      "pkg:conda/python@3.12.1?build=hab00c5b_1_cpython&channel=conda-forge&subdir=linux-64&type=conda",
    );
    expect(purls[VC]).toContain("type=tar.bz2");
    expect(purls[NUMPY_KEY]).toBe(
      "pkg:conda/numpy@1.26.0?build=py312_0&channel=acme&repository_url=https:%2F%2Fconda.example&subdir=linux-64&type=conda",
    );
    expect(purls["wheely 1.0"]).toBe("pkg:pypi/wheely@1.0");
    expect(purls[HTTPX_KEY]).toBe(
      `pkg:pypi/httpx@0.28.1?vcs_url=git%2Bhttps:%2F%2Fgit.example%2Fhttpx.git%40${COMMIT}`,
    );
    const { ecosystem, firstParty, declaredLicense, location } = {
      ecosystem: fieldOf(graph, "ecosystem"),
      firstParty: fieldOf(graph, "firstParty"),
      declaredLicense: fieldOf(graph, "declaredLicense"),
      location: fieldOf(graph, "location"),
    };
    expect([ecosystem[TZDATA], ecosystem["wheely 1.0"], ecosystem["app"]]).toEqual([
      "conda",
      "pypi",
      "pypi",
    ]);
    expect(Object.entries(firstParty).filter(([, own]) => own)).toEqual([
      [".", true],
      ["app", true],
      ["core @ packages/core", true],
    ]);
    expect(declaredLicense[PYTHON_LINUX]).toBe("Python-2.0");
    expect(location[VC]).toEqual({
      path: "pixi.lock",
      startLine: LOCK.split("\n").indexOf(`- conda: ${VC}`) + 1,
    });
  });

  test("has the checksums of each archive, and where it is used", async () => {
    const artifacts = fieldOf(await graphOf(FILES), "artifacts");
    expect(artifacts[PYTHON_LINUX]).toEqual([
      {
        hashes: [
          { algorithm: "SHA-256", value: SHA },
          { algorithm: "MD5", value: SHA.slice(32) },
        ],
        url: PYTHON_LINUX,
      },
    ]);
    expect(artifacts["wheely 1.0"]).toEqual([
      {
        hashes: [{ algorithm: "SHA-256", value: SHA }],
        url: `${FILES_HOST}/wheely-1.0-cp312-linux.whl`,
        condition: "platform == 'linux-64'",
      },
      {
        hashes: [{ algorithm: "SHA-256", value: "6f".repeat(32) }],
        url: `${FILES_HOST}/wheely-1.0-cp312-win.whl`,
        condition: "platform == 'win-64'",
      },
    ]);
  });

  test("is stale where its manifest asks for what an environment does not have, and covers the manifests", async () => {
    const graph = await graphOf({ ...FILES, "pixi.toml": MANIFEST });
    expect(gapsOf(graph)).toEqual([
      "stale pixi.toml: it asks for other packages: core is not locked for default on win-64",
    ]);
    const more = `${FITTING}dev = ["test"]\n`;
    expect(gapsOf(await graphOf({ ...FILES, "pixi.toml": more }))).toEqual([
      "stale pixi.toml: it asks for other packages: the environment dev is not locked",
    ]);
    expect((await graphOf(FILES)).covers).toContain("packages/core/pyproject.toml");
  });

  test("asks for no more than the names in a pyproject.toml with a part for Pixi", async () => {
    const pyproject = `[project]
name = "shop"
requires-python = ">=3.12"
dependencies = ["wheely"]
[dependency-groups]
test = ["pytest"]
[tool.pixi.workspace]
channels = ["conda-forge"]
[tool.pixi.target.linux-64.dependencies]
core = { path = "packages/core" }
[tool.pixi.pypi-dependencies]
app = { path = "." }
[tool.pixi.environments]
test = { features = ["test"], no-default-feature = true }
`;
    const files = { "pixi.lock": LOCK, "pyproject.toml": pyproject };
    const graph = await graphOf(files);
    expect(gapsOf(graph)).toEqual([]);
    expect(edgesOf(graph).filter((each) => each.startsWith(". >"))).toEqual([
      ". > app runtime {environment == 'default'}",
      ". > core @ packages/core runtime {platform == 'linux-64' and environment == 'default'}",
      `. > ${PYTHON_LINUX} runtime {platform == 'linux-64' and environment == 'default'}`,
      `. > ${PYTHON_WIN} runtime {platform == 'win-64'}`,
      ". > pytest 8.0 development {environment == 'test'}",
      ". > wheely 1.0 runtime {environment == 'default'}",
    ]);
    // It is Python's manifest too, and its packages are in this lockfile.
    expect(await skippedOf(files)).toEqual([]);
  });

  test("says what direct packages it does not know without a manifest", async () => {
    const graph = await graphOf({ "pixi.lock": LOCK });
    expect(graph.roots).toEqual([]);
    expect(fieldOf(graph, "direct")[TZDATA]).toBeUndefined();
    expect(gapsOf(graph)).toEqual([
      "entry pixi.lock: what the project itself asks for is not known: there is no pixi.toml",
    ]);
  });
});

describe("older versions", () => {
  test("4 and 5 have the kind and every field in the entry", async () => {
    const graph = await graphOf({
      "pixi.toml": '[dependencies]\ntzdata = "*"\n',
      "pixi.lock": `version: 5
environments:
  default:
    channels: []
    packages:
      linux-64:
      - conda: ${TZDATA}
packages:
- kind: conda
  name: tzdata
  version: 2024a
  build: h0c530f3_0
  subdir: noarch
  url: ${TZDATA}
  sha256: ${SHA}
`,
    });
    expect(gapsOf(graph)).toEqual([]);
    expect(edgesOf(graph)).toEqual([`. > ${TZDATA} runtime`]);
  });

  test("6 tells packages of one folder apart by name, and 1 to 3 are lists", async () => {
    const six = await graphOf({
      "pixi.toml": '[dependencies]\nb = { path = "src" }\n',
      "pixi.lock": `version: 6
environments:
  default:
    packages:
      linux-64:
      - conda: src
        name: b
packages:
- conda: src
  name: a
  version: 1.0
- conda: src
  name: b
  version: 2.0
`,
    });
    expect(edgesOf(six)).toEqual([". > b @ src runtime"]);
    expect(gapsOf(six)).toEqual([
      "entry a @ src: no environment has it",
      "orphan a @ src: no dependency in the lockfile leads to it",
    ]);
    const three = await graphOf({
      "environment.yml": "dependencies: []\n",
      "pixi.lock": `version: 3
metadata: {platforms: [linux-64]}
package:
- {platform: linux-64, name: tzdata, version: 2024a, manager: conda, dependencies: [], url: "${TZDATA}", hash: {sha256: ${SHA}}}
`,
    });
    expect(three.format).toBe("pixi");
    expect(Object.keys(fieldOf(three, "name"))).toEqual([".", TZDATA]);
  });
});

describe("nothing is silent", () => {
  test("a newer version, a list where a map belongs, and entries that lead nowhere", async () => {
    const read = (text: string) => skippedOf({ "pixi.lock": text });
    expect(await read(LOCK.replace("version: 7", "version: 8"))).toEqual([
      'unreadable pixi.lock: pixi.lock is of the version "8"; up to 7 is known',
    ]);
    expect(await read("version: 7\npackages: []\n")).toEqual([
      "unreadable pixi.lock: pixi.lock has no environments, or no packages",
    ]);
    expect(await read("- a\n")).toEqual([
      "unreadable pixi.lock: pixi.lock is no map of YAML in one document",
    ]);
    const cut = LOCK.slice(0, LOCK.lastIndexOf(`- conda: ${FORGE}/linux-64/ld`));
    expect(gapsOf(await graphOf({ ...FILES, "pixi.lock": cut }))).toEqual([
      `entry ${FORGE}/linux-64/gcc-15.2-h0_1.conda: its dependency ld is not in the lockfile`,
      `entry ${FORGE}/linux-64/ld-2.45-h0_1.conda: the build environment of core[05cc8a84] @ packages/core has it, and no entry says what it is`,
    ]);
  });

  test("two packages of one name in one environment, and folders that lie elsewhere", async () => {
    const twice = LOCK.replace(
      `      - conda: ${TZDATA}\n`,
      `      - conda: ${TZDATA}\n      - conda: ${FORGE}/noarch/tzdata-2023c-h0_0.conda\n`,
    ).replace(
      "packages:\n- conda",
      `packages:\n- conda: ${FORGE}/noarch/tzdata-2023c-h0_0.conda\n- conda`,
    );
    expect(gapsOf(await graphOf({ ...FILES, "pixi.lock": twice }))[0]).toBe(
      `entry ${FORGE}/noarch/tzdata-2023c-h0_0.conda: another tzdata is locked for default on linux-64: what asks for it may get either`,
    );
    const outside = LOCK.replaceAll("@ packages/core", "@ ../core");
    expect(gapsOf(await graphOf({ ...FILES, "pixi.lock": outside }))).toContain(
      "entry core @ ../core: it is a folder outside the repository",
    );
  });

  test("CRLF and a byte order mark change nothing", async () => {
    const plain = await graphOf(FILES);
    const graph = await graphOf({
      ...FILES,
      "pixi.lock": `\uFEFF${LOCK.replaceAll("\n", "\r\n")}`,
    });
    expect(graph).toEqual(plain);
  });

  test("whatever is done to it", async () => {
    const entries = (text: string) => text.match(/^- (?:conda|conda_source|pypi): /gm)?.length ?? 0;
    await expectNothingSilent("pixi.lock", FILES, 150, entries);
  });
});

test("a lockfile of hostile size is read in time, and says where it was left", async () => {
  const count = 200;
  const names = Array.from(
    { length: count },
    (_, index) => `      - conda: ${FORGE}/noarch/p${index}-1-0.conda`,
  );
  const environments = Array.from(
    { length: 60 },
    (_, index) => `  e${index}:\n    packages:\n      linux-64:\n${names.join("\n")}\n`,
  );
  const depends = Array.from({ length: count }, (_, index) => `  - p${index}`).join("\n");
  const packages = names.map((each) => `${each.trim()}\n  depends:\n${depends}\n`);
  const text = `version: 6\nenvironments:\n${environments.join("")}packages:\n${packages.join("\n")}`;
  const graph = await graphOf({ "pixi.lock": text });
  expect(graph.components.length).toBe(count);
  expect(gapsOf(graph)).toContain(
    "entry pixi.lock: its environments have more than 2000000 dependencies",
  );
});
