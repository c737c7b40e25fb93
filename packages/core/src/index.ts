export type { Artifact, Check, CheckResult } from "./check/check.ts";
export type { CheckContext } from "./check/context.ts";
export type { Coverage, Skipped } from "./check/coverage.ts";
export type { RemoteAccess, TriggerEvent } from "./check/event.ts";
export { comesFromOutside } from "./check/outside.ts";
export type { HelpEntry } from "./command/cli-help.ts";
export { commandHelp, formatEntries } from "./command/cli-help.ts";
export type {
  ArtifactOutput,
  Command,
  CommandContext,
  CommandOutcome,
  ConfigReader,
  OutputSpec,
  OutputSpecs,
  Permission,
} from "./command/command.ts";
export { defineCommand } from "./command/command.ts";
export {
  ACTION_INPUTS,
  actionPermissions,
  COMMON_INPUTS,
  COMMON_OUTPUTS,
} from "./command/common-inputs.ts";
export type { ExecuteOptions, Execution } from "./command/execute.ts";
export { executeCommand } from "./command/execute.ts";
export type {
  InputSource,
  InputSpec,
  InputSpecs,
  InputValue,
  InputValues,
} from "./command/inputs.ts";
export { nearest, suggestion } from "./command/nearest.ts";
export { splitList } from "./command/parse-value.ts";
export type { Preparation, PrepareOptions } from "./command/prepare-run.ts";
export { prepareRun } from "./command/prepare-run.ts";
export type { Environment, ExplicitInputs, ValueSource } from "./command/resolve.ts";
export { inputError, resolveInputs } from "./command/resolve.ts";
export type { WrittenFile } from "./command/write-files.ts";
export { writeInside } from "./command/write-files.ts";
export { REPORT_FILES } from "./command/write-run.ts";
export type { ConfigFile } from "./config/config-file.ts";
export { formatPlace, NO_CONFIG } from "./config/config-file.ts";
export { CONFIG_PATHS } from "./config/load.ts";
export type { ConfigSection } from "./config/section.ts";
export type { Baseline, BaselineEntry } from "./findings/baseline.ts";
export { parseBaseline } from "./findings/baseline.ts";
export type { CheckFailure } from "./findings/check-failure.ts";
export type { ConcludeInput, Policy } from "./findings/conclude.ts";
export { conclude } from "./findings/conclude.ts";
export { CORE_RULES } from "./findings/core-rules.ts";
export { parseDuration } from "./findings/duration.ts";
export type {
  AppliedSuppression,
  Evidence,
  Finding,
  Location,
  Subject,
} from "./findings/finding.ts";
export { fingerprint } from "./findings/fingerprint.ts";
export { packageMatcher } from "./findings/package-pattern.ts";
export type { Rule, RuleCatalog } from "./findings/rule.ts";
export { catalog } from "./findings/rule.ts";
export type { Severity } from "./findings/severity.ts";
export { compareSeverity, isAtLeast, SEVERITIES } from "./findings/severity.ts";
export type { SloPolicy, SloState, SloTarget } from "./findings/slo.ts";
export { DEFAULT_SLO } from "./findings/slo.ts";
export type { SuppressionEntry } from "./findings/suppression.ts";
export { compileSuppressions, endOfDay } from "./findings/suppression.ts";
export { isLoopback, redactUrl } from "./platform/allowed-hosts.ts";
export type { Clock } from "./platform/clock.ts";
export { clockFrom, fixedClock } from "./platform/clock.ts";
export { enclosingCheckout } from "./platform/enclosing-checkout.ts";
export type { ErrorDetails, ErrorKind, KnownError } from "./platform/errors.ts";
export {
  asKnownError,
  EXIT_CODES,
  ExternalError,
  exitCodeOf,
  InternalError,
  PolicyFailure,
  UsageError,
} from "./platform/errors.ts";
export type {
  ProcessOptions,
  ProcessResult,
  ProcessRunner,
  ProcessStream,
} from "./platform/exec.ts";
export { nodeProcesses } from "./platform/exec.ts";
export { globMatcher } from "./platform/glob.ts";
export type { GuardedHttpOptions } from "./platform/guarded-http.ts";
export { createGuardedHttp } from "./platform/guarded-http.ts";
export type { HttpClient, HttpRequest, HttpResponse } from "./platform/http.ts";
export { inert } from "./platform/inert.ts";
export type { Logger, LogLevel, Progress } from "./platform/logger.ts";
export { createLogger, silentLogger, silentProgress } from "./platform/logger.ts";
export { isRecord } from "./platform/record.ts";
export { PROJECT_URL, VERSION } from "./platform/version.ts";
export type { Unreadable } from "./platform/walk.ts";
export { walkFiles } from "./platform/walk.ts";
export type { Workspace } from "./platform/workspace.ts";
export { isInside, MAX_FILE_BYTES, openWorkspace } from "./platform/workspace.ts";
export type { Annotation, AnnotationLevel } from "./reporting/annotations.ts";
export { renderAnnotations } from "./reporting/annotations.ts";
export { COMMENT_LIMIT, commentMarker } from "./reporting/comment.ts";
export { visible } from "./reporting/escaping.ts";
export type { ReportFormat } from "./reporting/formats.ts";
export { REPORT_FORMATS } from "./reporting/formats.ts";
export { plural } from "./reporting/phrases.ts";
export { render } from "./reporting/render.ts";
export type {
  CheckError,
  CheckSummary,
  Outcome,
  Report,
  ReportedArtifact,
  ReportedFinding,
} from "./reporting/report.ts";
export type { SarifPart } from "./reporting/sarif.ts";
export { renderCheckSarif } from "./reporting/sarif.ts";
export type { TextOptions } from "./reporting/text.ts";
export { renderText } from "./reporting/text.ts";
export { wrap } from "./reporting/text-layout.ts";
