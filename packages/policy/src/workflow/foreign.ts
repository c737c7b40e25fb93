import type { Severity } from "@assay/core";
import type { Span, YamlScalar } from "@assay/yaml";
import { textOf } from "@assay/yaml";
import { flowsFrom } from "../expressions/index.ts";
import type { PolicyRepository } from "../repository.ts";
import type { Gate } from "./gates.ts";
import type { Job, SourceFile, Step } from "./model.ts";
import { gatesOf, hasRights, lowered } from "./risk.ts";
import { gatesUnder, type Scope } from "./scope.ts";
import { assignments, type Sources, scriptInput, sourcesIn } from "./sources.ts";
import { lineSpan, templateSpan, templatesOf } from "./templates.ts";
import { versionInComment } from "./uses.ts";
import { walk } from "./visits.ts";
import { type Workflows, workflowsOf } from "./workflows.ts";

interface At {
  readonly file: SourceFile;
  readonly job?: Job;
  readonly step: Step;
  readonly span: Span;
}

/** Code of a pull request that comes into a run with the rights of the repository. */
export interface ForeignCode extends At {
  /** The command or input that brings it. */
  readonly what: string;
  readonly event: string;
  readonly severity: Severity;
  /** What runs it: a command or an action, with its place. */
  readonly runs?: At & { readonly what: string };
}

/** A line that writes a file of others for later steps. */
export interface ForeignLine extends At {
  readonly what: "GITHUB_ENV" | "GITHUB_PATH";
  readonly of: string;
  readonly severity: Severity;
}

export interface Foreign {
  readonly checkouts: readonly ForeignCode[];
  readonly environment: readonly ForeignLine[];
}

/** Computed once for all rules. */
export function foreignCodeOf(repository: PolicyRepository): Promise<Foreign> {
  return repository.once("foreign code", async () =>
    findForeignCode(await workflowsOf(repository)),
  );
}

const EVENT = /^(?:pull_request_target|workflow_run|issue_comment)$/;
const HEAD =
  /^github\.(?:head_ref|event\.(?:number|issue\.number|pull_request(?:\.(?:\*|number|merge_commit_sha|head(?:\..*)?))?|workflow_run\.(?:head_.*|pull_requests.*)))$/;
const NUMBER = /\.number$/;
const FETCH = /\bgh\s+pr\s+checkout\b|\bgit\s+(?:fetch|pull)\b.*\bpull\//;
const GIT = /\bgit\s+(?:-\S+\s+\S+\s+)?(?:checkout|switch|merge|pull|reset|clone|fetch|worktree)\b/;
const NEW_BRANCH = /\b(?:checkout\s+-[bB]|switch\s+-[cC])\s+\S+\s*$/;
/** Without one of these, what was fetched lies in git's store alone. */
const INTO_TREE =
  /\bgit\s+(?:-\S+\s+\S+\s+)?(?:checkout|switch|merge|rebase|reset|worktree|read-tree|restore|cherry-pick|pull|archive)\b/;
const ASKS_SERVER = /\bgh\s+(?:pr|api)\b|\bpulls\.get\b|\/pulls\/|\.head\.(?:sha|ref)|headRef/;
const RUNS =
  /(?:^|[;&|(]\s*|\b(?:then|do|sudo|env)\s+)((?:npm|pnpm|yarn|bun)(?:\s+(?:ci|i|install|add|run\S*|test|t|exec|build|start|dlx)\b|\s*$)|npx\s|make\b|cmake\s|cargo\s|go\s+(?:build|test|run|generate|vet)\b|(?:\.\/)?(?:mvnw?|gradlew?)\b|pip3?\s+install\b|python3?\s|pytest\b|tox\b|nox\b|poetry\s|uv\s+(?:run|sync|pip)\b|bundle\s|rake\b|composer\s|docker\s+(?:compose|build)\b|dotnet\s|bazel\s|pre-commit\b|node\s|\.\/\S+|(?:ba)?sh\s+[^-\s]|source\s|\.\s+\S|swift\s|just\b|task\b|terraform\s+(?:init|plan|apply)\b)/;
const RUNNING_ACTION =
  /^(?:pre-commit\/action|docker\/(?:build-push|bake)-action|golangci\/golangci-lint-action|gradle\/.*|cypress-io\/github-action|goreleaser\/goreleaser-action|borales\/actions-yarn|bahmutov\/npm-install|ruby\/setup-ruby|super-linter\/super-linter|github\/codeql-action)$/;
/** A step that looks at who asks, or where the head is from, may end the job. */
const ASKS_RIGHTS =
  /author_?association|CollaboratorPermission|collaborators\/|user-permission|head\.repo\.(?:full_name|fork)/i;
const DOWNLOAD = /^(?:actions\/download-artifact|dawidd6\/action-download-artifact)$/;

/** Follows each run of a dangerous event through its steps: what brings code or files of others in, and what then runs them. */
export function findForeignCode(workflows: Workflows): Foreign {
  const sources = sourcesIn(workflows, (path) => (HEAD.test(path.join(".")) ? "name" : "safe"));
  const checkouts = new Map<string, ForeignCode>();
  const environment = new Map<string, ForeignLine>();
  let here: ForeignCode[] = [];
  let artifacts = false;
  walk(
    workflows,
    sources,
    {
      job() {
        here = [];
        artifacts = false;
      },
      step(step, scope) {
        const events = scope.events.filter((event) => EVENT.test(event));
        if (events.length === 0) return;
        const dangerous = { ...scope, events };
        const running = runningPart(step, dangerous);
        if (running !== undefined) {
          const reached = here.filter((code) => reaches(step, code));
          for (const code of reached) {
            if (code.runs !== undefined) continue;
            remember({ ...code, runs: running, severity: severityOf(code, dangerous, true) });
          }
          here = here.filter((code) => !reached.includes(code));
        }
        const target = step.uses?.target;
        if (target?.kind === "action" && DOWNLOAD.test(target.repository)) {
          artifacts = scope.events.includes("workflow_run");
        }
        if (/\bgh\s+run\s+download\b/.test(step.run?.text ?? "")) artifacts = true;
        const of =
          here.length > 0 ? "a pull request" : artifacts ? "another run's artifact" : undefined;
        if (of !== undefined && step.run !== undefined) {
          for (const line of writtenFiles(step.run, dangerous, of))
            environment.set(keyOf(line), line);
        }
        for (const code of broughtBy(step, dangerous, sources)) {
          remember(code);
          here.push(code);
        }
      },
    },
    (event) => EVENT.test(event),
  );
  return { checkouts: [...checkouts.values()], environment: [...environment.values()] };

  function remember(code: ForeignCode): void {
    const known = checkouts.get(keyOf(code));
    const isWorse =
      known === undefined || RANK.indexOf(code.severity) > RANK.indexOf(known.severity);
    if (isWorse || (known.runs === undefined && code.runs !== undefined))
      checkouts.set(keyOf(code), code);
  }
}

const RANK: readonly Severity[] = ["info", "low", "medium", "high", "critical"];

function keyOf({ file, span }: At): string {
  return `${file.path} ${span.start}`;
}

type StepScope = Scope & { readonly step: Step };

function at({ file, job, step }: StepScope, span: Span): At {
  return { file, step, span, ...(job && { job }) };
}

function broughtBy(step: Step, scope: StepScope, sources: Sources): readonly ForeignCode[] {
  const code = (span: Span, what: string): ForeignCode => {
    const event =
      scope.events.toSorted(
        (a, b) => gatesUnder(scope, a).length - gatesUnder(scope, b).length,
      )[0] ?? "";
    const made = { ...at(scope, span), what, event, severity: "medium" as Severity };
    return { ...made, severity: severityOf(made, scope, false) };
  };
  const { target } = step.uses ?? {};
  if (target?.kind === "action" && target.repository === "actions/checkout") {
    for (const input of ["ref", "repository"]) {
      const value = step.with.get(input)?.value;
      const start = value?.kind === "scalar" ? headTemplate(value, scope, sources) : undefined;
      if (value?.kind !== "scalar" || start === undefined) continue;
      return [code(templateSpan(scope.file, value, start), `${input} of actions/checkout`)];
    }
  }
  const { run } = step;
  if (run === undefined) return [];
  for (const match of run.text.matchAll(/[^\n]+/g)) {
    const line = match[0].slice(0, 1000);
    if (/^\s*#/.test(line)) continue;
    const part = { start: match.index, end: match.index + match[0].length };
    const fetched = FETCH.exec(line)?.[0];
    const isHead =
      GIT.test(line) &&
      !NEW_BRANCH.test(line) &&
      /[$%]/.test(line) &&
      sources.ofScript(run, scope, part).some(isName);
    if (fetched === undefined && !isHead) continue;
    const later = scope.steps.slice(scope.steps.indexOf(step) + 1).map((each) => each.run?.text);
    const rest = [run.text.slice(match.index), ...later].join("\n");
    if (/^git\s+fetch/.test(fetched ?? GIT.exec(line)?.[0] ?? "") && !INTO_TREE.test(rest))
      continue;
    return [
      code(
        lineSpan(scope.file, run, match.index),
        fetched?.split(/\s+/).slice(0, 3).join(" ") ?? "git",
      ),
    ];
  }
  return [];
}

const isName = ({ class: kind, context }: { class: string; context: string }) =>
  kind === "name" && !NUMBER.test(context);

/** Where in a `ref` or `repository` the template is that names the head of a pull request. */
function headTemplate(node: YamlScalar, scope: StepScope, sources: Sources): number | undefined {
  const isPull = /\bpull\//.test(node.text);
  const found = templatesOf(node).find(({ expression }) => {
    if (expression === undefined) return false;
    const named = sources.ofExpression(expression, scope);
    if (named.some((each) => isName(each) || (isPull && each.class === "name"))) return true;
    return flowsFrom(expression).some(({ path: [context, id, , name = ""] }) =>
      context === "steps" ? isAsked(id ?? "", name, scope) : false,
    );
  });
  return found?.start;
}

/** An output of a step that asked the server for the pull request. */
function isAsked(id: string, name: string, { steps }: StepScope): boolean {
  if (/^base/i.test(name)) return false;
  const step = steps.find((each) => each.id?.toLowerCase() === id);
  const script = step?.run ?? (step && scriptInput(step));
  if (script !== undefined) return ASKS_SERVER.test(script.text);
  const target = step?.uses?.target;
  return (
    target?.kind === "action" &&
    /pull|pr-|comment|origin/.test(target.repository) &&
    /ref|sha|branch/i.test(name)
  );
}

/** Whether what a step runs lies where the code was put: a checkout into a folder of its own has to be named. */
function reaches(
  { run, uses, workingDirectory, with: inputs }: Step,
  { step }: ForeignCode,
): boolean {
  const folder = (textOf(step.with.get("path")?.value) ?? "").replace(/^\.\/|\/+$/g, "");
  if (folder === "" || folder === ".") return true;
  const texts = [
    run,
    uses?.node,
    workingDirectory,
    ...[...inputs.values()].map(({ value }) => value),
  ];
  return texts.some((node) => textOf(node)?.includes(folder) === true);
}

/** The first thing of a step that runs code from the folder. */
function runningPart(step: Step, scope: StepScope): ForeignCode["runs"] {
  const { run, uses } = step;
  if (uses?.target.kind === "local" && !uses.target.isSelf) {
    return { ...at(scope, uses.node.span), what: uses.node.text };
  }
  if (uses?.target.kind === "action" && RUNNING_ACTION.test(uses.target.repository)) {
    return { ...at(scope, uses.node.span), what: uses.target.repository };
  }
  for (const match of run?.text.matchAll(/[^\n]+/g) ?? []) {
    const command = RUNS.exec(match[0].slice(0, 1000).trim())?.[1];
    if (command !== undefined && run !== undefined && !/^\s*(?:#|echo\b)/.test(match[0])) {
      return { ...at(scope, lineSpan(scope.file, run, match.index)), what: command.trim() };
    }
  }
  return undefined;
}

function writtenFiles(run: YamlScalar, scope: StepScope, of: string): readonly ForeignLine[] {
  return assignments(run).flatMap(({ to, start, end }) => {
    if (to !== "env" && to !== "path") return [];
    if (!/\bcat\s+[^<\s]|\$\(<|\bjq\b|\bgrep\b|\bsed\b|\bunzip\b/.test(run.text.slice(start, end)))
      return [];
    const what = to === "env" ? ("GITHUB_ENV" as const) : ("GITHUB_PATH" as const);
    const span = lineSpan(scope.file, run, start);
    return [{ ...at(scope, span), what, of, severity: lowered("high", gatesIn(scope)) }];
  });
}

/** Critical where the code runs with rights; lower where it only lies there, where checkout refuses it, and behind gates. */
function severityOf(
  code: Pick<ForeignCode, "step" | "event" | "what">,
  scope: Scope,
  runs: boolean,
): Severity {
  const entry = rootOf(scope);
  const refused =
    code.what.includes("actions/checkout") && code.event !== "issue_comment" && refuses(code.step);
  const bad = runs && !refused ? (hasRights(entry) ? "critical" : "high") : "medium";
  return lowered(bad, gatesIn(scope, code.event));
}

function gatesIn(scope: Scope, event = scope.events[0] ?? ""): readonly Gate[] {
  const gates = gatesOf({ gates: gatesUnder(scope, event), entry: rootOf(scope) });
  const { steps, step } = scope;
  const earlier = step === undefined ? [] : steps.slice(0, steps.indexOf(step));
  const isAsked = earlier.some((each) =>
    ASKS_RIGHTS.test(`${(each.run ?? scriptInput(each))?.text} ${each.uses?.node.text}`),
  );
  return isAsked ? [...gates, "mark"] : gates;
}

function rootOf(scope: Scope): Pick<Scope, "workflow" | "job"> {
  return scope.outer === undefined ? scope : rootOf(scope.outer);
}

/** actions/checkout from 7, and 6.1, refuses the code of forks unless it is told otherwise. */
function refuses({ uses, with: inputs }: Step): boolean {
  if (uses?.target.kind !== "action") return false;
  const version = /^v\d/.test(uses.target.ref) ? uses.target.ref : versionInComment(uses.comment);
  const [major = 0, minor = 0] = (version ?? "").replace(/^v/, "").split(".").map(Number);
  const allowed = inputs.get("allow-unsafe-pr-checkout")?.value;
  return (major >= 7 || (major === 6 && minor >= 1)) && (textOf(allowed) ?? "false") === "false";
}
