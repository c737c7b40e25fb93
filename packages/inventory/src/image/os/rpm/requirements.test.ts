import { expect, test } from "vitest";
import { readHeader } from "./header.ts";
import { requirementsOf } from "./requirements.ts";
import { headerOf } from "./test/databases.ts";

function asked(name: string, flag = 0, version = "") {
  const header = readHeader(headerOf({ 1048: [flag], 1049: [name], 1050: [version] }));
  return requirementsOf(header).map(({ anyOf, text }) => [anyOf, text]);
}

test("names are with the version that they must have", () => {
  expect(asked("bash", 8, "5.1")).toEqual([[["bash"], "bash = 5.1"]]);
  expect(asked("bash", 12, "5.1")).toEqual([[["bash"], "bash >= 5.1"]]);
  expect(asked("/bin/sh", 1280)).toEqual([[["/bin/sh"], "/bin/sh"]]);
  expect(asked("rpmlib(FileDigests)", 16777226, "4.6")).toEqual([]);
});

test("of conditions what they ask for is read", () => {
  const lib = "libc.so.6()(64bit)";
  expect(asked(`(${lib} or musl >= 2)`)).toEqual([[[lib, "musl"], `(${lib} or musl >= 2)`]]);
  expect(asked("(a and b)")).toEqual([
    [["a"], "(a and b)"],
    [["b"], "(a and b)"],
  ]);
  expect(asked("(a >= 1 with a < 2)")).toEqual([
    [["a"], "(a >= 1 with a < 2)"],
    [["a"], "(a >= 1 with a < 2)"],
  ]);
  expect(asked("(a if b)")).toEqual([[["a"], "(a if b)"]]);
  expect(asked("(a or (b if c))")).toEqual([[["a", "b"], "(a or (b if c))"]]);
});
