import { cleanUp, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { describedInput } from "./action-texts.ts";

afterAll(cleanUp);

const METADATA = `name: Demo
inputs:
  depth:
    description: >-
      How deep to look, in folders
      below the first. For actions only.
    required: false
  last:
    description: >-
      The last of all.`;

async function actions(text: string): Promise<string> {
  const folder = await temporaryFolder();
  await writeFiles(folder, { "demo/action.yml": text });
  return folder;
}

test("a description that is no reference is what it says", () => {
  expect(describedInput("How deep to look.", "/nowhere")).toBe("How deep to look.");
  expect(describedInput("@owner reads this", "/nowhere")).toBe("@owner reads this");
});

test.each([
  ["\n", "lines"],
  ["\r\n", "lines of Windows"],
])("a reference is read from the action's metadata, as far as it reaches: %j", async (end) => {
  const folder = await actions(METADATA.replaceAll("\n", end));
  expect(describedInput("@demo.depth:45", folder)).toBe(
    "How deep to look, in folders below the first.",
  );
  expect(describedInput("@demo.last:16", folder)).toBe("The last of all.");
});

test.each([
  ["is not there", undefined],
  ["is empty", ""],
  ["has no such input", "name: Demo\ninputs:\n  other:\n    description: >-\n      Other.\n"],
  ["says less", "name: Demo\ninputs:\n  depth:\n    description: >-\n      How deep.\n"],
  ["ends in the middle", METADATA.slice(0, METADATA.indexOf("deep to look"))],
])("help says so where the metadata %s", async (_, text) => {
  const folder = text === undefined ? await temporaryFolder() : await actions(text);
  expect(describedInput("@demo.depth:45", folder)).toBe(
    "(No text: actions/demo/action.yml is missing or was changed.)",
  );
});
