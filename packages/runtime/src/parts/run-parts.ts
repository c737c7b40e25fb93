import type {
  ArtifactOutput,
  CheckContext,
  Command,
  ConfigFile,
  HttpClient,
  InputSpecs,
  InputValues,
  ReportedArtifact,
  RuleCatalog,
} from "@assay/core";
import {
  asKnownError,
  createLogger,
  ExternalError,
  type Logger,
  silentProgress,
} from "@assay/core";
import { quoteProblems } from "../config/quote-problems.ts";
import { secretsIn } from "../masking/known-secrets.ts";
import { resolveInputs } from "../prepare/resolve.ts";
import { productSink } from "../write/product-sink.ts";
import type { CheckFailure } from "./check-failure.ts";
import { distinctResults, type TitledAct, type TitledResult, titled } from "./titled-result.ts";

export interface CombinedOutcome {
  readonly results: readonly TitledResult[];
  readonly acts: readonly TitledAct[];
  /** What acts wrote while they ran. */
  readonly products: readonly ReportedArtifact[];
  readonly failures: readonly CheckFailure[];
  readonly outputs: Readonly<Record<string, string | number | boolean | ArtifactOutput>>;
  /** Every rule that the command and its parts can report. */
  readonly rules: RuleCatalog;
}

/** What commands of one run share. */
export interface RunSurroundings {
  readonly context: Omit<CheckContext, "http">;
  readonly config: ConfigFile;
  readonly host: "action" | "cli";
  /** Is told every secret of a command before the command gets it. */
  readonly hide: (secret: string) => void;
  readonly httpFor: (hosts: readonly string[]) => HttpClient;
}

/**
 * Runs a command and its parts side by side. What one throws becomes a failure and stops no other; so do wrong inputs of
 * a part.
 */
export async function runWithParts(
  command: Command,
  inputs: InputValues<InputSpecs>,
  surroundings: RunSurroundings,
): Promise<CombinedOutcome> {
  const parts = (await command.parts?.(inputs, surroundings.config)) ?? [];
  // Folded groups and progress lines of several parts would lie across each other.
  const quiet = parts.length > 1;
  const runs = await Promise.all([
    attempt(command, surroundings, () => inputs),
    ...parts.map((part) => {
      const { context } = surroundings;
      const inPart = quiet
        ? { ...context, logger: prefixed(context.logger, part.name), progress: silentProgress }
        : context;
      return attempt(part, { ...surroundings, context: inPart }, () =>
        partInputs(part, surroundings),
      );
    }),
  ]);
  return {
    results: distinctResults(runs.flatMap((run) => run.results)),
    acts: runs.flatMap((run) => run.acts),
    products: runs.flatMap((run) => run.products),
    failures: runs.flatMap((run) => run.failures),
    outputs: Object.assign({}, ...runs.map((run) => run.outputs)),
    rules: Object.assign({}, ...runs.map((run) => run.rules)),
  };
}

function partInputs(part: Command, { config, host, context }: RunSurroundings) {
  const { environment, root } = context;
  return resolveInputs(part.inputs, { explicit: {}, environment, config, host, root }).values;
}

async function attempt(
  command: Command,
  { context, config, hide, httpFor }: RunSurroundings,
  inputs: () => InputValues<InputSpecs>,
): Promise<CombinedOutcome> {
  const products = productSink(context.root);
  try {
    const values = inputs();
    for (const secret of secretsIn(command.inputs, values, context.environment)) hide(secret);
    const hosts = command.hosts?.(values, context) ?? [];
    context.logger.debug(`Begins; may reach ${hosts.length === 0 ? "no host" : hosts.join(", ")}`);
    const http = httpFor(hosts);
    const given = await command.run({ ...context, http, config, products, mask: hide }, values);
    const results = given.results.map((result) => titled(result, command));
    const acts = (given.acts ?? []).map((act) => ({ ...act, title: act.title ?? command.label }));
    for (const { title, findings, coverage } of results) {
      const { summary, skipped } = coverage;
      context.logger.debug(
        `${title}: ${summary}; ${findings.length} found, ${skipped.length} skipped`,
      );
    }
    const outputs = Object.entries(given.outputs).filter(([, value]) => value !== undefined);
    return {
      results,
      acts,
      products: products.written,
      failures: [],
      outputs: Object.fromEntries(outputs) as CombinedOutcome["outputs"],
      rules: command.rules,
    };
  } catch (thrown) {
    const error = context.signal.aborted ? stopped(thrown) : asKnownError(thrown);
    const failure = {
      check: command.name,
      title: command.label,
      error: quoteProblems(error, config),
    };
    return {
      results: [],
      acts: [],
      // What was written before the failure is there all the same.
      products: products.written,
      failures: [failure],
      outputs: {},
      rules: command.rules,
    };
  }
}

function stopped(cause: unknown): ExternalError {
  return new ExternalError("The run was stopped before it was done", { cause });
}

function prefixed(logger: Logger, name: string): Logger {
  return createLogger((level, message) => logger[level](`${name}: ${message}`));
}
