import { expect, test } from "vitest";
import { versRange } from "./vers.ts";

test.each([
  [">=1.0,<2", "vers:pypi/>=1.0|<2"],
  ["<2, >=1.0, !=1.5", "vers:pypi/>=1.0|!=1.5|<2"],
  ["==1.4.*", "vers:pypi/>=1.4|<1.5"],
  ["~=1.4.2", "vers:pypi/>=1.4.2|<1.5"],
  ["~=2.2", "vers:pypi/>=2.2|<3"],
  ["==1.0+cpu", "vers:pypi/1.0%2Bcpu"],
  ["~=2", undefined],
  ["!=1.*", undefined],
  ["===odd", undefined],
  [">=1,>=1", undefined],
  ["latest", undefined],
])("%s is %s", (requirement, expected) => {
  expect(versRange("pypi", requirement)).toBe(expected);
});

test("of other ecosystems no range is made up", () => {
  expect(versRange("npm", ">=1")).toBeUndefined();
});
