/**
 * Made-up lockfiles of uv, pnpm, Cargo and Go of any size, the same bytes each time: every package is reached, and has about three
 * dependencies.
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeNpmProject } from "./npm-project.ts";

type Files = Readonly<Record<string, string>>;

const nameOf = (index: number) => `bench-package-${String(index).padStart(5, "0")}`;
const digestOf = (text: string, algorithm: "sha256" | "sha512" = "sha256") =>
  createHash(algorithm).update(text);
const hexOf = (text: string) => digestOf(text).digest("hex");

/** Those below it in a tree of four children each, and one that skips levels. */
function needsOf(index: number, size: number): readonly string[] {
  const below = [1, 2, 3, 4].map((child) => index * 4 + child);
  return [...below, index * 7 + 11].filter((other) => other < size).map(nameOf);
}

function packages(size: number, write: (name: string, needs: readonly string[]) => string): string {
  return Array.from({ length: size }, (_, index) =>
    write(nameOf(index), needsOf(index, size)),
  ).join("\n");
}

function uv(size: number): Files {
  const wheel = (name: string, tag: string) =>
    `    { url = "https://files.pythonhosted.org/packages/${hexOf(name)}/${name.replaceAll("-", "_")}-1.0.0-${tag}.whl", hash = "sha256:${hexOf(name + tag)}", size = 12345, upload-time = "2026-01-01T00:00:00Z" },`;
  const entry = (name: string, needs: readonly string[]) => `[[package]]
name = "${name}"
version = "1.0.0"
source = { registry = "https://pypi.org/simple" }
${needs.length === 0 ? "" : `dependencies = [\n${needs.map((need) => `    { name = "${need}", marker = "python_full_version < '3.14'" },`).join("\n")}\n]\n`}wheels = [
${["cp312-manylinux_x86_64", "cp312-win_amd64", "py3-none-any"].map((tag) => wheel(name, tag)).join("\n")}
]
`;
  return {
    "pyproject.toml": `[project]\nname = "bench"\nversion = "1.0.0"\nrequires-python = ">=3.12"\ndependencies = ["${nameOf(0)}"]\n`,
    "uv.lock": `version = 1\nrevision = 3\nrequires-python = ">=3.12"\n\n[[package]]\nname = "bench"\nversion = "1.0.0"\nsource = { virtual = "." }\ndependencies = [\n    { name = "${nameOf(0)}" },\n]\n\n[package.metadata]\nrequires-dist = [{ name = "${nameOf(0)}" }]\n\n${packages(size, entry)}`,
  };
}

function pnpm(size: number): Files {
  const integrity = (name: string) => `sha512-${digestOf(name, "sha512").digest("base64")}`;
  const entry = (name: string) =>
    `  ${name}@1.0.0:\n    resolution: {integrity: ${integrity(name)}}\n    engines: {node: '>=18'}\n`;
  const snapshot = (name: string, needs: readonly string[]) =>
    needs.length === 0
      ? `  ${name}@1.0.0: {}\n`
      : `  ${name}@1.0.0:\n    dependencies:\n${needs.map((need) => `      ${need}: 1.0.0`).join("\n")}\n`;
  return {
    "package.json": JSON.stringify({ name: "bench", dependencies: { [nameOf(0)]: "^1.0.0" } }),
    "pnpm-lock.yaml": `lockfileVersion: '9.0'\n\nsettings:\n  autoInstallPeers: true\n  excludeLinksFromLockfile: false\n\nimporters:\n\n  .:\n    dependencies:\n      ${nameOf(0)}:\n        specifier: ^1.0.0\n        version: 1.0.0\n\npackages:\n\n${packages(size, entry)}\nsnapshots:\n\n${packages(size, snapshot)}`,
  };
}

function cargo(size: number): Files {
  const entry = (name: string, needs: readonly string[]) =>
    `[[package]]\nname = "${name}"\nversion = "1.0.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\nchecksum = "${hexOf(name)}"\n${needs.length === 0 ? "" : `dependencies = [\n${needs.map((need) => ` "${need}",`).join("\n")}\n]\n`}`;
  return {
    "Cargo.toml": `[package]\nname = "bench"\nversion = "1.0.0"\n\n[dependencies]\n${nameOf(0)} = "1"\n`,
    "Cargo.lock": `version = 4\n\n[[package]]\nname = "bench"\nversion = "1.0.0"\ndependencies = [\n "${nameOf(0)}",\n]\n\n${packages(size, entry)}`,
  };
}

function go(size: number): Files {
  const modules = Array.from({ length: size }, (_, index) => `example.test/${nameOf(index)}`);
  const sum = (module: string) => digestOf(module).digest("base64");
  return {
    "go.mod": `module example.test/bench\n\ngo 1.24\n\nrequire (\n${modules.map((module, index) => `\t${module} v1.0.0${index > 9 ? " // indirect" : ""}`).join("\n")}\n)\n`,
    "go.sum": `${modules.map((module) => `${module} v1.0.0 h1:${sum(module)}\n${module} v1.0.0/go.mod h1:${sum(`${module}/go.mod`)}`).join("\n")}\n`,
  };
}

const WRITERS = { uv, pnpm, cargo, go } as const;
export type MadeUp = keyof typeof WRITERS;
export const MADE_UP = Object.keys(WRITERS) as readonly MadeUp[];

/** Writes a project of one kind with `size` packages. */
export function writeMadeUp(folder: string, kind: MadeUp, size: number): void {
  for (const [path, text] of Object.entries(WRITERS[kind](size))) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

/** A repository of `count` small projects in folders of their own, of every kind in turn. */
export function writeMonorepo(folder: string, count: number, size: number): void {
  for (let index = 0; index < count; index++) {
    const project = join(folder, `group-${index % 17}`, `project-${index}`);
    const kind = MADE_UP[index % (MADE_UP.length + 1)];
    if (kind === undefined) writeNpmProject(project, size, false);
    else writeMadeUp(project, kind, size);
  }
}
