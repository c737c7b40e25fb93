/**
 * Writes everything that is made from declarations: `action.yml` files, the tables of the actions' READMEs, the JSON Schema of the
 * config file, the reference pages, what is read of which lockfile, and what was compared with other tools.
 *
 * `--check` writes nothing and fails when a file would change.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cliReference, loadCommands as loadCliCommands } from "@assay/cli";
import { INVENTORY_RULES } from "@assay/inventory";
import { CORE_RULES } from "@assay/runtime";
import { formatDefault } from "@assay/runtime/input-facts";
import {
  actionMetadata,
  actionReference,
  configJsonSchema,
  configReference,
  replaceGenerated,
  ruleReference,
} from "@assay/runtime/reference";
import { loadCommands, loadSections } from "@assay/suite";
import { readMeasurements } from "../test/interop/accuracy/measured.ts";
import { accuracyPage } from "../test/interop/accuracy/page.ts";
import { imagesSection } from "../test/interop/images/page.ts";
import { readMeasurements as readWorkflowMeasurements } from "../test/interop/policy/measured.ts";
import { workflowSection } from "../test/interop/policy/page.ts";
import { readMeasurements as readInterop } from "../test/interop/sigstore/matrix/measured.ts";
import { interopPage } from "../test/interop/sigstore/matrix/page.ts";
import { generateCycloneDxSchemas } from "./generate-cyclonedx-schemas.ts";
import { generateSpdxData } from "./generate-spdx-data.ts";
import { generateSupport } from "./generate-support.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const commands = await loadCommands();
const sections = await loadSections();
const schema = configJsonSchema(sections);
const files = new Map<string, string>();

for (const command of commands) {
  const folder = `actions/${command.name}`;
  const dist = `dist/${command.name}.js`;
  files.set(
    `${folder}/action.yml`,
    actionMetadata(command, { name: `Assay ${command.name}`, main: `../../${dist}` }),
  );
  const page = `${folder}/README.md`;
  files.set(page, replaceGenerated(page, read(page) ?? "", actionReference(command)));
  if (command.name === "check") {
    const branding = { icon: "shield", color: "yellow" };
    files.set("action.yml", actionMetadata(command, { name: "Assay", main: dist, branding }));
  }
}
files.set("schema/assay.schema.json", `${JSON.stringify(schema, null, 2)}\n`);
// What a key falls back to is told by the input that reads it.
const defaults = commands.flatMap(({ inputs }) =>
  Object.values(inputs).map((spec) => [spec.configKey ?? "", formatDefault(spec) ?? ""] as const),
);
const known = new Map(defaults.filter(([key, text]) => key !== "" && text !== ""));
files.set("docs/reference/config.md", configReference(schema, sections, known));
files.set("docs/reference/cli.md", await cliReference());
const onCli = await loadCliCommands();
const below = (await Promise.all(onCli.map((command) => command.subcommands?.() ?? []))).flat();
const ofBelow = below.flatMap(({ rules }) => Object.values(rules));
const groups = commands.map(({ name, title, rules }) => ({
  title: `${name}: ${title}`,
  rules: [
    // Several commands stand on the inventory: its rules are a group of their own.
    ...Object.values(rules).filter(({ id }) => INVENTORY_RULES[id] === undefined),
    // Those that only a command below it has, such as `verify release`.
    ...ofBelow.filter(({ id }) => id.startsWith(`${name}.`) && rules[id] === undefined),
  ],
}));
const inventory = {
  title: "inventory: What is not known of a project's packages",
  rules: Object.values(INVENTORY_RULES),
};
const core = { title: "Settings and suppressions", rules: Object.values(CORE_RULES) };
files.set("docs/reference/rules.md", ruleReference([inventory, ...groups, core]));

files.set(
  "docs/accuracy.md",
  [
    accuracyPage(readMeasurements()),
    workflowSection(readWorkflowMeasurements()),
    imagesSection(),
  ].join("\n"),
);
files.set("docs/interop.md", interopPage(readInterop()));

const support = await generateSupport(root);
for (const { path, content } of [...generateSpdxData(), ...generateCycloneDxSchemas(), support])
  files.set(path, content);

const stale = [...files].filter(([path, text]) => read(path) !== text);
if (process.argv.includes("--check")) {
  for (const [path] of stale) console.error(`${path} is stale`);
  if (stale.length > 0) {
    console.error("Run `npm run generate` and commit what it writes.");
    process.exitCode = 1;
  }
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return undefined;
  }
}
