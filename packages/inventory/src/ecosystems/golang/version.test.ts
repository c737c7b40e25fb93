import { expect, test } from "vitest";
import { compareGoVersions } from "./version.ts";

test("versions are ordered as Go orders them", () => {
  const sorted = [
    "main",
    "v0.0.0-20170101000000-0123456789ab",
    "v0.0.0-20180628173108-788fd7840127",
    "v1.2.3-0.20180628173108-788fd7840127",
    "v1.2.3-alpha",
    "v1.2.3-alpha.1",
    "v1.2.3-alpha.beta",
    "v1.2.3-beta.2",
    "v1.2.3-beta.11",
    "v1.2.3-rc.1",
    "v1.2.3",
    "v1.10.0",
    "v2.0.0+incompatible",
    "v99999999999999999999.0.0",
  ];
  expect(sorted.toReversed().sort(compareGoVersions)).toEqual(sorted);
  expect(compareGoVersions("v2.0.0+incompatible", "v2.0.0")).toBe(0);
});
