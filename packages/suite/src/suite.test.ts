import { existsSync } from "node:fs";
import {
  ACT_INPUTS,
  ACTION_INPUTS,
  COMMON_INPUTS,
  COMMON_OUTPUTS,
  type InputSpecs,
  type RuleCatalog,
} from "@assay/core";
import { CORE_RULES } from "@assay/runtime";
import { composeSchema, configJsonSchema } from "@assay/runtime/reference";
import { expect, test } from "vitest";
import { checkCommand } from "./check-command.ts";
import { COMMAND_NAMES, loadCommand, loadCommands } from "./commands.ts";
import { DEFAULT_CHECKS } from "./registry.ts";
import { loadSections } from "./sections.ts";

const commands = await loadCommands();
const sections = await loadSections();

test("every name loads the command that has it", () => {
  expect(commands.map(({ name }) => name)).toEqual(COMMAND_NAMES);
});

test("an unknown name loads nothing", async () => {
  expect(await loadCommand("toString")).toBeUndefined();
});

test("check is made of the checks that are asked for, in the suite's order", async () => {
  const parts = await checkCommand.parts?.(
    { ...defaults(), checks: ["secrets", "sbom"] },
    withSection("python"),
  );
  expect(parts?.map(({ name }) => name)).toEqual(["sbom", "secrets"]);
});

test("python is among the default checks only where the config file has its section", async () => {
  const namesWith = async (checks: readonly string[], section: string) =>
    (await checkCommand.parts?.({ ...defaults(), checks }, withSection(section)))?.map(
      ({ name }) => name,
    );
  expect(await namesWith(DEFAULT_CHECKS, "secrets")).toEqual(DEFAULT_CHECKS);
  expect(await namesWith(DEFAULT_CHECKS, "python")).toEqual([...DEFAULT_CHECKS, "python"]);
  expect(await namesWith(["python"], "secrets")).toEqual(["python"]);
});

test.each(commands.map((command) => [command.name, command] as const))(
  "%s is declared whole",
  (_, command) => {
    expect(command.inputs).toMatchObject(command.kind === "act" ? ACT_INPUTS : COMMON_INPUTS);
    expect(command.inputs).toMatchObject(ACTION_INPUTS);
    expect(command.outputs).toMatchObject(COMMON_OUTPUTS);
    expect(command.title.length).toBeLessThanOrEqual(80);
    for (const [name, { description }] of Object.entries({
      ...command.inputs,
      ...command.outputs,
    })) {
      expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(description, name).toMatch(/[.)]$/);
    }
  },
);

test("no two commands claim one rule but those of a shared material, and every rule is told whole", () => {
  const catalogs: readonly RuleCatalog[] = [CORE_RULES, ...commands.map(({ rules }) => rules)];
  const distinct = new Set(catalogs.flatMap((rules) => Object.values(rules)));
  expect(distinct.size).toBe(new Set([...distinct].map(({ id }) => id)).size);
  for (const [id, rule] of catalogs.flatMap((rules) => Object.entries(rules))) {
    expect(rule.id).toBe(id);
    expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?$/);
    expect(rule.title.length, id).toBeLessThanOrEqual(80);
    expect(rule.description.length * rule.help.length, id).toBeGreaterThan(0);
  }
});

test("every config key of an input is a key of the schema", () => {
  const schema = configJsonSchema(sections) as Schema;
  const specs = commands.flatMap(({ inputs }) => Object.entries(inputs as InputSpecs));
  for (const [name, { configKey }] of specs) {
    if (configKey !== undefined)
      expect(hasKey(schema, configKey.split(".")), `${name}: ${configKey}`).toBe(true);
  }
});

test("the example of every section is a valid section", async () => {
  const { parse } = await import("yaml");
  for (const { key, example } of sections) {
    expect(composeSchema(sections).check({ [key]: parse(example) }).issues, key).toBeUndefined();
  }
});

test.each(COMMAND_NAMES)("%s has an action", (name) => {
  const folder = new URL(`../../../actions/${name}/`, import.meta.url);
  expect(existsSync(new URL("main.ts", folder))).toBe(true);
  expect(existsSync(new URL("README.md", folder))).toBe(true);
});

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
}

function hasKey(schema: Schema | undefined, [first, ...rest]: readonly string[]): boolean {
  return first === undefined ? schema !== undefined : hasKey(schema?.properties?.[first], rest);
}

function defaults(): Parameters<NonNullable<typeof checkCommand.parts>>[0] {
  return Object.fromEntries(
    Object.entries(checkCommand.inputs).map(([name, spec]) => [
      name,
      "default" in spec ? spec.default : undefined,
    ]),
  ) as unknown as Parameters<NonNullable<typeof checkCommand.parts>>[0];
}

function withSection(named: string) {
  return { section: <T>(key: string) => (key === named ? ({} as T) : undefined) };
}
