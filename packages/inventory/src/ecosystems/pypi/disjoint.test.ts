import { fuzzRuns } from "@assay/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { areDisjoint } from "./disjoint.ts";
import { evaluate, type MarkerAtom, parseMarker } from "./marker.ts";

test.each([
  ['python_version == "3.9"', 'python_version >= "3.10"'],
  ['python_version < "3.10"', 'python_full_version >= "3.10.0"'],
  ['python_version <= "3.9"', 'python_full_version >= "3.10"'],
  ['python_full_version == "3.9.*"', 'python_version > "3.9"'],
  ['python_version ~= "3.9"', 'python_version >= "4"'],
  ['"3.9" > python_version', 'python_version >= "3.9"'],
  ['sys_platform == "win32"', 'sys_platform == "linux"'],
  [
    'sys_platform == "win32" or python_version < "3"',
    'sys_platform != "win32" and python_version >= "3"',
  ],
  ['extra == "a" and python_version < "3"', 'extra != "a"'],
])("%s and %s never hold at once", (one, other) => {
  expect(areDisjoint(one, other)).toBe(true);
});

test.each([
  [undefined, 'python_version < "3"'],
  ['python_version >= "3.9"', 'python_version <= "3.9"'],
  ['python_version != "3.9"', 'python_full_version >= "3.9.1"'],
  ['extra == "a"', 'extra == "b"'],
  ['sys_platform == "win32"', 'os_name == "posix"'],
  ["sys_platform in 'linux darwin'", 'sys_platform == "win32"'],
  ["not a marker at all", 'python_version < "3"'],
  ["python_version in '3.8 3.9'", 'python_version == "3.10"'],
])("of %s and %s nobody can say so", (one, other) => {
  expect(areDisjoint(one, other)).toBe(false);
});

const VERSIONS = ["3.7", "3.8", "3.9", "3.10", "3.11"];
const atom = fc
  .tuple(fc.constantFrom("==", "!=", "<", "<=", ">", ">="), fc.constantFrom(...VERSIONS))
  .map(([operator, version]) => `python_version ${operator} "${version}"`);
const marker = fc.letrec<{ marker: string }>((tie) => ({
  marker: fc.oneof(
    { maxDepth: 3 },
    atom,
    fc.constantFrom('os_name == "nt"', 'os_name != "nt"'),
    fc
      .tuple(tie("marker"), fc.constantFrom("and", "or"), tie("marker"))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
  ),
})).marker;

test("what is called disjoint holds nowhere, and what is not holds somewhere", () => {
  const places = VERSIONS.concat("3.6", "3.12").flatMap((python) =>
    ["nt", "posix"].map((os) => ({ python, os })),
  );
  const minor = (version: string) => Number(version.split(".")[1]);
  const holdsIn = (text: string, { python, os }: (typeof places)[number]) => {
    const parsed = parseMarker(text);
    const decide = ({ variable, operator, value }: MarkerAtom) => {
      if (variable === "os_name") return operator === "==" ? os === value : os !== value;
      const order = minor(python) - minor(value);
      return (
        {
          "==": order === 0,
          "!=": order !== 0,
          "<": order < 0,
          "<=": order <= 0,
          ">": order > 0,
          ">=": order >= 0,
        }[operator] ?? false
      );
    };
    return parsed !== undefined && evaluate(parsed, decide);
  };
  fc.assert(
    fc.property(marker, marker, (one, other) => {
      const somewhere = places.some((place) => holdsIn(one, place) && holdsIn(other, place));
      expect(areDisjoint(one, other)).toBe(!somewhere);
    }),
    fuzzRuns(300),
  );
});

test("a marker that is too large or too deep rules nothing out, and costs little", () => {
  const wide = Array.from(
    { length: 12 },
    (_, at) => `(os_name == "${at}" or python_version == "3.${at}")`,
  ).join(" and ");
  expect(areDisjoint(wide, 'python_version < "2"')).toBe(false);
  expect(parseMarker(`${"(".repeat(100)}os_name == "nt"${")".repeat(100)}`)).toBeUndefined();
  for (const text of [
    "",
    "os_name",
    "os_name ==",
    "(os_name == 'a'",
    "os_name == 'a' or",
    "'a' == 'b'",
    "os_name not 'a'",
  ])
    expect(parseMarker(text), text).toBeUndefined();
});
