import { cleanUp, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { commandText } from "./command-texts.ts";

afterAll(cleanUp);

test("a text that is no reference is what it says", () => {
  expect(commandText("Looks at files.", undefined, "/nowhere")).toBe("Looks at files.");
  expect(commandText("@owner/command reads this", undefined, "/nowhere")).toBe(
    "@owner/command reads this",
  );
  expect(commandText("@owner reads this", undefined, "/nowhere")).toBe("@owner reads this");
});

test("a reference is read from the file beside the code; where that has none of it, the text says so", async () => {
  const folder = await temporaryFolder();
  const missing = "(No text: dist/shared/cli-texts.json is missing or was changed.)";
  expect(commandText("@demo/command", undefined, folder)).toBe(missing);
  await writeFiles(folder, { "cli-texts.json": '{"demo/command":"Looks at files."}' });
  expect(commandText("@demo/command", undefined, folder)).toBe("Looks at files.");
  expect(commandText("@demo/example", undefined, folder)).toBe(missing);
  expect(commandText("@demo", "files", folder)).toBe(missing);
  await writeFiles(folder, { "cli-texts.json": '{"demo.files":"Which files."}' });
  expect(commandText("@demo", "files", folder)).toBe("Which files.");
  expect(commandText("@demo", "vsa-files", folder)).toBe("Which files.");
  expect(commandText("@demo.files", "other", folder)).toBe("Which files.");
});
