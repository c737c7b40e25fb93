import { parseToml, type Table, tableOf } from "../../toml.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { readDeclarations } from "./pyproject.ts";

/** Where one project may say what it asks for. */
export const MANIFESTS = ["pyproject.toml", "setup.cfg", "setup.py"] as const;

/** Whether a `pyproject.toml` asks for packages, in the standard lists or in those of Poetry, PDM and uv. */
export function pyprojectAsks(text: string): boolean {
  const pyproject = parseToml("pyproject.toml", text);
  const { declared, dynamic, unreadable } = readDeclarations(pyproject);
  if (declared.length > 0 || unreadable > 0) return true;
  const { poetry, pdm, uv, setuptools } = tableOf(pyproject["tool"]);
  if (dynamic.has("dependencies") && !fromRequirementsFile(setuptools)) return true;
  return (
    poetryAsks(tableOf(poetry)) ||
    [pdm, uv].some((tool) => hasLists(tableOf(tool)["dev-dependencies"]))
  );
}

/** What is read from a requirements file is reported with that file. */
function fromRequirementsFile(setuptools: unknown): boolean {
  const dynamic = tableOf(tableOf(setuptools)["dynamic"]);
  return tableOf(dynamic["dependencies"])["file"] !== undefined;
}

function poetryAsks(poetry: Table): boolean {
  const { python, ...dependencies } = tableOf(poetry["dependencies"]);
  const groups = Object.values(tableOf(poetry["group"]));
  return [
    dependencies,
    poetry["dev-dependencies"],
    ...groups.map((group) => tableOf(group)["dependencies"]),
  ].some(hasKeys);
}

function hasKeys(value: unknown): boolean {
  return Object.keys(tableOf(value)).length > 0;
}

/** A list that is not empty, or a table with one. */
function hasLists(value: unknown): boolean {
  const lists = Array.isArray(value) ? [value] : Object.values(tableOf(value));
  return lists.some((list) => Array.isArray(list) && list.length > 0);
}

/** Whether a `Pipfile` asks for packages, in any of its categories. */
export function pipfileAsks(text: string): boolean {
  const { source, requires, scripts, pipenv, ...categories } = parseToml("Pipfile", text);
  return Object.values(categories).some(hasKeys);
}

/** `install_requires` and the extras of setuptools' `setup.cfg`. */
export function setupConfigAsks(text: string): boolean {
  return (
    /^install_requires[ \t]*=[ \t]*(?:[^\s#]|(?:\n[ \t]+(?:#.*)?)*\n[ \t]+[^\s#])/m.test(text) ||
    /^\[options\.extras_require\]\s*(?:\n\s*#.*)*\n\s*\w/m.test(text)
  );
}

/** `setup.py` is a program: what it names without being run. A module that is merely called so calls no `setup` of setuptools. */
export function setupScriptAsks(text: string): boolean {
  return (
    /^[^#\r\n\u2028\u2029]*\b(?:setuptools|distutils|skbuild)\b/m.test(text) &&
    /^[^#\r\n\u2028\u2029]*\bsetup\s*\(/m.test(text) &&
    /^[^#\r\n\u2028\u2029]*\b(?:install_requires|extras_require)\b/m.test(text)
  );
}

/** What the project of a folder without a name of its own is called. */
export function folderName({ path, origin }: Pick<ReaderInput, "path" | "origin">): string {
  return path.split("/").at(-2) ?? origin?.repository.split("/").at(-1) ?? "project";
}
