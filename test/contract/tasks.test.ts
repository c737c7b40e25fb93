import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";
import { repositoryFiles } from "./repository.ts";

/**
 * turbo runs a package's tests again when the package or one of its `dependencies` changed. What tests reach beyond
 * these (the testkit; a package above, which as a dependency would make a circle) stands in turbo.json as inputs.
 */
interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const { tasks } = JSON.parse(readFileSync("turbo.json", "utf8")) as {
  tasks: Readonly<Record<string, { readonly inputs?: readonly string[] }>>;
};
const files = repositoryFiles().filter((file) => existsSync(file));
const manifests = new Map(
  files.flatMap((file) => {
    const name = /^packages\/([^/]+)\/package\.json$/.exec(file)?.[1];
    return name === undefined
      ? []
      : [[name, JSON.parse(readFileSync(file, "utf8")) as Manifest] as const];
  }),
);
const tested = [...manifests.keys()].filter((name) => testsOf(name).length > 0);

test("every package with tests runs them as a task of its own", () => {
  expect(tested.length).toBeGreaterThan(10);
  const wrong = tested.filter(
    (name) =>
      manifests.get(name)?.scripts?.["test:unit"] !==
      `vitest run --root ../.. --project unit packages/${name}/src/`,
  );
  expect(wrong).toEqual([]);
});

test.each(tested)("a change of what the tests of %s reach runs them again", (name) => {
  const covered = new Set([name, ...dependenciesOf(name), ...inputsOf(name)]);
  const reached = new Set([...reachedFrom(testsOf(name))].map((file) => file.split("/")[1] ?? ""));
  const advice = `Add it to "devDependencies" of packages/${name}, or to its inputs in turbo.json where that makes a circle`;
  expect([...reached].filter((other) => !covered.has(other)).sort(), advice).toEqual([]);
});

function testsOf(name: string): string[] {
  return files.filter((file) => file.startsWith(`packages/${name}/`) && /\.test\.ts$/.test(file));
}

/** All files that these import, directly or not. */
function reachedFrom(start: readonly string[]): ReadonlySet<string> {
  const reached = new Set(start);
  // A set yields what is added while it is walked.
  for (const file of reached) {
    if (!existsSync(file)) continue;
    const text = readFileSync(file, "utf8");
    for (const [, target = ""] of text.matchAll(
      /(?<!\.)\b(?:from|import)\s*\(?\s*["']([^"'\s]+)["']/g,
    )) {
      const resolved = resolve(file, target);
      if (resolved !== undefined) reached.add(resolved);
    }
  }
  return reached;
}

function resolve(file: string, target: string): string | undefined {
  if (target.startsWith(".")) return posix.join(posix.dirname(file), target);
  const [, name = "", entry = ""] = /^@assay\/([a-z-]+)(\/.+)?$/.exec(target) ?? [];
  const path = manifests.get(name)?.exports?.[`.${entry}`];
  return path === undefined ? undefined : posix.join("packages", name, path);
}

function dependenciesOf(name: string): ReadonlySet<string> {
  const found = new Set([name]);
  for (const each of found) {
    const { dependencies, devDependencies } = manifests.get(each) ?? {};
    for (const dependency of Object.keys({ ...dependencies, ...devDependencies })) {
      if (dependency.startsWith("@assay/")) found.add(dependency.slice("@assay/".length));
    }
  }
  return found;
}

function inputsOf(name: string): readonly string[] {
  const task = tasks[`@assay/${name}#test:unit`] ?? tasks["test:unit"];
  return (task?.inputs ?? []).flatMap(
    (glob) => /^\$TURBO_ROOT\$\/packages\/([^/]+)\/src\/\*\*$/.exec(glob)?.[1] ?? [],
  );
}
