import { existsSync, readFileSync } from "node:fs";
import { COMMAND_NAMES, loadCommands } from "@assay/suite";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { SCENES } from "../e2e/scenes.ts";

/** What a new command has to bring besides its package and its line in the registry. */
const commands = await loadCommands();

test("every command of the registry is looked at", () => {
  expect(commands.map(({ name }) => name)).toEqual(COMMAND_NAMES);
  expect(commands.length).toBeGreaterThan(5);
});

describe.each(commands.map((command) => [command.name, command] as const))(
  "%s",
  (name, command) => {
    test("has an action: an entry, generated metadata and a page", () => {
      for (const file of ["main.ts", "action.yml", "README.md"]) {
        expect(existsSync(`actions/${name}/${file}`), file).toBe(true);
      }
    });

    test("has permissions that can be pasted into a workflow", () => {
      const page = readFileSync(`actions/${name}/README.md`, "utf8");
      const [, pasted] =
        /## Permissions\n\n(?:```yaml\n(permissions:\n.*?)```|None)/s.exec(page) ?? [];
      if (pasted === undefined) expect(page).toContain("None: `permissions: {}` is enough.");
      // A key that stands there twice throws.
      else expect(Object.keys(parse(pasted))).toEqual(["permissions"]);
    });

    test("has a row in the README's table of steps", () => {
      const rows = readFileSync("README.md", "utf8")
        .split("\n")
        .filter((line) => line.startsWith("|") && line.includes(`actions/${name}/README.md`));
      expect(rows.length).toBe(1);
    });

    test("has two scenes: one in which it passes and one in which it fails by its own rule", () => {
      expect(Object.keys(SCENES)).toContain(name);
    });

    test("has a label of one to three words, and an example of its section", () => {
      expect(command.label.trim().split(/\s+/).length).toBeLessThanOrEqual(3);
      expect(command.label).toMatch(/^[A-Z]/);
      // Those that are made of others take the sections of these.
      if (name !== "check" && name !== "image")
        expect(command.config?.example.trim()).toMatch(/^[\w#]/);
    });
  },
);
