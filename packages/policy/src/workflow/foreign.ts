import type { Severity } from "@assay/core";
import type { Span, YamlScalar } from "@assay/core/yaml";
import { textOf } from "@assay/core/yaml";
import type { PolicyRepository } from "../repository.ts";
import { broughtBy, type Found, HEAD } from "./foreign-checkouts.ts";
import { reaches, runningPart } from "./foreign-runs.ts";
import type { Gate } from "./gates.ts";
import type { Job, SourceFile, Step } from "./model.ts";
import { gatesOf, hasRights, lowered } from "./risk.ts";
import { gatesUnder, type Scope } from "./scope.ts";
import { assignments, scriptInput } from "./script-values.ts";
import { sourcesIn } from "./sources.ts";
import { lineSpan } from "./templates.ts";
import { actionOf, versionInComment } from "./uses.ts";
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
        const running = runningPart(scope.file, step);
        if (running !== undefined) {
          const reached = here.filter((code) => reaches(step, code));
          for (const code of reached) {
            if (code.runs !== undefined) continue;
            const runs = { ...at(dangerous, running.span), what: running.what };
            remember({ ...code, runs, severity: severityOf(code, dangerous, true) });
          }
          here = here.filter((code) => !reached.includes(code));
        }
        if (DOWNLOAD.test(actionOf(step))) artifacts = scope.events.includes("workflow_run");
        if (/\bgh\s+run\s+download\b/.test(step.run?.text ?? "")) artifacts = true;
        const of =
          here.length > 0 ? "a pull request" : artifacts ? "another run's artifact" : undefined;
        if (of !== undefined && step.run !== undefined) {
          for (const line of writtenFiles(step.run, dangerous, of))
            environment.set(keyOf(line), line);
        }
        const found = broughtBy(step, dangerous, sources);
        if (found === undefined) return;
        const code = codeOf(found, dangerous);
        remember(code);
        here.push(code);
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

/** Under the event that has to pass the fewest gates. */
function codeOf({ span, what }: Found, scope: StepScope): ForeignCode {
  const gates = (event: string) => gatesUnder(scope, event).length;
  const [event = ""] = scope.events.toSorted((a, b) => gates(a) - gates(b));
  const code = { ...at(scope, span), what, event };
  return { ...code, severity: severityOf(code, scope, false) };
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
