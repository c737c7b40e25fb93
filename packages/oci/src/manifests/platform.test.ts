import { expect, test } from "vitest";
import { bestPlatforms, normalPlatform, parsePlatform } from "./platform.ts";

const choose = (wanted: string, ...given: string[]) =>
  bestPlatforms(parsePlatform(wanted), given, (text) =>
    text === "unknown" ? undefined : parsePlatform(text),
  );

test.each([
  ["linux/amd64", ["linux/arm64", "linux/amd64", "linux/386"], ["linux/amd64"]],
  ["linux/amd64", ["linux/386", "linux/arm64"], ["linux/386"]],
  ["linux/386", ["linux/amd64"], []],
  ["linux/x86_64", ["unknown", "linux/amd64"], ["linux/amd64"]],
  ["linux/amd64/v3", ["linux/amd64", "linux/amd64/v2", "linux/amd64/v4"], ["linux/amd64/v2"]],
  ["linux/amd64", ["linux/amd64/v3", "linux/amd64/v2"], ["linux/amd64/v2"]],
  ["linux/amd64", ["linux/amd64", "windows/amd64", "linux/amd64"], ["linux/amd64", "linux/amd64"]],
  ["linux/arm", ["linux/arm/v6", "linux/arm/v7"], ["linux/arm/v7"]],
  ["linux/arm/v7", ["linux/arm"], ["linux/arm"]],
  ["linux/arm/v7", ["linux/arm/v5", "linux/arm/v6", "linux/arm/v8"], ["linux/arm/v6"]],
  ["linux/arm/v6", ["linux/arm/v7"], []],
  ["linux/arm/v7", ["linux/arm/v4"], []],
  ["linux/armel", ["linux/arm/v6", "linux/arm/v7"], ["linux/arm/v6"]],
  ["linux/arm64", ["linux/arm64/v8"], ["linux/arm64/v8"]],
  ["linux/aarch64", ["linux/arm64"], ["linux/arm64"]],
  ["linux/arm64/v9", ["linux/arm64", "linux/arm64/v8.5"], ["linux/arm64/v8.5"]],
  ["linux/arm64/v8", ["linux/arm64/v9"], []],
  ["linux/riscv64", ["linux/riscv64"], ["linux/riscv64"]],
  ["linux/mips64le", ["linux/mips64le/softfloat"], ["linux/mips64le/softfloat"]],
  ["linux/mips64le/hardfloat", ["linux/mips64le/softfloat"], []],
  ["linux/amd64", [], []],
  [
    "windows(10.0.17763)/amd64",
    ["windows(10.0.20348.1)/amd64", "windows(10.0.17763.5)/amd64", "windows/amd64"],
    ["windows(10.0.17763.5)/amd64"],
  ],
])("%s of %j is %j", (wanted, given, best) => {
  expect(choose(wanted, ...given)).toEqual(best);
});

test.each([
  ["linux/arm64/v8", "linux/arm64"],
  ["linux/arm64/8", "linux/arm64"],
  ["linux/aarch64", "linux/arm64"],
  ["Linux/x86_64/v1", "linux/amd64"],
  ["linux/amd64/v3", "linux/amd64/v3"],
  ["linux/arm", "linux/arm/v7"],
  ["linux/armel", "linux/arm/v6"],
  ["windows(10.0.17763)/amd64", "windows/amd64"],
  ["linux/s390x", "linux/s390x"],
])("%s is written %s", (text, normal) => {
  expect(normalPlatform(parsePlatform(text))).toBe(normal);
});

test("features of the system must all be there", () => {
  const given = { os: "windows", architecture: "amd64", osFeatures: ["win32k"] };
  const choice = (osFeatures: string[]) =>
    bestPlatforms({ os: "windows", architecture: "amd64", osFeatures }, [given], (item) => item);
  expect(choice(["win32k"])).toEqual([given]);
  expect(choice(["win32k", "other"])).toEqual([]);
});

test.each(["linux", "", "linux/amd64/v1/x", "linux//amd64", "linux/amd 64"])(
  "%j is no platform",
  (text) => {
    expect(() => parsePlatform(text)).toThrow(`"${text}" is no platform`);
  },
);
