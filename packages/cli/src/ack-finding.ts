import { type Command, clip, silentProgress, UsageError } from "@assay/core";
import { packageSelector } from "@assay/purl";
import { CHECK_NAMES, loadCommand } from "@assay/suite";
import { executeHere } from "./run-command.ts";
import { type Terminal, terminalLogger } from "./terminal.ts";

const FINGERPRINT = /^[0-9a-f]{64}$/i;
/** Of an advisory, as `CVE-2026-1`, `RHSA-2026:12`, `GHSA-…`; or of a rule, as `secrets.private-key`. */
const FORM = /^(?:[a-z]{1,20}-[\w.:-]{1,80}|[a-z][a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,60}){1,3})$/i;
const FORCE = "`--force` writes it all the same.";

/**
 * Runs the check that an id is of, and looks for it among the findings: an entry for nothing answers for nothing.
 *
 * @returns Why nobody can tell, as a clause, where the run can't be completed here.
 * @throws UsageError where the run is complete and has no such finding, or the id is none of any kind.
 */
export async function missingFinding(
  terminal: Terminal,
  explicit: Readonly<Record<string, string | undefined>>,
  id: string,
  about?: string,
): Promise<string | undefined> {
  if (!FINGERPRINT.test(id) && !FORM.test(id))
    throw new UsageError(
      `${JSON.stringify(id.slice(0, 100))} is no id of an advisory, fingerprint or rule`,
      {
        hint: FORCE,
      },
    );
  const { report, exitCode } = await executeHere(
    await commandOf(id),
    { ...explicit, "report-formats": [] },
    terminal,
    { logger: terminalLogger(terminal, "error"), progress: silentProgress },
  );
  const ofPackage = about === undefined ? undefined : packageSelector(about, "`--package`");
  const named = report.findings.filter(({ fingerprint, aliases = [], variant, ruleId }) =>
    [fingerprint, ...aliases, variant?.id, ruleId].some(
      (each) => each?.toLowerCase() === id.toLowerCase(),
    ),
  );
  if (named.some(({ subject }) => ofPackage?.(subject) ?? true)) return undefined;
  if (exitCode > 1) return report.checks.find(({ error }) => error)?.error?.message ?? "";
  const known = [
    ...new Set(
      named.length > 0
        ? named.map(({ subject }) => `${subject?.name}@${subject?.version}`)
        : report.findings.map(({ variant, ruleId }) => variant?.id ?? ruleId),
    ),
  ];
  throw new UsageError(
    `No finding has the id \`${id}\`${named.length > 0 ? ` and the package ${about}` : ""}`,
    {
      hint: `${FORCE}${known.length === 0 ? "" : ` There are: ${clip(known.join(", "), 800)}`}`,
    },
  );
}

/** The check that has findings with such an id: never an act, which would sign something. */
async function commandOf(id: string): Promise<Command> {
  const name = FINGERPRINT.test(id)
    ? "check"
    : id.includes(".")
      ? await ruleCheck(id)
      : "dependencies";
  const command = await loadCommand(name);
  if (command === undefined) throw new UsageError(`There is no command \`${name}\``);
  return command;
}

/** A rule is called after its check, or as those of policies are after what it is about. */
async function ruleCheck(id: string): Promise<string> {
  for (const name of CHECK_NAMES)
    if (id.startsWith(`${name}.`) || Object.hasOwn((await loadCommand(name))?.rules ?? {}, id))
      return name;
  return "check";
}
