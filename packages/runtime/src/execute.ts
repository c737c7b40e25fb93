import type {
  Artifact,
  Clock,
  Command,
  ConfigSection,
  HttpClient,
  Logger,
  ProcessRunner,
  Progress,
  RemoteAccess,
  Report,
  TriggerEvent,
} from "@assay/core";
import { createMaterials } from "@assay/core";
import { createGuardedHttp, expectBriefRun, type GuardedHttpOptions } from "@assay/core/host";
import { concludeRun, exitCodeFor, type JudgedOutcome } from "./conclude/conclude-run.ts";
import { quoteSources } from "./conclude/quote-sources.ts";
import { reportSubject } from "./conclude/report-subject.ts";
import { jobTokens } from "./masking/known-secrets.ts";
import { type SecretFilter, secretFilter } from "./masking/secret-filter.ts";
import { runWithParts } from "./parts/run-parts.ts";
import { writtenOf } from "./parts/run-twice.ts";
import { documentPlace } from "./prepare/document-place.ts";
import { openRun } from "./prepare/prepare-run.ts";
import { reportDirectory } from "./prepare/report-directory.ts";
import type { Environment, ExplicitInputs } from "./prepare/resolve.ts";
import { chooseSettings } from "./settings/choose-settings.ts";
import type { Judgement } from "./settings/judgement.ts";
import { bringsOther, reportSettings, settingsNotices } from "./settings/report-settings.ts";
import { settingsFindings } from "./settings/settings-findings.ts";
import type { WrittenFile } from "./write/write-files.ts";
import { writeRun } from "./write/write-run.ts";

/** Everything that a host brings to a run. */
export interface ExecuteOptions {
  readonly command: Command;
  readonly explicit: ExplicitInputs;
  readonly environment: Environment;
  readonly host: "action" | "cli";
  /** What `working-directory` is relative to; the process's own where it is not given. */
  readonly cwd?: string;
  readonly event: TriggerEvent | null;
  readonly remote: RemoteAccess | null;
  readonly logger: Logger;
  readonly progress: Progress;
  readonly processes: ProcessRunner;
  readonly clock: Clock;
  /** The config sections of all packages: asked for only when there is a config file. */
  readonly loadSections: () => Promise<readonly ConfigSection[]>;
  /** Assay's own version. */
  readonly version: string;
  readonly signal: AbortSignal;
  /**
   * Gets every secret of the command and of its parts before they do, and those that they receive later. Reports and logs of
   * the run are filtered here; a host masks what it prints besides.
   */
  readonly hide?: (secret: string) => void;
  /** Where reports and documents go when `report-directory` is given nowhere; no reports are written without either. */
  readonly defaultReportDirectory?: string;
  /** Where the documents of a command that makes some go when nothing says where; none are written without a place. */
  readonly defaultDocumentDirectory?: string;
  /** For tests: what the guarded client is made with. */
  readonly httpFactory?: (options: GuardedHttpOptions) => HttpClient;
}

export interface Execution {
  readonly report: Report;
  /** By output name; what the run does not know is left out. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly written: readonly WrittenFile[];
  readonly exitCode: number;
  /** Documents of the run, for a host that prints one. */
  readonly artifacts: readonly Artifact[];
  /** The value of every input, for a host that acts on one (`comment`, `upload-sarif`). */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/**
 * The one path of every host: config, inputs, context, command, verdict, files, outputs. Prints nothing.
 *
 * A command that fails still ends in a report (its outcome is `error`).
 *
 * @throws UsageError when the config file, an input or the baseline is wrong: nothing has run then.
 */
export async function executeCommand(options: ExecuteOptions): Promise<Execution> {
  const { command, environment, host, event, remote, processes, clock, progress, signal } = options;
  if (command.brief === true) expectBriefRun();
  const secrets = knownSecrets(options);
  const logger = secrets.logger(options.logger);
  const opened = await openRun(options);
  const chosen = await chooseSettings(opened, { ...options, logger });
  const { judgement, review } = chosen;
  const { config, inputs, sources } = judgement;
  const { cwd, workspace } = opened;
  const { root } = workspace;
  const { offline } = inputs;
  logger.debug(`Config file: ${config.path ?? "none"}`);
  const place = inputs["report-directory"] ?? options.defaultReportDirectory;
  const directory =
    place && (await reportDirectory(place, sources["report-directory"], { cwd, root }));
  const documents = await documentPlace(command, {
    inputs,
    reports: directory,
    fallback: options.defaultDocumentDirectory,
    cwd,
    root,
  });
  const httpFactory = options.httpFactory ?? createGuardedHttp;
  const reachable = new Set<string>();
  const common = { root, event, remote, offline, processes, clock, logger, progress, signal };
  const runBy = async (by: Judgement, isFirst: boolean): Promise<JudgedOutcome> => ({
    judgement: by,
    outcome: await runWithParts(command, by.inputs, {
      // What is made by one set of settings is not what another one would make.
      context: { ...common, environment, materials: createMaterials(), settings: by.files },
      config: by.config,
      host,
      hide: (secret) => {
        secrets.add(secret);
        options.hide?.(secret);
      },
      httpFor: (wanted) => {
        // What a change brings opens no way to a host that its base does not name.
        const hosts = isFirst ? wanted : wanted.filter((host) => reachable.has(host));
        for (const host of hosts) reachable.add(host);
        return httpFactory({ hosts, offline, environment, clock, logger, signal });
      },
    }),
  });
  const subject = reportSubject({ event, remote, environment, processes, root, cwd });
  // Its failure is looked at below.
  subject.catch(() => {});
  const first = await runBy(judgement, true);
  const isTwice = command.kind !== "act" && chosen.own !== undefined && (await bringsOther(chosen));
  const own = isTwice && chosen.own !== undefined ? await runBy(chosen.own, false) : undefined;
  progress.finish();
  const concluded = concludeRun(first, own, {
    ...options,
    subject: await subject,
    settings: reportSettings(chosen, isTwice),
    notices: settingsNotices(chosen, isTwice),
    review: review && {
      mode: review.mode,
      findings: settingsFindings(review, (chosen.own ?? judgement).config),
    },
  });
  const sensitive = [first, own].flatMap((run) =>
    (run?.outcome.results ?? []).filter((result) => result.sensitive === true),
  );
  const report = secrets.report(
    await quoteSources(concluded, workspace, new Set(sensitive.map(({ check }) => check))),
  );
  const outcome = writtenOf(first.outcome, own?.outcome);
  const { written, outputs } = await writeRun(report, outcome, {
    root,
    directory,
    documents,
    formats: inputs["report-formats"],
    rendering: { commentId: String(inputs["comment-id"] ?? "") },
  });
  return {
    report,
    outputs,
    written,
    exitCode: exitCodeFor(report, outcome.failures),
    artifacts: outcome.results.flatMap((result) => result.artifacts),
    inputs,
  };
}

/** What is secret before any input is read. */
function knownSecrets({ environment, remote }: ExecuteOptions): SecretFilter {
  const secrets = secretFilter();
  if (remote?.token !== undefined && remote.token.trim() !== "") secrets.add(remote.token);
  for (const token of jobTokens(environment)) secrets.add(token);
  return secrets;
}
