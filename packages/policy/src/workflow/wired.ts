import type { PolicyRepository } from "../repository.ts";
import type { Place } from "../rule.ts";
import type { Job, LocalAction, Step, Uses, Workflow } from "./model.ts";
import { commandFor, type Purpose, usesFor } from "./purposes.ts";
import { isTrusted } from "./steps.ts";
import {
  filteredOut,
  neverRuns,
  onlyReports,
  skippedWith,
  softFailed,
  toldToPass,
} from "./weakness.ts";
import { placeIn, type Workflows, workflowsOf } from "./workflows.ts";

/** A step or call that serves a purpose for an event, and what takes its effect away, if anything does. */
export interface Wired {
  readonly path: string;
  readonly place: Place;
  /** The action, workflow or command. */
  readonly what: string;
  readonly step?: Step;
  /** A clause: "its job has `continue-on-error: true`". */
  readonly weakness?: string;
}

const MAX_DEPTH = 10;

interface Search {
  readonly all: Workflows;
  readonly purpose: Purpose;
  readonly event: string;
  readonly trustedOwners: readonly string[];
  /** `owner/repo[/path]` or `./path` in lower case that the user names for the rule. */
  readonly equivalents: ReadonlySet<string>;
  /** Settings of tools that are there. */
  readonly settings: string;
  /** What a caller of this file does with a failure. */
  readonly weakness?: string;
  readonly depth: number;
}

/**
 * Where a purpose is served when an event comes: in workflows that it starts, and in what these call from the repository itself.
 *
 * @param ruleId Whose `policy.equivalents` count too.
 */
export async function wiredFor(
  repository: PolicyRepository,
  purpose: Purpose,
  event: string,
  ruleId: string,
): Promise<readonly Wired[]> {
  const all = await workflowsOf(repository);
  const { trustedOwners, equivalents } = repository.settings;
  const search: Search = {
    ...{ all, purpose, event, trustedOwners, depth: 0 },
    settings: ["trivy.yaml", ".grype.yaml", ".grype/config.yaml"].filter(repository.has).join(" "),
    equivalents: new Set(
      equivalents
        .filter((each) => each.startsWith(`${ruleId}=`))
        .map((each) => each.slice(ruleId.length + 1).toLowerCase()),
    ),
  };
  return all.workflows.flatMap((file) => {
    // GitHub reads no other names.
    if (!/^\.github\/workflows\/[^/]+\.ya?ml$/.test(file.path)) return [];
    const trigger = file.triggers.find(({ name }) => name === event);
    if (trigger === undefined) return [];
    return inJobs(file, file.jobs, withWeakness(search, filteredOut(trigger)));
  });
}

function inJobs(file: Workflow, jobs: readonly Job[], search: Search): readonly Wired[] {
  return jobs.flatMap((job) => {
    const weakness =
      neverRuns(job.if?.text, search.event, "job") ??
      skippedWith(job, jobs, search.event) ??
      softFailed(job.continueOnError, "job") ??
      search.weakness;
    const inside = withWeakness(search, weakness);
    const own = job.uses === undefined ? [] : ofUses(file, job.uses, inside);
    return [...own, ...inSteps(file, job.steps, inside)];
  });
}

function inSteps(
  file: Workflow | LocalAction,
  steps: readonly Step[],
  search: Search,
): readonly Wired[] {
  return steps.flatMap((step) => {
    const weakness =
      neverRuns(step.if?.text, search.event, "step") ??
      softFailed(step.continueOnError, "step") ??
      search.weakness;
    const inside = withWeakness(search, weakness);
    const reports = (what: string) => onlyReports(what, step, file, search.settings);
    if (step.uses !== undefined) {
      const why = toldToPass(step) ?? reports(step.uses.node.text);
      return ofUses(file, step.uses, withWeakness(inside, why)).map((wired) => ({
        step,
        ...wired,
      }));
    }
    const command = commandFor(step, search.purpose, reports);
    if (command === undefined || step.run === undefined) return [];
    const why = command.weakness ?? weakness;
    return [
      {
        path: file.path,
        place: placeIn(file, step.run),
        what: command.text.slice(0, 80),
        step,
        ...(why !== undefined && { weakness: why }),
      },
    ];
  });
}

function ofUses(file: Workflow | LocalAction, uses: Uses, search: Search): readonly Wired[] {
  const { all, purpose, trustedOwners, equivalents, weakness, depth } = search;
  const { target, node } = uses;
  const served = () => [
    {
      path: file.path,
      place: placeIn(file, node),
      what: node.text,
      ...(weakness !== undefined && { weakness }),
    },
  ];
  if (equivalents.has(node.text.trim().toLowerCase())) return served();
  if (target.kind === "local") {
    if (depth >= MAX_DEPTH) return [];
    const deeper = { ...search, depth: depth + 1 };
    const called = all.workflow(target.path);
    if (called !== undefined) return inJobs(called, called.jobs, deeper);
    const action = all.action(target.path);
    return action === undefined ? [] : inSteps(action, action.steps, deeper);
  }
  if (!("repository" in target)) return [];
  const name = [target.repository, target.path.toLowerCase()].filter(Boolean).join("/");
  const trusted = isTrusted(trustedOwners, target.repository);
  return equivalents.has(name) || usesFor(uses, purpose, trusted) ? served() : [];
}

function withWeakness(search: Search, weakness: string | undefined): Search {
  return weakness === undefined ? search : { ...search, weakness };
}
