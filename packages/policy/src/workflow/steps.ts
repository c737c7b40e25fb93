import type { YamlNode } from "@assay/core/yaml";
import type { Job, LocalAction, Step, Uses, Workflow } from "./model.ts";
import type { Workflows } from "./workflows.ts";

/** A step with where it stands. */
export interface StepAt {
  readonly file: Workflow | LocalAction;
  /** None in a composite action. */
  readonly job?: Job;
  readonly step: Step;
}

export interface UsesAt {
  readonly file: Workflow | LocalAction;
  readonly job?: Job;
  readonly step?: Step;
  readonly uses: Uses;
}

/** Every step of workflows and composite actions, a step that is repeated by an alias once. */
export function stepsOf({ workflows, actions }: Workflows): readonly StepAt[] {
  const seen = new Set<YamlNode>();
  const once = ({ step }: StepAt) => !seen.has(step.node) && seen.add(step.node) !== undefined;
  return [
    ...workflows.flatMap((file) =>
      file.jobs.flatMap((job) => job.steps.map((step) => ({ file, job, step }))),
    ),
    ...actions.flatMap((file) => file.steps.map((step) => ({ file, step }))),
  ].filter(once);
}

/** Every `uses`, of steps and of jobs. */
export function usesIn(all: Workflows): readonly UsesAt[] {
  const calls = all.workflows.flatMap((file) =>
    file.jobs.flatMap((job) => (job.uses === undefined ? [] : [{ file, job, uses: job.uses }])),
  );
  const used = stepsOf(all).flatMap((at) =>
    at.step.uses === undefined ? [] : [{ ...at, uses: at.step.uses }],
  );
  return [...calls, ...used];
}

/** A name for a step that stays when lines move: its job, and its id, name, action or place. */
export function stepKey({ job, step }: Pick<StepAt, "job" | "step">): string {
  const { target } = step.uses ?? {};
  const used = target !== undefined && "repository" in target ? target.repository : undefined;
  const own = step.id ?? step.name ?? used ?? `step ${step.index + 1}`;
  return job === undefined ? own : `${job.id}/${own}`;
}

/** Whether the user trusts an owner or repository. */
export function isTrusted(trustedOwners: readonly string[], repository: string): boolean {
  const [owner = ""] = repository.split("/");
  return trustedOwners.some((each) => {
    const trusted = each.toLowerCase().replace(/\/\*?$/, "");
    return trusted === owner || trusted === repository;
  });
}

/** The events of a workflow by name. */
export function eventsOf(file: Workflow | LocalAction): ReadonlySet<string> {
  return new Set(file.kind === "workflow" ? file.triggers.map(({ name }) => name) : []);
}

/** The events that a fork's pull request, or anybody who writes an issue or comment, can start. */
export const OPEN_EVENTS: ReadonlySet<string> = new Set([
  "pull_request",
  "pull_request_target",
  "pull_request_review",
  "pull_request_review_comment",
  "issues",
  "issue_comment",
  "discussion",
  "discussion_comment",
  "workflow_run",
  "fork",
  "watch",
]);
