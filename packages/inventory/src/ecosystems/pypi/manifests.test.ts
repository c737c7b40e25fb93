import { expect, test } from "vitest";
import { memorySource, readInventory } from "../../index.ts";

async function reported(files: Readonly<Record<string, string>>) {
  const { skipped } = await readInventory(memorySource(files));
  return skipped.map(({ kind, item }) => `${kind} ${item}`);
}

test.each([
  ["pyproject.toml", '[project]\ndependencies = ["a"]\n'],
  ["pyproject.toml", '[project.optional-dependencies]\nx = ["a"]\n'],
  ["pyproject.toml", '[dependency-groups]\nx = ["a"]\n'],
  ["pyproject.toml", '[project]\ndynamic = ["dependencies"]\n'],
  ["pyproject.toml", '[tool.poetry.dependencies]\npython = "*"\na = "*"\n'],
  ["pyproject.toml", '[tool.poetry.group.dev.dependencies]\na = "*"\n'],
  ["pyproject.toml", '[tool.uv]\ndev-dependencies = ["a"]\n'],
  ["pyproject.toml", '[tool.pdm.dev-dependencies]\ntest = ["a"]\n'],
  ["pyproject.toml", "[project\n"],
  ["setup.cfg", "[options]\ninstall_requires =\n    a\n"],
  ["setup.cfg", "[options]\ninstall_requires = a\n"],
  ["setup.cfg", "[options.extras_require]\nx = a\n"],
  ["setup.py", "from setuptools import setup\nsetup(\n  install_requires=['a'])\n"],
  ["Pipfile", '[packages]\na = "*"\n'],
  ["Pipfile", '[docs]\na = "*"\n'],
  ["requirements.in", "# comment\na\n"],
])("%s with %j asks for packages", async (path, text) => {
  expect(await reported({ [`p/${path}`]: text })).toEqual([`unlocked p/${path}`]);
});

test.each([
  ["pyproject.toml", "[tool.ruff]\nline-length = 100\n"],
  ["pyproject.toml", '[build-system]\nrequires = ["hatchling"]\n'],
  ["pyproject.toml", '[tool.poetry.dependencies]\npython = "*"\n'],
  [
    "pyproject.toml",
    '[project]\ndynamic = ["dependencies"]\n[tool.setuptools.dynamic]\ndependencies = {file = ["requirements.txt"]}\n',
  ],
  ["setup.cfg", "[flake8]\nmax-line-length = 100\n"],
  ["setup.cfg", "[options]\ninstall_requires =\npackages = find:\n"],
  ["setup.py", "import setuptools\n# install_requires\nsetuptools.setup()\n"],
  ["setup.py", "class Setup:\n  install_requires: list\n"],
  ["Pipfile", '[packages]\n[requires]\npython_version = "3"\n'],
  ["requirements.in", "# none\n-r other.in\n"],
])("%s with %j asks for none", async (path, text) => {
  expect(await reported({ [path]: text })).toEqual([]);
});

test("a lockfile covers the manifests of its project and no others", async () => {
  const asks = '[project]\ndependencies = ["a"]\n';
  const lock = '[[package]]\nname = "a"\nversion = "1"\n[metadata]\nlock-version = "2.1"\n';
  expect(
    await reported({
      "poetry.lock": lock,
      "pyproject.toml": asks,
      "setup.py": "install_requires=[]",
      "sub/pyproject.toml": asks,
    }),
  ).toEqual(["unlocked sub/pyproject.toml"]);
});
