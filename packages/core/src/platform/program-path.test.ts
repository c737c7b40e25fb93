import { expect, test } from "vitest";
import { programExtensions } from "./program-path.ts";

test("Windows looks for programs, never for shell scripts", () => {
  expect(programExtensions({ PATHEXT: ".COM;.EXE;.BAT;.CMD" }, "win32")).toEqual([".com", ".exe"]);
  expect(programExtensions({}, "win32")).toEqual([".com", ".exe"]);
  expect(programExtensions({}, "linux")).toEqual([""]);
});
