import { type Rule, type RuleCatalog, rulePage, suggestion, UsageError, wrap } from "@assay/core";
import { CORE_RULES } from "@assay/runtime";
import { parseArguments } from "./arguments.ts";
import { formatEntries } from "./command-help.ts";
import { loadCommands } from "./commands.ts";
import { commandLineError } from "./run-command.ts";
import type { Terminal } from "./terminal.ts";

export const EXPLAIN_USAGE = `Usage: assay explain [rule or command] [--format text|json]

What a rule means and how to fix it. Lists the rules of a command (assay explain licenses); without an
argument, all rules. A rule is found by its id, by the end of it (private-key) or by an earlier name.
`;

const FORMATS = ["text", "json"];

/** `assay explain [rule]`. */
export async function explainCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { general, positionals, problems } = parseArguments(argv, {});
  if (general.help) {
    terminal.stdout.write(EXPLAIN_USAGE);
    return 0;
  }
  const [id, second] = positionals;
  const surplus = second === undefined ? [] : ["One rule is explained at a time"];
  const format = general.format ?? "text";
  const wrong = FORMATS.includes(format)
    ? []
    : [
        `\`--format\` is ${JSON.stringify(format)}; it must be one of ${FORMATS.join(", ")}${suggestion(format, FORMATS)}`,
      ];
  const all = [...problems, ...surplus, ...wrong];
  if (all.length > 0) throw commandLineError("explain", all);
  const rules = await loadRules();
  const found = id === undefined ? rules : rulesNamed(rules, id);
  if (found.size === 0) {
    const name = id ?? "";
    throw new UsageError(
      `There is no rule ${JSON.stringify(name.slice(0, 100))}${suggestion(name, rules.keys())}`,
      { hint: "`assay explain` lists all rules." },
    );
  }
  terminal.stdout.write(format === "json" ? asJson(found) : asText(found, id));
  return 0;
}

/** A list of rules, of one rule too, so that a program need not distinguish them. */
function asJson(rules: ReadonlyMap<string, Rule>): string {
  const list = [...rules.values()].map((rule) => ({ ...rule, helpUri: rulePage(rule.id) }));
  return `${JSON.stringify(list, null, 2)}\n`;
}

function asText(rules: ReadonlyMap<string, Rule>, id: string | undefined): string {
  const [rule] = rules.values();
  // A command with one rule is still a command.
  const isOne = rules.size === 1 && rule !== undefined && !rule.id.startsWith(`${id}.`);
  return isOne ? explanation(rule) : listOf(rules);
}

/** The rules of a command, else the rule of that id, else those whose id ends so (`private-key`) or that have it as an alias. */
function rulesNamed(rules: ReadonlyMap<string, Rule>, id: string): ReadonlyMap<string, Rule> {
  const those = (named: (rule: Rule) => boolean) =>
    new Map([...rules].filter(([, rule]) => named(rule)));
  const found = [
    those((rule) => rule.id.startsWith(`${id}.`)),
    those((rule) => rule.id === id),
    those((rule) => rule.id.endsWith(`.${id}`)),
    those(({ aliases = [] }) => aliases.includes(id)),
  ];
  return found.find(({ size }) => size > 0) ?? new Map();
}

/** Every rule of the suite, those of commands below a command too, sorted by id. */
async function loadRules(): Promise<ReadonlyMap<string, Rule>> {
  const commands = await loadCommands();
  const below = await Promise.all(commands.map((command) => command.subcommands?.() ?? []));
  const catalogs = [...below.flat(), ...commands].map(({ rules }) => rules);
  const all: RuleCatalog = Object.assign({}, CORE_RULES, ...catalogs);
  return new Map(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function alsoKnownAs({ aliases = [] }: Rule): readonly string[] {
  const names = aliases.filter((alias) => !aliases.some((other) => other.endsWith(`.${alias}`)));
  return names.length === 0 ? [] : wrap(`Also known as: ${names.join(", ")}`, 100, 0);
}

function listOf(rules: ReadonlyMap<string, Rule>): string {
  const entries = [...rules.values()].map(({ id, title, severity }) => ({
    term: id,
    text: `${title} (${severity})`,
  }));
  return `${formatEntries(entries).join("\n")}\n`;
}

function explanation(rule: Rule): string {
  return [
    `${rule.id}: ${rule.title}`,
    `Severity: ${rule.severity}`,
    ...alsoKnownAs(rule),
    `Page: ${rulePage(rule.id)}`,
    "",
    "Why it matters",
    ...wrap(rule.description, 100, 2),
    "",
    "How to fix it",
    // Markdown of our own: its line breaks (lists, examples) stay.
    ...rule.help.split("\n").flatMap((line) => (line.trim() === "" ? [""] : wrap(line, 100, 2))),
    "",
  ].join("\n");
}
