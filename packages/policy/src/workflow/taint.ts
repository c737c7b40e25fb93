import type { Span, YamlNode, YamlScalar } from "@assay/core/yaml";
import { valueAt } from "@assay/core/yaml";
import type { PolicyRepository } from "../repository.ts";
import { entriesOf } from "../yaml-places.ts";
import type { Gate } from "./gates.ts";
import type { Job, SourceFile, Step } from "./model.ts";
import { gatesUnder, type Scope, type Source } from "./scope.ts";
import { evaluationsIn } from "./script-commands.ts";
import { assignments } from "./script-values.ts";
import { isCodeInput } from "./sinks.ts";
import { type Sources, sourcesIn } from "./sources.ts";
import { lineSpan, scalarsIn, templateSpan, templatesOf } from "./templates.ts";
import { walk } from "./visits.ts";
import { type Workflows, workflowsOf } from "./workflows.ts";

/** A source as one run brings it to a place. */
export interface Reached extends Source {
  readonly gates: readonly Gate[];
  /** The workflow that the event starts, and its job: whose rights the run has. None where nothing calls the file. */
  readonly entry?: Pick<Scope, "workflow" | "job">;
}

/** A place where a text is run as code, or becomes part of the environment, and what of others' text reaches it. */
export interface Sink {
  /** `code`: a template in a script or another text that is run. `evaluation`: a variable that a script runs as code. `environment`: a line that writes for later steps. `directory`: a template in `working-directory`. */
  readonly kind: "code" | "evaluation" | "environment" | "directory";
  readonly file: SourceFile;
  readonly job?: Job;
  readonly step?: Step;
  /** Such as `run`, `script of actions/github-script`, `container.options`. */
  readonly what: string;
  readonly span: Span;
  readonly reached: readonly Reached[];
}

export interface Taint {
  /** Every place that somebody else's text reaches, each once with all sources. */
  readonly sinks: readonly Sink[];
  /** Workflows whose calls reach more than is looked at. */
  readonly exceeded: readonly string[];
}

/** Computed once for all rules. */
export function taintOf(repository: PolicyRepository): Promise<Taint> {
  return repository.once("taint", async () => findSinks(await workflowsOf(repository)));
}

export function findSinks(workflows: Workflows): Taint {
  const sources = sourcesIn(workflows);
  const sinks = new Map<string, Sink>();
  const add = (
    scope: Scope,
    place: Pick<Sink, "kind" | "what">,
    span: () => Span,
    found: readonly Source[],
  ) => {
    if (found.length === 0) return;
    const { file, step } = scope;
    const at = span();
    const key = `${file.path} ${place.kind} ${at.start}`;
    const known = sinks.get(key);
    const entry = rootOf(scope);
    const reached = found.map((source) => ({
      ...source,
      gates: gatesUnder(scope, source.event),
      ...(entry && { entry }),
    }));
    sinks.set(key, {
      ...(known ?? {
        ...{ file, ...place, span: at },
        ...(scope.job && { job: scope.job }),
        ...(step && { step }),
      }),
      reached: merged([...(known?.reached ?? []), ...reached]),
    });
  };
  const ofTemplates = (
    node: YamlNode | undefined,
    scope: Scope,
    kind: Sink["kind"],
    what: string,
  ) => {
    for (const scalar of scalarsIn(node)) {
      for (const { expression, start } of templatesOf(scalar)) {
        if (expression === undefined) continue;
        const span = () => templateSpan(scope.file, scalar, start);
        add(scope, { kind, what }, span, sources.ofExpression(expression, scope));
      }
    }
  };
  const exceeded = walk(workflows, sources, {
    job(job, scope) {
      ofTemplates(valueAt(job.container, "options"), scope, "code", "container.options");
      for (const { key, value } of entriesOf(job.services)) {
        ofTemplates(valueAt(value, "options"), scope, "code", `services.${key.text}.options`);
      }
      ofTemplates(
        valueAt(valueAt(valueAt(job.node, "defaults"), "run"), "shell"),
        scope,
        "code",
        "defaults.run.shell",
      );
    },
    step(step, scope) {
      ofTemplates(step.run, scope, "code", "run");
      ofTemplates(step.workingDirectory, scope, "directory", "working-directory");
      for (const [name, { key, value }] of step.with) {
        const target = step.uses?.target;
        if (target?.kind === "action" && isCodeInput(target, name)) {
          ofTemplates(value, scope, "code", `${key.text} of ${target.repository}`);
        }
      }
      if (step.run !== undefined) ofScript(step.run, scope, sources, add);
    },
  });
  return { sinks: [...sinks.values()], exceeded };
}

type Add = (
  scope: Scope,
  place: Pick<Sink, "kind" | "what">,
  span: () => Span,
  found: readonly Source[],
) => void;

function ofScript(script: YamlScalar, scope: Scope, sources: Sources, add: Add): void {
  for (const { start, variables } of evaluationsIn(script.text)) {
    const found = variables.flatMap((name) => sources.ofVariable(name, scope));
    add(
      scope,
      { kind: "evaluation", what: "run" },
      () => lineSpan(scope.file, script, start),
      found,
    );
  }
  for (const value of assignments(script)) {
    if (value.to !== "env" && value.to !== "path") continue;
    const what = value.to === "env" ? "GITHUB_ENV" : "GITHUB_PATH";
    const found = sources.ofScript(script, scope, value);
    add(
      scope,
      { kind: "environment", what },
      () => lineSpan(scope.file, script, value.start),
      found,
    );
  }
}

/** The workflow and job that a run began with. */
function rootOf({ outer, workflow, job }: Scope): Pick<Scope, "workflow" | "job"> | undefined {
  if (outer !== undefined) return rootOf(outer);
  return workflow && { workflow, ...(job && { job }) };
}

/** Equal ones that several calls bring are one, with the gates that all of them pass. */
function merged(reached: readonly Reached[]): readonly Reached[] {
  const found = new Map<string, Reached>();
  for (const each of reached) {
    const key = `${each.context} ${each.event} ${each.entry?.workflow?.path} ${each.entry?.job?.id}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, each);
    else
      found.set(key, { ...known, gates: known.gates.filter((gate) => each.gates.includes(gate)) });
  }
  return [...found.values()];
}
