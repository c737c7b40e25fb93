import { valueAt } from "@assay/core/yaml";
import { ANY_EVENT, INSIDE_RUN, trustOf } from "../untrusted/events.ts";
import { textsOf } from "../yaml-places.ts";
import { calledScope, entryScope, reusedScope } from "./call.ts";
import type { Job, LocalAction, Step, Workflow } from "./model.ts";
import type { Scope } from "./scope.ts";
import { behind } from "./scope.ts";
import type { Sources } from "./sources.ts";
import type { Workflows } from "./workflows.ts";

/** GitHub's limit of calls within calls. */
const MAX_DEPTH = 10;
/** Jobs and steps that one workflow reaches: more than any has, so that a tangle of calls ends. */
const MAX_VISITS = 5000;

export function exceeds(path: string): string {
  return `${path} reaches more jobs and steps than are looked at.`;
}

/** Jobs before a job that are asked for a gate. */
const MAX_NEEDS = 20;

export interface Visitor {
  /** A job that has steps or calls, in the scope in front of its steps. */
  job?(job: Job, scope: Scope): void;
  step?(step: Step, scope: Scope & { readonly step: Step }): void;
}

/**
 * Visits each step in each way that it can be reached: from every event of its workflow whose conditions let it through, and from
 * every local call of the workflow or composite action that it is in. Files that nothing calls are visited with unknown inputs.
 *
 * @param matters Whether an event does; a workflow that no such event starts is visited where it is called alone.
 * @returns The paths of workflows and actions that reach more than can be looked at.
 */
export function walk(
  workflows: Workflows,
  { ofNode }: Sources,
  visitor: Visitor,
  matters: (event: string) => boolean = () => true,
): readonly string[] {
  let visits = 0;
  const exceeded: string[] = [];
  const reached = new Set<Workflow | LocalAction>();
  const called = calledPaths(workflows);
  for (const workflow of workflows.workflows) {
    const events = startersOf(workflow, workflows).filter(
      (event) => event !== ANY_EVENT || !called.has(workflow.path),
    );
    if (!events.some(matters)) continue;
    visits = 0;
    visitWorkflow(workflow, entryScope(workflow, events, workflow));
    if (visits > MAX_VISITS) exceeded.push(workflow.path);
  }
  for (const action of workflows.actions) {
    if (!reached.has(action) && matters(ANY_EVENT)) {
      visits = 0;
      visitSteps({ ...entryScope(action, [ANY_EVENT]), steps: action.steps });
      if (visits > MAX_VISITS) exceeded.push(action.path);
    }
  }
  return exceeded;

  function visitWorkflow(workflow: Workflow, scope: Scope): void {
    for (const job of workflow.jobs) {
      visits += 1;
      if (visits > MAX_VISITS) return;
      const inner = behind({ ...scope, job, steps: job.steps }, job);
      if (inner === undefined) continue;
      const open = { ...inner, gates: [...inner.gates, ...gatesBefore(job, workflow, scope)] };
      visitor.job?.(job, open);
      const target = job.uses?.target;
      const other = target?.kind === "local" ? workflows.workflow(target.path) : undefined;
      if (other === undefined) visitSteps(open);
      else if (scope.depth < MAX_DEPTH) visitWorkflow(other, reusedScope(ofNode, open, job, other));
    }
  }

  function visitSteps(scope: Scope): void {
    for (const step of scope.steps) {
      visits += 1;
      if (visits > MAX_VISITS) return;
      const inner = behind({ ...scope, step }, step);
      if (inner === undefined) continue;
      const here = { ...inner, step };
      visitor.step?.(step, here);
      const target = step.uses?.target;
      const action = target?.kind === "local" ? workflows.action(target.path) : undefined;
      if (action === undefined || scope.depth >= MAX_DEPTH) continue;
      reached.add(action);
      visitSteps(calledScope(ofNode, here, action));
    }
  }
}

/** A job that is skipped skips those that need it, unless their condition asks for the status. */
function gatesBefore(
  job: Job,
  workflow: Workflow,
  scope: Scope,
  seen = new Set<Job>([job]),
): Scope["gates"] {
  if (/\b(?:always|failure|cancelled|success)\s*\(/.test(job.if?.text ?? "")) return [];
  return job.needs.flatMap((id) => {
    const other = workflow.jobs.find((each) => each.id === id);
    if (other === undefined || seen.has(other) || seen.size > MAX_NEEDS) return [];
    seen.add(other);
    const own = behind({ ...scope, gates: [] }, other)?.gates ?? [];
    return [...own, ...gatesBefore(other, workflow, scope, seen)];
  });
}

function calledPaths({ workflows }: Workflows): ReadonlySet<string> {
  const targets = workflows.flatMap(({ jobs }) => jobs.map(({ uses }) => uses?.target));
  return new Set(targets.flatMap((target) => (target?.kind === "local" ? [target.path] : [])));
}

/** The events of a workflow; a `workflow_run` behind workflows that no outsider starts counts as one from inside. */
function startersOf(workflow: Workflow, { workflows }: Workflows): readonly string[] {
  return workflow.triggers.map(({ name, filters }) => {
    if (name !== "workflow_run") return name;
    const names = textsOf(valueAt(filters, "workflows"));
    const inside = names.every((each) => {
      const first = workflows.filter((other) => other.name === each || other.path === each);
      return first.length > 0 && first.every((other) => other.triggers.every(isInside));
    });
    return inside && names.length > 0 ? INSIDE_RUN : name;
  });
}

function isInside({ name }: Workflow["triggers"][number]): boolean {
  return trustOf(name).who === "write";
}
