export type {
  ActFailure,
  ActLogEntry,
  ActRecord,
  ActResult,
  ActSigner,
  ActSubject,
  ActTime,
  Product,
  ProductSink,
  VerifyCommand,
} from "./act/act.ts";
export type { Artifact, CheckResult } from "./check/check.ts";
export type { CheckContext } from "./check/context.ts";
export type { Coverage, Skipped } from "./check/coverage.ts";
export type { RemoteAccess, TriggerEvent } from "./check/event.ts";
export type { Materials } from "./check/materials.ts";
export { createMaterials } from "./check/materials.ts";
export type { ReadSettingOptions, SettingsFiles } from "./check/settings-files.ts";
export type { ResultTable } from "./check/table.ts";
export type { ChangeBase, EventOrigin } from "./check/untrusted-event.ts";
export { comesFromOutside, isFromFork, originOf } from "./check/untrusted-event.ts";
export type {
  ArtifactOutput,
  Command,
  CommandConfig,
  CommandContext,
  CommandOutcome,
  ConfigReader,
  DocumentInputs,
  OutputSpec,
  OutputSpecs,
  Permission,
  Positional,
  SettingsFile,
} from "./command/command.ts";
export { defineCommand } from "./command/command.ts";
export {
  ACT_INPUTS,
  ACTION_INPUTS,
  actionPermissions,
  COMMON_INPUTS,
  COMMON_OUTPUTS,
  commonPositional,
} from "./command/common-inputs.ts";
export type {
  InputSource,
  InputSpec,
  InputSpecs,
  InputValue,
  InputValues,
  ListInput,
  Loosening,
  PathInput,
} from "./command/inputs.ts";
export type { Options } from "./command/options.ts";
export { optionsOf } from "./command/options.ts";
export type { ConfigFile } from "./config/config-file.ts";
export { CONFIG_PATHS, formatPlace, NO_CONFIG } from "./config/config-file.ts";
export type { ConfigSection } from "./config/section.ts";
export { parseDuration } from "./findings/duration.ts";
export { endOfDay, reviewDay } from "./findings/expiry.ts";
export type {
  Acknowledgement,
  AppliedSuppression,
  Evidence,
  Excerpt,
  Finding,
  FindingVariant,
  Link,
  Location,
  Subject,
} from "./findings/finding.ts";
export { fingerprint } from "./findings/fingerprint.ts";
export { compareFindings, compareText } from "./findings/order.ts";
export type { Rule, RuleCatalog } from "./findings/rule.ts";
export { catalog } from "./findings/rule.ts";
export { headingAnchor, rulePage } from "./findings/rule-page.ts";
export type { Severity } from "./findings/severity.ts";
export { compareSeverity, isAtLeast, SEVERITIES } from "./findings/severity.ts";
export type {
  ClockSource,
  ClockStart,
  ClockState,
  SloClock,
  SloPolicy,
  SloState,
  SloTarget,
  StartedClock,
} from "./findings/slo.ts";
export { CLOCK_STARTS, CLOCK_STATES, clockStart, DEFAULT_SLO, sloClock } from "./findings/slo.ts";
export { suppressionToPaste } from "./findings/suppression-to-paste.ts";
export { matchesWildcard } from "./findings/wildcard.ts";
export { expectInput } from "./platform/brief-run.ts";
export type { Clock } from "./platform/clock.ts";
export { clockFrom, fixedClock } from "./platform/clock.ts";
export { checkedFolders, enclosingCheckout, isChecked } from "./platform/enclosing-checkout.ts";
export type { ErrorDetails, ErrorKind, KnownError } from "./platform/errors.ts";
export {
  asKnownError,
  ExternalError,
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
export { realPath, statusAt, statusBehind } from "./platform/file-status.ts";
export { globMatcher } from "./platform/glob.ts";
export { addTo, groupBy } from "./platform/group-by.ts";
export type { HttpClient, HttpRequest, HttpResponse } from "./platform/http.ts";
export type { Logger, LogLevel, Progress } from "./platform/logger.ts";
export { createLogger, silentLogger, silentProgress } from "./platform/logger.ts";
export {
  isProgram,
  pathFolders,
  programsOnPath,
} from "./platform/program-path.ts";
export { isRecord, memberAt } from "./platform/record.ts";
export { PROJECT_URL, VERSION } from "./platform/version.ts";
export type { Unreadable } from "./platform/walk.ts";
export { walkFiles } from "./platform/walk.ts";
export { workTreeFiles } from "./platform/work-tree-files.ts";
export type { Workspace } from "./platform/workspace.ts";
export { isAbsent, isInside, MAX_FILE_BYTES, openWorkspace } from "./platform/workspace.ts";
export type { ClockFigures } from "./report/clocks.ts";
export { clockFigures, hasClock, overdue } from "./report/clocks.ts";
export type { ReportFormat } from "./report/formats.ts";
export { REPORT_FORMATS, reportFile, STDOUT_REPORTS } from "./report/formats.ts";
export type {
  ActSummary,
  CheckError,
  CheckSummary,
  Outcome,
  Report,
  ReportedArtifact,
  ReportedFinding,
} from "./report/report.ts";
export { REPORT_SCHEMA } from "./report/report.ts";
export type { ReportSettings, SettingLoosened, SettingSource } from "./report/settings.ts";
export type { ReportSubject } from "./report/subject.ts";
export { isPlainReason, thresholdReason } from "./report/threshold.ts";
export { clip, clipStart } from "./text/clip.ts";
export { closingQuote } from "./text/closing-quote.ts";
export {
  codeMarkdown,
  escapeControlCharacters,
  escapeHtml,
  escapeMarkdown,
  escapeXml,
} from "./text/escaping.ts";
export { excerptOf } from "./text/excerpt.ts";
export { maskSecrets } from "./text/mask-secrets.ts";
export { nearest, suggestion } from "./text/nearest.ts";
export { grouped, plural } from "./text/plural.ts";
export { repeatedField } from "./text/repeated-field.ts";
export { sourceLines } from "./text/source-lines.ts";
export { escapeWorkflowCommands } from "./text/workflow-commands.ts";
export { wrap } from "./text/wrap.ts";
export { yamlText } from "./text/yaml-text.ts";
