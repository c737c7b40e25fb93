import { COMMON_INPUTS, clockFrom, type InputSpecs, UsageError } from "@assay/core";
import { addToLedger, closeInLedger, ledgerPath, prepareRun } from "@assay/runtime";
import { loadCommand, loadSections } from "@assay/suite";
import { missingFinding } from "./ack-finding.ts";
import { parseArguments } from "./arguments.ts";
import { commandLineError } from "./run-command.ts";
import { type Terminal, terminalLogger, visible } from "./terminal.ts";

export const ACK_USAGE = `Usage: assay ack <id> [options]

Writes into the ledger of acknowledgements (slo.ledger) that somebody answers for a finding, by the id of
an advisory, a fingerprint or a rule that a run finds now. Commit the ledger: docs/clocks.md says what it does.

  --package <package>  Only this package: a name, name@version, name@range or purl.
  --owner <owner>      Who answers for it. Without it: GITHUB_ACTOR, else USER.
  --ticket <ticket>, --note <note>
  --force              Even where no finding has the id now.
  --fixed              It was fixed: closes its entry.
  --config <file>, --working-directory <folder>
`;

/** The usage says what each is for. */
const text = { type: "string", description: "" } as const;
const OPTIONS = {
  package: text,
  owner: text,
  ticket: text,
  note: text,
  fixed: { type: "boolean", default: false, description: "" },
  force: { type: "boolean", default: false, description: "" },
  config: COMMON_INPUTS.config,
  "working-directory": COMMON_INPUTS["working-directory"],
} as const satisfies InputSpecs;

/** `assay ack <id>`. */
export async function ackCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { explicit, general, positionals, problems } = parseArguments(argv, OPTIONS);
  if (general.help) {
    terminal.stdout.write(ACK_USAGE);
    return 0;
  }
  const { environment, cwd } = terminal;
  const given = (name: string) => {
    const value = explicit[name];
    return typeof value === "string" ? value.trim() : undefined;
  };
  const [id, second] = positionals;
  const isFixed = given("fixed") === "true";
  const owner = given("owner") ?? environment["GITHUB_ACTOR"] ?? environment["USER"];
  const surplus = ["owner", "ticket", "note"].filter((name) => given(name) !== undefined);
  const wrong = [
    ...(id === undefined ? ["The id of the finding is missing"] : []),
    ...(second === undefined ? [] : [`One id at a time; ${JSON.stringify(second)} is too much`]),
    ...(isFixed ? surplus.map((name) => `\`--${name}\` says nothing with \`--fixed\``) : []),
    ...(isFixed || owner ? [] : ["`--owner` is missing, and neither GITHUB_ACTOR nor USER is set"]),
  ];
  if (id === undefined || problems.length + wrong.length > 0) {
    throw commandLineError("ack", [...problems, ...wrong]);
  }
  const place = { config: given("config"), "working-directory": given("working-directory") };
  const command = await loadCommand("check");
  if (command === undefined) throw new UsageError("There is no command `check`");
  const { workspace, config } = await prepareRun({
    command,
    explicit: place,
    ...{ environment, host: "cli", cwd, loadSections },
  });
  const path = ledgerPath(config);
  const now = clockFrom(environment).wall().toISOString().replace(/\.\d+/, "");
  const about = given("package");
  const entry = { id, ...(about !== undefined && { package: about }) };
  if (isFixed) await closeInLedger(workspace, path, entry, now);
  else {
    if (given("force") !== "true") {
      const doubt = await missingFinding(terminal, place, id, about);
      if (doubt !== undefined)
        terminalLogger(terminal, "warning").warning(
          `Whether a finding has this id is not known: ${doubt}`,
        );
    }
    const [ticket, note] = [given("ticket"), given("note")];
    await addToLedger(workspace, path, {
      ...{ ...entry, owner: owner ?? "", date: now },
      ...(ticket !== undefined && { ticket }),
      ...(note !== undefined && { note }),
    });
  }
  const done = isFixed ? "marked as fixed" : `acknowledged by ${owner}`;
  terminal.stdout.write(`${visible(`${path}: ${id} ${done}. Commit the file.`)}\n`);
  return 0;
}
