import { type Rule, type RuleCatalog, suggestion, UsageError, wrap } from "@assay/core";
import { CORE_RULES } from "@assay/runtime";
import { loadCommands } from "@assay/suite";
import { parseArguments } from "./arguments.ts";
import { formatEntries } from "./command-help.ts";
import { commandLineError } from "./run-command.ts";
import type { Terminal } from "./terminal.ts";

export const EXPLAIN_USAGE = `Usage: assay explain [rule or command]

Tells what a rule means and how to mend it. Lists the rules of a command (assay explain licenses);
without an argument, all rules.
`;

/** `assay explain [rule]`. */
export async function explainCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { general, positionals, problems } = parseArguments(argv, {});
  if (general.help) {
    terminal.stdout.write(EXPLAIN_USAGE);
    return 0;
  }
  const [id, second] = positionals;
  const surplus = second === undefined ? [] : ["One rule is explained at a time"];
  if (problems.length + surplus.length > 0)
    throw commandLineError("explain", [...problems, ...surplus]);
  const rules = await loadRules();
  if (id === undefined) {
    terminal.stdout.write(listOf(rules));
    return 0;
  }
  const found = rulesNamed(rules, id);
  const group = new Map([...rules].filter(([name]) => name.startsWith(`${id}.`)));
  if (group.size > 0) {
    terminal.stdout.write(listOf(group));
    return 0;
  }
  if (found.size > 1) {
    terminal.stdout.write(listOf(found));
    return 0;
  }
  const [rule] = found.values();
  if (rule === undefined) {
    throw new UsageError(
      `There is no rule ${JSON.stringify(id.slice(0, 100))}${suggestion(id, rules.keys())}`,
      {
        hint: "`assay explain` lists all rules.",
      },
    );
  }
  terminal.stdout.write(explanation(rule));
  return 0;
}

/** The rule of that id, else those whose id ends so (`private-key`) or that have it as an alias. */
function rulesNamed(rules: ReadonlyMap<string, Rule>, id: string): ReadonlyMap<string, Rule> {
  const those = (named: (rule: Rule) => boolean) =>
    new Map([...rules].filter(([, rule]) => named(rule)));
  const found = [
    those((rule) => rule.id === id),
    those((rule) => rule.id.endsWith(`.${id}`)),
    those(({ aliases = [] }) => aliases.includes(id)),
  ];
  return found.find(({ size }) => size > 0) ?? new Map();
}

/** Every rule of the suite, sorted by id. */
async function loadRules(): Promise<ReadonlyMap<string, Rule>> {
  const commands = await loadCommands();
  const all: RuleCatalog = Object.assign({}, CORE_RULES, ...commands.map(({ rules }) => rules));
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
    "",
    "Why it matters",
    ...wrap(rule.description, 100, 2),
    "",
    "How to mend it",
    // Markdown of our own: its line breaks (lists, examples) stay.
    ...rule.help.split("\n").flatMap((line) => (line.trim() === "" ? [""] : wrap(line, 100, 2))),
    "",
  ].join("\n");
}
