import { SEVERITIES } from "../findings/severity.ts";
import { REPORT_FORMATS } from "../report/formats.ts";
import type { Permission } from "./command.ts";
import type { InputSpecs } from "./inputs.ts";

/** The inputs that every command has, in the same words everywhere. */
export const COMMON_INPUTS = {
  config: {
    type: "path",
    outside: true,
    description:
      "The config file, by default `.github/assay.yml` or `assay.yml`. Both at once are an error; one that is given may lie anywhere.",
  },
  "working-directory": {
    type: "path",
    default: ".",
    outside: true,
    description:
      "The folder to look at. Other paths are relative to it, but for `report-directory`.",
  },
  "fail-on": {
    type: "choice",
    choices: [...SEVERITIES, "never"],
    default: "medium",
    configKey: "fail-on",
    loosened: { toward: [...SEVERITIES.toReversed(), "never"] },
    description: "The least severity of a finding that fails the run.",
  },
  rule: {
    type: "list",
    default: [],
    description:
      "What findings of a rule count as, each as `id=severity` or `id=off`, such as `licenses.unknown=low` or `licenses.*=low`. It goes before `rules` in the config file.",
  },
  baseline: {
    type: "path",
    outside: true,
    configKey: "baseline",
    description:
      "A JSON report of an earlier run, which may lie anywhere where an input names it. Findings that stand in it are reported and do not fail the run, until the deadline for their fix (`slo`) has passed.",
  },
  offline: {
    type: "boolean",
    default: false,
    configKey: "offline",
    environment: "ASSAY_OFFLINE",
    description: "Open no socket at all.",
  },
  "report-formats": {
    type: "list",
    choices: REPORT_FORMATS,
    default: ["json", "sarif", "html"],
    configKey: "report.formats",
    loosened: "removed",
    description: "The reports that are written to `report-directory`.",
  },
  "report-directory": {
    type: "path",
    outside: true,
    configKey: "report.directory",
    description:
      "Where reports and documents are written, relative to the folder that the run starts in (in the config file: to the working directory). Without it the CLI writes none, and an action writes to a folder of its step below `RUNNER_TEMP`.",
  },
} as const satisfies InputSpecs;

/** What a command line names without an option where a command declares nothing else. */
export const commonPositional = { input: "working-directory", term: "[folder]" } as const;

const { "fail-on": _failOn, rule: _rule, baseline: _baseline, ...actInputs } = COMMON_INPUTS;
/** The inputs that every act has: nothing of it can be softened. */
export const ACT_INPUTS = actInputs;

/** Only an action has these: they talk to the repository's server. */
export const ACTION_INPUTS = {
  token: {
    type: "string",
    secret: true,
    host: "action",
    actionDefault: "${{ github.token }}",
    description:
      "The workflow's token, for GitHub's API. It deepens a shallow clone, comments, uploads SARIF and attestations, and makes releases.",
  },
  comment: {
    type: "boolean",
    default: false,
    host: "action",
    configKey: "report.comment",
    loosened: "off",
    description: "Keep one comment on the pull request up to date with the result.",
  },
  "comment-id": {
    type: "string",
    host: "action",
    environment: "GITHUB_JOB",
    description:
      "What distinguishes this step's comment from others of the same command and folder. By default the id of the job; the jobs of a matrix share theirs, so that each of them needs one of its own.",
  },
  "upload-sarif": {
    type: "boolean",
    default: false,
    host: "action",
    configKey: "report.upload-sarif",
    loosened: "off",
    description: "Upload the SARIF report to code scanning.",
  },
} as const satisfies InputSpecs;

/** The outputs that every command has. */
export const COMMON_OUTPUTS = {
  outcome: { description: "`pass`, `fail` or `error`." },
  "findings-count": { description: "Open findings, suppressed ones not counted." },
  "report-directory": { description: "The folder that holds the reports and documents." },
  "report-path": { description: "The JSON report." },
  "sarif-path": { description: "The SARIF report, where that format was asked for." },
} as const;

/** What the inputs that every action has need of the workflow's token. */
const ACTION_PERMISSIONS: readonly Permission[] = [
  { scope: "contents", level: "read", reason: "to read the repository" },
  {
    scope: "pull-requests",
    level: "write",
    reason: "to keep one comment on the pull request",
    when: "comment",
  },
  {
    scope: "security-events",
    level: "write",
    reason: "to upload the SARIF report to code scanning",
    when: "upload-sarif",
  },
];

/** All that a command and the inputs of its action need, one entry a scope; what the command itself says of one comes first. */
export function actionPermissions(own: readonly Permission[]): readonly Permission[] {
  const said = new Set(own.map(({ scope }) => scope));
  return [...own, ...ACTION_PERMISSIONS.filter(({ scope }) => !said.has(scope))];
}
