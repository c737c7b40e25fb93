import type { YamlEntry, YamlNode } from "@assay/core/yaml";
import { textOf, valueAt } from "@assay/core/yaml";
import { ANY_EVENT } from "../untrusted/events.ts";
import type { Job, LocalAction, SourceFile, Step, Workflow } from "./model.ts";
import type { Scope, Source } from "./scope.ts";

type OfNode = (node: YamlNode | undefined, scope: Scope) => readonly Source[];

/** The scope in a composite action that a step of `caller` uses. */
export function calledScope(
  ofNode: OfNode,
  caller: Scope & { step: Step },
  action: LocalAction,
): Scope {
  const { events, gates, depth, step } = caller;
  const given = (name: string, event: string) => {
    const entry = step.with.get(name);
    const value = entry?.value ?? valueAt(entryOf(action.inputs, name)?.value, "default");
    const found = ofNode(value, { ...caller, events: [event] });
    const where = action.folder === "" ? "the action" : action.folder;
    return entry === undefined
      ? found
      : along(found, caller.file, entry, `input ${entry.key.text} of ${where}`);
  };
  return {
    file: action,
    events,
    steps: action.steps,
    outer: caller,
    gates,
    depth: depth + 1,
    input: (name, event) =>
      name === "*"
        ? [...step.with.keys()].flatMap((each) => given(each, event))
        : given(name, event),
  };
}

/** The scope in a reusable workflow that a job of `caller` calls. Of the caller only the event and the inputs are seen there. */
export function reusedScope(ofNode: OfNode, caller: Scope, job: Job, called: Workflow): Scope {
  const { events, gates, depth } = caller;
  const inputs = valueAt(callOf(called), "inputs");
  const given = (name: string, event: string) => {
    const declared = entryOf(inputs, name)?.value;
    const entry = job.with.get(name);
    if (entry === undefined || isTyped(declared)) return [];
    const found = ofNode(entry.value, { ...caller, events: [event] });
    return along(found, caller.file, entry, `input ${entry.key.text} of ${called.path}`);
  };
  return {
    file: called,
    workflow: called,
    events,
    steps: [],
    gates,
    depth: depth + 1,
    input: (name, event) =>
      name === "*"
        ? [...job.with.keys()].flatMap((each) => given(each, event))
        : given(name, event),
  };
}

/** The scope of a file that nothing in the repository calls: what it is given is not known. */
export function entryScope(
  file: SourceFile,
  events: readonly string[],
  workflow?: Workflow,
): Scope {
  const action = valueAt(file.document.root, "inputs");
  const called = valueAt(callOf(workflow), "inputs");
  return {
    file,
    events,
    ...(workflow && { workflow }),
    steps: [],
    gates: [],
    depth: 0,
    input: (name, event) => {
      const isDispatch = event === "workflow_dispatch";
      if (!isDispatch && event !== ANY_EVENT) return [];
      const declared = isDispatch
        ? dispatchInput(workflow, name)
        : entryOf(workflow === undefined ? action : called, name)?.value;
      // What is not declared is empty, whatever a caller gives.
      if (name !== "*" && (declared === undefined || isTyped(declared))) return [];
      const kind = isDispatch ? "trusted" : "unknown";
      return [{ context: `inputs.${name}`, class: kind, event, way: [] }];
    },
  };
}

/** The declaration under `on.workflow_call`. */
export function callOf(workflow: Workflow | undefined): YamlNode | undefined {
  return workflow?.triggers.find(({ name }) => name === "workflow_call")?.filters;
}

export function dispatchInput(workflow: Workflow | undefined, name: string): YamlNode | undefined {
  const filters = workflow?.triggers.find((each) => each.name === "workflow_dispatch")?.filters;
  return entryOf(valueAt(filters, "inputs"), name)?.value;
}

/** Inputs of these types can't carry code. */
export function isTyped(declared: YamlNode | undefined): boolean {
  return /^(?:boolean|number|choice)$/.test(textOf(valueAt(declared, "type")) ?? "");
}

/** The entry of a map by its name, ignoring case. */
export function entryOf(node: YamlNode | undefined, name: string): YamlEntry | undefined {
  const lower = name.toLowerCase();
  return node?.kind === "map"
    ? node.entries.find(({ key }) => key.text.toLowerCase() === lower)
    : undefined;
}

/** Sources with one more step on their way. */
export function along(
  sources: readonly Source[],
  { path, document }: SourceFile,
  { span }: Pick<YamlEntry, "span">,
  what: string,
): readonly Source[] {
  if (sources.length === 0) return sources;
  const { line } = document.position(span.start);
  return sources.map((source) => ({ ...source, way: [...source.way, { path, line, what }] }));
}
