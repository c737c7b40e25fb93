import { describe, expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../../assemble/test/mutations.ts";

const SHA = "5e".repeat(32);
const FORGE = "https://conda.anaconda.org/conda-forge";
const WHEEL = "https://files.pythonhosted.org/packages/aa/flask-3.0.0-py3-none-any.whl";

function entry(
  name: string,
  version: string,
  platform: string,
  options: {
    readonly category?: string;
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly manager?: "pip";
    readonly subdir?: string;
  } = {},
): string {
  const { category = "main", dependencies = {}, manager, subdir = platform } = options;
  const lines = Object.entries(dependencies).map(([each, range]) => `\n    ${each}: '${range}'`);
  const url = manager === "pip" ? WHEEL : `${FORGE}/${subdir}/${name}-${version}-h0_0.tar.bz2`;
  return `- name: ${name}
  version: '${version}'
  manager: ${manager ?? "conda"}
  platform: ${platform}
  dependencies:${lines.length === 0 ? " {}" : lines.join("")}
  url: ${url}
  hash:
    sha256: ${SHA}
  category: ${category}
  optional: ${category !== "main"}
`;
}

const LOCK = `# Generated.
version: 1
metadata:
  content_hash:
    linux-64: ${SHA}
  channels:
  - url: conda-forge
    used_env_vars: []
  platforms:
  - linux-64
  - osx-64
  sources:
  - environment.yml
  - dev.yml
package:
${entry("python", "3.12.1", "linux-64", { dependencies: { __glibc: ">=2.17", libblas: "" } })}${entry("libblas", "3.9", "linux-64", { category: "dev" })}${entry("libblas", "3.9", "linux-64", { category: "test" })}${entry("libblas", "3.9", "linux-64")}${entry("pytest", "8.0", "linux-64", { category: "dev", dependencies: { python: ">=3" }, subdir: "noarch" })}${entry("click", "8.1", "linux-64", { subdir: "noarch" })}${entry("markup_safe", "2.1", "linux-64")}${entry("flask", "3.0.0", "linux-64", { manager: "pip", dependencies: { Click: ">=8", "markup.safe": ">=2" } })}${entry("python", "3.12.1", "osx-64")}${entry("pytest", "8.0", "osx-64", { category: "dev", dependencies: { python: ">=3" }, subdir: "noarch" })}`;
const FILES = {
  "conda-lock.yml": LOCK,
  "environment.yml":
    "name: shop\ndependencies:\n  - python=3.12\n  - click  # [linux64]\n  - pip:\n    - -r more.txt\n    - Flask>=3\n",
  "dev.yml": "category: dev\ndependencies: [pytest]\n",
};
const PIP = entry("pip", "24.0", "linux-64", { subdir: "noarch" });
const WHOLE = { ...FILES, "conda-lock.yml": LOCK + PIP };

describe("a conda-lock.yml", () => {
  test("has edges by name on the same platform, of pip's packages to conda's too", async () => {
    const graph = await graphOf(WHOLE);
    expect(gapsOf(graph)).toEqual([]);
    expect(edgesOf(graph)).toEqual([
      `. > flask 3.0.0 runtime {platform == 'linux-64'}`,
      `. > ${FORGE}/linux-64/python-3.12.1-h0_0.tar.bz2 runtime {platform == 'linux-64'}`,
      `. > ${FORGE}/noarch/click-8.1-h0_0.tar.bz2 runtime {platform == 'linux-64'}`,
      `. > ${FORGE}/noarch/pip-24.0-h0_0.tar.bz2 runtime {platform == 'linux-64'}`,
      `. > ${FORGE}/noarch/pytest-8.0-h0_0.tar.bz2 development`,
      `. > ${FORGE}/osx-64/python-3.12.1-h0_0.tar.bz2 runtime {platform == 'osx-64'}`,
      `flask 3.0.0 > ${FORGE}/linux-64/markup_safe-2.1-h0_0.tar.bz2 runtime`,
      `flask 3.0.0 > ${FORGE}/noarch/click-8.1-h0_0.tar.bz2 runtime`,
      `${FORGE}/linux-64/python-3.12.1-h0_0.tar.bz2 > ${FORGE}/linux-64/libblas-3.9-h0_0.tar.bz2 runtime`,
      `${FORGE}/noarch/pytest-8.0-h0_0.tar.bz2 > ${FORGE}/linux-64/python-3.12.1-h0_0.tar.bz2 runtime {platform == 'linux-64'}`,
      `${FORGE}/noarch/pytest-8.0-h0_0.tar.bz2 > ${FORGE}/osx-64/python-3.12.1-h0_0.tar.bz2 runtime {platform == 'osx-64'}`,
    ]);
    expect(fieldOf(graph, "scope")[`${FORGE}/noarch/pytest-8.0-h0_0.tar.bz2`]).toBe("development");
    expect(graph.covers).toEqual(["dev.yml", "environment.yml"]);
    expect(await skippedOf(WHOLE)).toEqual([]);
  });

  test("has one component for the entries of several categories and platforms", async () => {
    const graph = await graphOf(WHOLE);
    expect(
      graph.components.map(({ purl, name, scope }) => `${purl?.split("?")[0] ?? name} ${scope}`),
    ).toEqual([
      "pkg:generic/project#. runtime".replace("#.", ""),
      "pkg:pypi/flask@3.0.0 runtime",
      "pkg:conda/libblas@3.9 runtime",
      "pkg:conda/markup_safe@2.1 runtime",
      "pkg:conda/python@3.12.1 runtime",
      "pkg:conda/click@8.1 runtime",
      "pkg:conda/pip@24.0 runtime",
      "pkg:conda/pytest@8.0 development",
      "pkg:conda/python@3.12.1 runtime",
    ]);
    expect(fieldOf(graph, "artifacts")["flask 3.0.0"]).toEqual([
      { hashes: [{ algorithm: "SHA-256", value: SHA }], url: WHEEL },
    ]);
    expect(fieldOf(graph, "ecosystem")["flask 3.0.0"]).toBe("pypi");
  });

  test("is stale where a source asks for what no platform has", async () => {
    const dev = "dependencies: [pytest, ruff]\n";
    expect(gapsOf(await graphOf({ ...WHOLE, "dev.yml": dev }))).toEqual([
      "stale environment.yml: it asks for other packages: ruff is not locked",
    ]);
  });

  test("does not know what is direct where a source is missing, or has another form", async () => {
    const { "dev.yml": _, ...without } = WHOLE;
    const graph = await graphOf(without);
    expect(graph.roots).toEqual([]);
    expect(gapsOf(graph)).toEqual([
      "entry conda-lock.yml: what the project itself asks for is not known: there is no dev.yml",
    ]);
    const other = await graphOf({
      ...WHOLE,
      "conda-lock.yml": WHOLE["conda-lock.yml"].replace("- dev.yml", "- ../pyproject.toml"),
    });
    expect([other.roots, gapsOf(other)]).toEqual([[], []]);
  });

  test("says what it does not understand", async () => {
    const odd = WHOLE["conda-lock.yml"]
      .replace("manager: pip", "manager: gem")
      .replace("  - osx-64\n", "  - osx-64\n  - win-64\n")
      .replace(`sha256: ${SHA}\n  category: main`, "sha256: 12\n  category: main");
    expect(gapsOf(await graphOf({ ...WHOLE, "conda-lock.yml": odd }))).toEqual([
      "stale environment.yml: it asks for other packages: flask is not locked",
      `entry ${FORGE}/linux-64/python-3.12.1-h0_0.tar.bz2: its checksum is no SHA-256`,
      "entry package[7]: its manager is neither conda nor pip",
      "entry win-64: no package is locked for this platform",
      "orphan https://conda.anaconda.org/conda-forge/linux-64/markup_safe-2.1-h0_0.tar.bz2: no dependency in the lockfile leads to it",
    ]);
    expect(await skippedOf({ "conda-lock.yml": "version: 2\npackage: []\n" })).toEqual([
      'unreadable conda-lock.yml: conda-lock.yml is of the version "2"; up to 1 is known',
    ]);
  });

  test("loses nothing silently, whatever is done to it", async () => {
    const entries = (text: string) => new Set(text.match(/^ {2}url: \S+/gm)).size;
    await expectNothingSilent("conda-lock.yml", WHOLE, 150, entries);
  });
});
