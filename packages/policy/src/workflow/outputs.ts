import { valueAt } from "@assay/core/yaml";
import { entriesOf } from "../yaml-places.ts";
import { along, calledScope, callOf, entryOf, reusedScope } from "./call.ts";
import type { Job, Step } from "./model.ts";
import type { Scope, Source } from "./scope.ts";
import { behind } from "./scope.ts";
import { given, scriptInput } from "./script-values.ts";
import type { Sources } from "./sources.ts";
import type { Workflows } from "./workflows.ts";

const NONE: readonly Source[] = [];

/** Outputs of actions elsewhere that by their name are a number, a commit, a path and the like. */
const PLAIN_OUTPUT =
  /(?:^|[-_])(?:sha|digest|image-?id|id|number|url|hit|path|dir|version|count|conclusion|outcome|result|status|exists|changed|token|key|matched|size)$/i;

/** Follows what steps and jobs hand on: outputs, and what a script writes for later steps. */
export function outputsIn(
  workflows: Workflows,
  { ofNode, ofScript }: Pick<Sources, "ofNode" | "ofScript">,
) {
  return { written, ofSteps, ofJobs };

  /** What a step writes under a name into the environment or its outputs. */
  function written(
    step: Step,
    to: "env" | "output",
    name: string,
    scope: Scope,
  ): readonly Source[] {
    const script = step.run ?? scriptInput(step);
    if (script === undefined) return NONE;
    const { isOwnEnv: _, ...around } = scope;
    const inner = { ...around, step };
    return given(script, to, name).flatMap((value) => {
      const label = to === "env" ? `env ${value.name}` : `output ${value.name} of ${step.id}`;
      return along(ofScript(script, inner, value), scope.file, { span: script.span }, label);
    });
  }

  function ofOutput(step: Step, name: string, event: string, scope: Scope): readonly Source[] {
    if (step.run !== undefined) return written(step, "output", name, scope);
    const script = scriptInput(step);
    if (script !== undefined) {
      if (name !== "result") return written(step, "output", name, scope);
      const returned = [...script.text.matchAll(/^.*\breturn\b.*$/gm)].map(
        ({ index, 0: text }) => ({
          start: index,
          end: index + text.length,
        }),
      );
      const found = returned.flatMap((part) => ofScript(script, { ...scope, step }, part));
      return along(found, scope.file, { span: script.span }, `result of ${step.id}`);
    }
    const target = step.uses?.target;
    if (target?.kind === "local") {
      const action = workflows.action(target.path);
      if (action === undefined) return NONE;
      const value = valueAt(entryOf(action.outputs, name)?.value, "value");
      return ofNode(value, calledScope(ofNode, { ...scope, step, events: [event] }, action));
    }
    if (target?.kind !== "action" || PLAIN_OUTPUT.test(name)) return NONE;
    if (/^actions\/(?!github-script)/.test(target.repository)) return NONE;
    return [unknown(`steps.${step.id}.outputs.${name}`, event)];
  }

  function ofSteps(
    [, id = "*", property = "*", name = "*"]: readonly string[],
    event: string,
    scope: Scope,
  ) {
    if (property !== "outputs" && property !== "*") return NONE;
    const { step: _, ...around } = scope;
    return scope.steps
      .filter((step) => step.id !== undefined && (id === "*" || step.id.toLowerCase() === id))
      .flatMap((step) => {
        const inner = behind(around, step);
        return inner === undefined ? NONE : ofOutput(step, name, event, inner);
      });
  }

  function ofJobs(
    [, id = "*", property = "*", name = "*"]: readonly string[],
    event: string,
    scope: Scope,
  ) {
    if (property !== "outputs" && property !== "*") return NONE;
    const { step: _, job: _job, ...around } = scope;
    const jobs = scope.workflow?.jobs ?? [];
    return jobs
      .filter((job) => id === "*" || job.id.toLowerCase() === id)
      .flatMap((job) => {
        const inner = behind({ ...around, job, steps: job.steps }, job);
        return inner === undefined ? NONE : ofJobOutput(job, name, event, inner);
      });
  }

  function ofJobOutput(job: Job, name: string, event: string, inner: Scope): readonly Source[] {
    const { workflow, file } = inner;
    if (job.uses === undefined) {
      return entriesOf(job.outputs)
        .filter(({ key }) => name === "*" || key.text.toLowerCase() === name)
        .flatMap((entry) =>
          along(
            ofNode(entry.value, inner),
            file,
            entry,
            `output ${entry.key.text} of job ${job.id}`,
          ),
        );
    }
    const { target } = job.uses;
    const called = target.kind === "local" ? workflows.workflow(target.path) : undefined;
    if (called === undefined || workflow === undefined) {
      return target.kind === "local" || PLAIN_OUTPUT.test(name)
        ? NONE
        : [unknown(`needs.${job.id}.outputs.${name}`, event)];
    }
    const outputs = valueAt(callOf(called), "outputs");
    const value = valueAt(entryOf(outputs, name)?.value, "value");
    return ofNode(value, reusedScope(ofNode, inner, job, called));
  }
}

function unknown(context: string, event: string): Source {
  return { context, class: "unknown", event, way: [] };
}
