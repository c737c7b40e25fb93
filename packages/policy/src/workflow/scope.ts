import type { Lookup, Value } from "../expressions/index.ts";
import { truthOf } from "../expressions/index.ts";
import type { ValueClass } from "../untrusted/classes.ts";
import { isAbsent } from "../untrusted/classes.ts";
import { ANY_EVENT, INSIDE_RUN } from "../untrusted/events.ts";
import type { Gate } from "./gates.ts";
import { gateOf } from "./gates.ts";
import type { Job, SourceFile, Step, Workflow } from "./model.ts";
import { conditionAt } from "./templates.ts";

/** One step of the way of a value: a name that holds it. */
export interface Way {
  readonly path: string;
  readonly line: number;
  /** Such as `env TITLE`, `output title of meta`. */
  readonly what: string;
}

/** Where a value comes from. */
export interface Source {
  /** The context as `github.event.issue.title`, or the command that prints it. */
  readonly context: string;
  readonly class: Exclude<ValueClass, "safe">;
  readonly event: string;
  /** From the source on; empty where it is used directly. */
  readonly way: readonly Way[];
}

/** A gate that a run of one event has to pass. */
export interface EventGate {
  readonly event: string;
  readonly gate: Gate;
}

/** Where an expression stands: what its contexts mean there. */
export interface Scope {
  readonly file: SourceFile;
  /** Events under which it is reached. */
  readonly events: readonly string[];
  readonly workflow?: Workflow;
  readonly job?: Job;
  /** Of the job, or of the composite action; empty where they can't be seen. */
  readonly steps: readonly Step[];
  /** The step it is in; its `env` counts, and the steps before it. */
  readonly step?: Step;
  /** Within the `env` of the step, which does not see itself. */
  readonly isOwnEnv?: boolean;
  /** Where `env` goes on: the step that calls a composite action. */
  readonly outer?: Scope;
  /** The values of an input at the call. */
  readonly input: (name: string, event: string) => readonly Source[];
  readonly gates: readonly EventGate[];
  /** Calls that led here. */
  readonly depth: number;
}

const lookups = new Map<string, Lookup>();

/** What an event alone tells of the contexts: its name, and which objects its payload lacks. */
export function lookupOf(event: string): Lookup {
  const known = lookups.get(event);
  if (known !== undefined) return known;
  const lookup: Lookup = ([context, name, root, ...rest]): Value | undefined => {
    if (context !== "github" || rest.length > 0) return undefined;
    if (root === undefined) {
      if (name !== "event_name" || event === ANY_EVENT) return undefined;
      return event === INSIDE_RUN ? "workflow_run" : event;
    }
    return name === "event" && isAbsent(root, event) ? null : undefined;
  };
  lookups.set(event, lookup);
  return lookup;
}

/** The scope behind the `if` of a job or step; none where no event reaches it. */
export function behind(scope: Scope, { if: node }: Pick<Step | Job, "if">): Scope | undefined {
  const { expression } = node === undefined ? {} : conditionAt(node);
  if (expression === undefined) return scope;
  const events = scope.events.filter((event) => truthOf(expression, lookupOf(event)) !== false);
  if (events.length === 0) return undefined;
  const gates = events.flatMap((event) => {
    const gate = gateOf(expression, lookupOf(event));
    return gate === undefined ? [] : [{ event, gate }];
  });
  return { ...scope, events, gates: [...scope.gates, ...gates] };
}

/** The gates of a run that an event starts. */
export function gatesUnder({ gates }: Pick<Scope, "gates">, event: string): readonly Gate[] {
  return gates.flatMap((each) => (each.event === event ? [each.gate] : []));
}
