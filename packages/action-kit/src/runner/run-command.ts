import { tmpdir } from "node:os";
import { join } from "node:path";
import { setSecret } from "@actions/core";
import {
  actionPermissions,
  asKnownError,
  type Command,
  clockFrom,
  silentProgress,
  VERSION,
} from "@assay/core";
import { neededPermissions, permissionsBlock } from "@assay/core/github";
import { EXIT_CODES, exitCodeOf } from "@assay/core/host";
import { render } from "@assay/reporting";
import { type Execution, executeCommand, readEvent, remoteOf, secretForms } from "@assay/runtime";
import { actionProcesses } from "./action-processes.ts";
import { annotateFindings } from "./annotate.ts";
import { secretsOf } from "./masks.ts";
import { writeSummary } from "./outputs.ts";
import { printError } from "./print-error.ts";
import { publish, withdraw } from "./publish.ts";
import { readInputs } from "./read-inputs.ts";
import { type RunFacts, runFacts } from "./run-facts.ts";
import { runnerLogger } from "./runner-logger.ts";

type Environment = Readonly<Record<string, string | undefined>>;

export interface StepResult {
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * One step from its variables to its exit code; everything is printed and written but the outputs. Secrets are masked
 * before the first line of the log.
 *
 * @throws UsageError when inputs, config or event are wrong: nothing has run then.
 */
export async function runCommand(
  command: Command,
  environment: Environment,
  signal: AbortSignal,
): Promise<StepResult> {
  const explicit = readInputs(command, environment);
  const mask = masking();
  mask(secretsOf(command, explicit, environment));
  const logger = runnerLogger();
  const event = await readEvent(environment);
  const facts = runFacts(event, environment);
  const remote = remoteOf(environment, explicit["token"]);
  const clock = clockFrom(environment);
  const checkout = environment["GITHUB_WORKSPACE"] || process.cwd();
  const surroundings = { command, event, remote, facts, environment, clock, logger, signal };
  const execution = await logger
    .group(command.title, () =>
      executeCommand({
        command,
        explicit,
        environment,
        host: "action",
        cwd: checkout,
        event,
        remote,
        logger,
        progress: silentProgress,
        processes: actionProcesses(logger.debug),
        clock,
        loadSections: async () => (await import("@assay/suite")).loadSections(),
        version: VERSION,
        signal,
        // Secrets of a check's parts, those that only the config file names, and what a service hands out.
        hide: (secret) => mask(secretForms(secret)),
        defaultReportDirectory: reportFolder(command, environment),
      }),
    )
    .catch(async (thrown: unknown) => {
      await withdraw(asKnownError(thrown), { ...surroundings, explicit });
      throw thrown;
    });
  const { report } = execution;
  logger.info(await render("text", report));
  annotateFindings(report);
  await writeSummary(environment["GITHUB_STEP_SUMMARY"], await render("summary", report));
  const advice = idTokenAdvice(command, execution, facts);
  if (advice !== undefined) logger.notice(advice);
  const delivery = publish({ ...surroundings, report, inputs: execution.inputs });
  const failure = await delivery.then(
    () => undefined,
    (thrown: unknown) => asKnownError(thrown),
  );
  if (failure !== undefined) printError(failure);
  const passed = execution.exitCode === EXIT_CODES.pass;
  return {
    exitCode: passed && failure !== undefined ? exitCodeOf(failure) : execution.exitCode,
    outputs: execution.outputs,
  };
}

/** A folder of this step alone: a later step of the job must not write over what an earlier one's outputs name. */
function reportFolder({ name }: Command, environment: Environment): string {
  // The runner's id of the step, such as `sbom`, `__run` or `__assay-ci_assay_2`: unique in a job.
  const step = (environment["GITHUB_ACTION"] || name).replace(/[^\w-]/g, "_");
  return join(environment["RUNNER_TEMP"] || tmpdir(), "assay", step);
}

/** Masks every text once: the log shows each mask as a line. */
function masking(): (texts: readonly string[]) => void {
  const masked = new Set<string>();
  return (texts) => {
    for (const text of texts) if (!masked.has(text)) setSecret(text);
    for (const text of texts) masked.add(text);
  };
}

/** Said only after a failure that a missing identity token may explain: a run with a key needs none. */
function idTokenAdvice(
  command: Command,
  execution: Execution,
  facts: RunFacts,
): string | undefined {
  const needed = neededPermissions(actionPermissions(command.permissions), execution.inputs);
  const wanted = needed.some(({ scope }) => scope === "id-token");
  if (!wanted || execution.exitCode < EXIT_CODES.usage) return undefined;
  if (facts.fork) {
    return "This is a pull request from a fork: GitHub gives it no identity token, whatever the workflow says.";
  }
  if (!facts.idToken) {
    return `This job gets no identity token. Add this to it:\n${permissionsBlock(needed)}`;
  }
  return facts.enterpriseServer
    ? "This is GitHub Enterprise Server: the public Sigstore instance does not know its identity tokens; name your own instance."
    : undefined;
}
