import { existsSync, lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { repositoryFiles } from "./repository.ts";

const files = repositoryFiles().filter((file) => existsSync(file));
const manifests = files.filter((file) => /^(packages\/[^/]+\/)?package\.json$/.test(file));
const actionFiles = files.filter((file) => /^(actions\/[^/]+\/)?action\.yml$/.test(file));

test("there are no symbolic links: a dangling one breaks `uses: $/…`", () => {
  expect(files.filter((file) => lstatSync(file).isSymbolicLink())).toEqual([]);
});

test("dependencies have exact versions", () => {
  const loose = manifests.flatMap((file) => {
    const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<
      string,
      Record<string, string> | undefined
    >;
    return ["dependencies", "devDependencies", "optionalDependencies"].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {})
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name, version]) => `${file}: ${name}@${version}`),
    );
  });
  expect(manifests.length).toBeGreaterThan(10);
  expect(loose).toEqual([]);
});

test("every dependency is explained in docs/dependencies.md", () => {
  const explained = readFileSync("docs/dependencies.md", "utf8");
  const missing = manifests.flatMap((file) => {
    const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<
      string,
      Record<string, string> | undefined
    >;
    return Object.keys({ ...manifest["dependencies"], ...manifest["devDependencies"] }).filter(
      (name) => !name.startsWith("@assay/") && !explained.includes(`\`${name}\``),
    );
  });
  expect([...new Set(missing)]).toEqual([]);
});

test("every action's entry is built and committed", () => {
  expect(actionFiles.length).toBeGreaterThanOrEqual(6);
  for (const file of actionFiles) {
    const { runs } = parse(readFileSync(file, "utf8")) as { runs: { using: string; main: string } };
    expect(runs.using, file).toBe("node24");
    const entry = join(dirname(file), runs.main);
    expect(existsSync(entry), `${file}: ${entry}`).toBe(true);
  }
});

test("every `uses:` is pinned to a full commit or local", () => {
  const workflows = files.filter((file) => /^\.github\/workflows\/.*\.ya?ml$/.test(file));
  expect(workflows.length).toBeGreaterThan(0);
  const loose = workflows.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^\s*(?:-\s*)?uses:\s*(\S+)/gm)]
      .map((match) => match[1] ?? "")
      .filter((target) => !target.startsWith("./") && !/@[0-9a-f]{40}$/.test(target))
      .map((target) => `${file}: ${target}`),
  );
  expect(loose).toEqual([]);
});

test("dist/ stays small: every use of an action downloads it", () => {
  const bytes = files
    .filter((file) => file.startsWith("dist/"))
    .reduce((sum, file) => sum + lstatSync(file).size, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(5 * 1024 * 1024);
});

test("no package of the tree runs telemetry: turbo is only started with it off", () => {
  const scripts = (
    JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> }
  ).scripts;
  expect(Object.values(scripts).filter((script) => /\bturbo\b/.test(script))).toEqual([]);
  expect(readFileSync("scripts/run-tasks.ts", "utf8")).toContain('TURBO_TELEMETRY_DISABLED: "1"');
});
