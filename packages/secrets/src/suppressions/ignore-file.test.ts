import { expect, test } from "vitest";
import { readIgnoreFile } from "./ignore-file.ts";

async function notices(text: string) {
  const read = async () => text;
  return (await readIgnoreFile({ read })).notices;
}

test("lines that are no fingerprints are named", async () => {
  expect(await notices("# why\na:b:1\nnonsense\n")).toEqual([
    ".gitleaksignore has lines that are no fingerprints: 3",
  ]);
});

test("fingerprints beyond the limit are not called malformed", async () => {
  const lines = Array.from({ length: 100_002 }, (_, i) => `a:b:${i}`);
  expect(await notices(lines.slice(0, 100_000).join("\n"))).toEqual([]);
  expect(await notices(lines.join("\n"))).toEqual([
    ".gitleaksignore: only the first 100000 fingerprints are read; line 100001 and those after it are not",
  ]);
});
