import { readRange } from "@assay/versions";
import { expect, it } from "vitest";
import { raisedRequirement } from "./requirement.ts";

it.each([
  // npm
  ["npm", "^1.2.0", "1.3.4", "^1.3.4"],
  ["npm", "~1.2", "1.3.4", "~1.3.4"],
  ["npm", "1.2.0", "2.0.0", "2.0.0"],
  ["npm", "=1.2.0", "2.0.0", "=2.0.0"],
  ["npm", ">=1.2.0 <2", "1.3.4", ">=1.3.4 <2"],
  ["npm", ">=1.2.0 <2", "2.0.1", ">=2.0.1 <3"],
  ["npm", "^1.0.0 || ^2.0.0", "3.0.1", "^3.0.1"],
  ["npm", "1.x", "2.0.1", "2.x"],
  ["npm", "npm:real@^1.2.0", "1.3.4", "npm:real@^1.3.4"],
  ["npm", "npm:@scope/real@~1.2.0", "1.3.4", "npm:@scope/real@~1.3.4"],
  ["npm", "latest", "1.3.4", "^1.3.4"],
  // Python
  ["pypi", "==1.2", "1.3.4", "==1.3.4"],
  ["pypi", ">=1.2,<2", "2.1", ">=2.1,<3"],
  ["pypi", ">=1.2,!=1.2.5,<2", "1.3", ">=1.3,!=1.2.5,<2"],
  ["pypi", "~=1.2", "1.3.4", "~=1.3, >=1.3.4"],
  ["pypi", "~=1.2.0", "1.3.4", "~=1.3.4"],
  ["pypi", ">=1.2, <2", "2.1", ">=2.1, <3"],
  // Ruby
  ["gem", "~> 1.2", "1.3.4", "~> 1.3, >= 1.3.4"],
  ["gem", "~> 1.2.0", "1.3.4", "~> 1.3.4"],
  ["gem", ">= 1.2", "1.3.4", ">= 1.3.4"],
  // others
  ["golang", "v1.2.0", "v1.3.4", "v1.3.4"],
  ["cargo", "1.2", "2.0.1", "2.0.1"],
  ["composer", "^1.2", "1.3.4", "^1.3.4"],
])("a requirement of %s keeps its style: %s for %s is %s", (type, was, to, wanted) => {
  expect(raisedRequirement(was, to, (range) => readRange(type, range)?.(to))).toBe(wanted);
});
