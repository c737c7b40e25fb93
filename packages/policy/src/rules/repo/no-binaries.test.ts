import { expect, test } from "vitest";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { repoNoBinaries } from "./no-binaries.ts";

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex.padEnd(64, "0"), "hex"));
const ELF = bytes("7f454c46");
const judge = async (files: Record<string, string | Uint8Array>) =>
  (await violationsOf(repoNoBinaries, files)).map(({ path, confidence, severity, message }) => [
    path,
    confidence ?? severity,
    message,
  ]);

test("programs by their first bytes, archives by their names", async () => {
  expect(
    await judge({
      "bin/tool": ELF,
      "a.png": bytes("4d5a90"),
      "lib/a.jar": bytes("504b0304"),
      "testdata/a.wasm": bytes("0061736d"),
      "testdata/b.wasm": bytes("0061736d"),
    }),
  ).toEqual([
    ["a.png", undefined, "The file is a Windows program; only source is allowed."],
    ["bin/tool", undefined, "The file is an ELF program; only source is allowed."],
    ["lib/a.jar", undefined, "The file is binary (`.jar`); only source is allowed."],
    [
      "testdata/a.wasm",
      "low",
      "Compiled files lie among tests or examples (2); only source is allowed.",
    ],
  ]);
});

test("empty files, text under such a name, LFS pointers and pictures are fine", async () => {
  expect(
    await judge({
      "a.so": new Uint8Array(),
      "b.so": "GROUP ( libc.so.6 )\n",
      "c.jar": "version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
      "d.png": bytes("89504e47"),
      MZ: "MZ is text here",
    }),
  ).toEqual([]);
});

test("Gradle's wrapper is fine where a workflow validates it", async () => {
  const wrapper = { "gradle/wrapper/gradle-wrapper.jar": bytes("504b0304") };
  expect(await judge(wrapper)).toEqual([
    [
      "gradle/wrapper/gradle-wrapper.jar",
      "medium",
      "No workflow validates Gradle's wrapper (1 in the repository).",
    ],
  ]);
  const step = "      - uses: gradle/actions/wrapper-validation@v4\n";
  expect(await judge({ ...wrapper, ".github/workflows/ci.yml": step })).toEqual([]);
});

test("in the base only what was found is looked at", async () => {
  const base = aRepository({ "bin/tool": ELF, other: ELF });
  expect((await violationsOf(repoNoBinaries, { "bin/tool": ELF }, { base })).length).toBe(1);
  expect(await repoNoBinaries.judge(base)).toMatchObject({
    violations: [{ path: "bin/tool" }],
    looked: 1,
  });
});
