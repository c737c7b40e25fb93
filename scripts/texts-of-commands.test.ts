import { dirname } from "node:path";
import { expect, test } from "vitest";
import { textsOfCommands } from "./texts-of-commands.ts";

const ROOT = dirname(import.meta.dirname);

/** What is left of a command's declaration, and the texts that were taken. */
function taken(...files: readonly (readonly [id: string, description: string])[]) {
  const texts = new Map<string, string>();
  const { transform } = textsOfCommands(ROOT, texts);
  if (typeof transform !== "function") throw new Error("it transforms nothing");
  const left = files.map(([id, description]) => {
    const code = `name: "sbom",\ntitle: "T",\ndescription: ${JSON.stringify(description)},`;
    return transform.call({} as never, code, id, {} as never) ?? code;
  });
  return { left, texts: Object.fromEntries(texts) };
}

test("a command's description goes to the file of texts, and that of an image's command of the same name stays", () => {
  const files = [
    ["/a/packages/sbom/src/command.ts", "A repository's."],
    ["/a/packages/sbom/src/image/command.ts", "An image's."],
    ["/a/packages/suite/src/image/check/check-command.ts", "An image's too."],
    ["C:\\a\\packages\\sbom\\src\\image\\command.ts", "An image's."],
  ] as const;
  const { left, texts } = taken(...files);
  expect(texts).toEqual({ "sbom/command": "A repository's." });
  expect(left.map((code) => /description: (.*),/.exec(String(code))?.[1])).toEqual([
    '"@sbom/command"',
    '"An image\'s."',
    '"An image\'s too."',
    '"An image\'s."',
  ]);
});

test("two commands of one name end the build", () => {
  expect(() =>
    taken(["/a/packages/sbom/src/command.ts", "One."], ["/a/packages/b/src/command.ts", "Two."]),
  ).toThrow("/a/packages/b/src/command.ts: sbom/command is another's");
});
