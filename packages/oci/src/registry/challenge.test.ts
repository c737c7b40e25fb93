import { expect, test } from "vitest";
import { parseChallenges } from "./challenge.ts";

const read = (header: string) =>
  parseChallenges(header).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)]);

test.each([
  ["", []],
  ['Basic realm="a registry"', [["basic", { realm: "a registry" }]]],
  [
    'Bearer realm="https://auth.example/token",service="reg, istry",scope="repository:a:pull,push repository:b:pull"',
    [
      [
        "bearer",
        {
          realm: "https://auth.example/token",
          service: "reg, istry",
          scope: "repository:a:pull,push repository:b:pull",
        },
      ],
    ],
  ],
  [
    'Negotiate, Basic realm="x", BEARER Realm = "y\\"z" , Service=plain,',
    [
      ["negotiate", {}],
      ["basic", { realm: "x" }],
      ["bearer", { realm: 'y"z', service: "plain" }],
    ],
  ],
  [
    'Negotiate YII/abc+d==, Bearer realm="y"',
    [
      ["negotiate", {}],
      ["bearer", { realm: "y" }],
    ],
  ],
  ['Bearer realm="first",realm="second"', [["bearer", { realm: "first" }]]],
  [
    'Bearer realm="never closed',
    [
      ["bearer", {}],
      ["realm", {}],
    ],
  ],
  ['"quoted"', []],
])("%s", (header, challenges) => {
  expect(read(header)).toEqual(challenges);
});

test("a header of any length is read in no time", () => {
  expect(parseChallenges(`Bearer ${"a ".repeat(1_000_000)}`).length).toBeLessThan(10_000);
  expect(parseChallenges(`Bearer realm="${"\\".repeat(1_000_000)}`)).toHaveLength(2);
});
