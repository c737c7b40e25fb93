import type { YamlNode, YamlScalar } from "@assay/core/yaml";
import { valueAt } from "@assay/core/yaml";
import type { Expression } from "../expressions/index.ts";
import { flowsFrom } from "../expressions/index.ts";
import type { ValueClass } from "../untrusted/classes.ts";
import { classOf } from "../untrusted/classes.ts";
import { ANY_EVENT } from "../untrusted/events.ts";
import { along, dispatchInput, entryOf, isTyped } from "./call.ts";
import { outputsIn } from "./outputs.ts";
import type { Scope, Source } from "./scope.ts";
import { lookupOf } from "./scope.ts";
import { isSanitized, outsiderCommand, variablesIn } from "./script-commands.ts";
import { bareNames, given } from "./script-values.ts";
import { scalarsIn, templatesOf } from "./templates.ts";
import type { Workflows } from "./workflows.ts";
import { writersOf } from "./writers.ts";

const MAX_DEPTH = 20;
/** Contexts that are looked at for one place, so that a hostile tangle of outputs ends. */
const MAX_LOOKS = 500;
const MAX_SOURCES = 50;
const NONE: readonly Source[] = [];

const DEFAULT_VARIABLES = new Map([
  ["GITHUB_HEAD_REF", "head_ref"],
  ["GITHUB_REF_NAME", "ref_name"],
  ["GITHUB_REF", "ref"],
]);

export interface Sources {
  /** What reaches the result of an expression under the events of the scope. */
  ofExpression(expression: Expression, scope: Scope): readonly Source[];
  ofNode(node: YamlNode | undefined, scope: Scope): readonly Source[];
  /** What reaches a piece of a script: by templates, variables and commands. */
  ofScript(script: YamlScalar, scope: Scope, part: Part): readonly Source[];
  /** What a variable of the environment holds. */
  ofVariable(name: string, scope: Scope): readonly Source[];
}

/** Offsets in the content of a scalar. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/** What reaches a context, by its path in lower case. */
export type Look = (path: readonly string[], event: string, scope: Scope) => readonly Source[];

/** What a context is, where another question is asked than whose text it holds. */
type Classify = (path: readonly string[], event: string) => ValueClass;

/** Follows values back to where they come from, through `env`, outputs, inputs and matrices of the repository's own files. */
export function sourcesIn(workflows: Workflows, classify: Classify = classOf): Sources {
  let depth = 0;
  let looks = 0;

  const { written, ofSteps, ofJobs } = outputsIn(workflows, { ofNode, ofScript });
  const looksAt = new Map<string, Look>([
    ["env", ([, name = "*"], event, scope) => inEnv(name, event, scope)],
    ["inputs", ([, name = "*"], event, scope) => scope.input(name, event)],
    ["matrix", ([, name = "*"], _, scope) => ofMatrix(name, scope)],
    ["steps", ofSteps],
    ["needs", ofJobs],
    ["jobs", ofJobs],
  ]);
  return { ofExpression, ofNode, ofScript, ofVariable };

  function ofExpression(expression: Expression, scope: Scope): readonly Source[] {
    const found = scope.events.flatMap((event) =>
      flowsFrom(expression, lookupOf(event)).flatMap(({ path }) => ofPath(path, event, scope)),
    );
    return distinct(found);
  }

  /** Runs a look one level deeper; nothing beyond the limits. */
  function deeper(look: () => readonly Source[]): readonly Source[] {
    looks = depth === 0 ? 0 : looks + 1;
    if (depth >= MAX_DEPTH || looks > MAX_LOOKS) return NONE;
    depth += 1;
    try {
      return look();
    } finally {
      depth -= 1;
    }
  }

  function ofPath(path: readonly string[], event: string, scope: Scope): readonly Source[] {
    const look = looksAt.get(path[0] ?? "");
    if (look !== undefined) return deeper(() => look(path, event, { ...scope, events: [event] }));
    const kind =
      path[2] === "inputs" && path[1] === "event"
        ? dispatched(path[3] ?? "*", event, scope)
        : classify(path, event);
    return kind === "safe" ? NONE : [{ context: path.join("."), class: kind, event, way: [] }];
  }

  function ofScalar(node: YamlScalar, scope: Scope, within?: Part): readonly Source[] {
    const own = templatesOf(node).filter(
      ({ start, end }) => within === undefined || (start >= within.start && end <= within.end),
    );
    return distinct(
      own.flatMap(({ expression }) =>
        expression === undefined ? NONE : ofExpression(expression, scope),
      ),
    );
  }

  function ofNode(node: YamlNode | undefined, scope: Scope): readonly Source[] {
    return distinct(scalarsIn(node).flatMap((each) => ofScalar(each, scope)));
  }

  function ofScript(script: YamlScalar, scope: Scope, part: Part): readonly Source[] {
    const text = script.text.slice(part.start, part.end);
    if (isSanitized(text)) return NONE;
    const command = outsiderCommand(text);
    const printed = scope.events.flatMap((event) =>
      command === undefined ||
      command.events?.test(event) === false ||
      classify(["github", "event"], event) !== "arbitrary"
        ? []
        : [{ context: `\`${command.command}\``, class: command.class, event, way: [] }],
    );
    const payload = [...text.matchAll(/context\.payload((?:\??\.\w+)+)/g)].flatMap(
      ([, below = ""]) => {
        const path = [
          "github",
          "event",
          ...below.replaceAll("?", "").toLowerCase().slice(1).split("."),
        ];
        return scope.events.flatMap((event) => ofPath(path, event, scope));
      },
    );
    const used = namesIn(text, script).flatMap((name) => {
      const assigned = given(script, "variable", name).filter(
        (value) => value.name === name && value.start < part.start,
      );
      if (assigned.length === 0) return ofVariable(name, scope);
      return assigned.flatMap((value) => deeper(() => ofScript(script, scope, value)));
    });
    return distinct([...ofScalar(script, scope, part), ...printed, ...payload, ...used]);
  }

  function ofVariable(name: string, scope: Scope): readonly Source[] {
    const context = DEFAULT_VARIABLES.get(name);
    return distinct(
      scope.events.flatMap((event) =>
        context === undefined
          ? deeper(() => inEnv(name, event, { ...scope, events: [event] }))
          : ofPath(["github", context], event, scope),
      ),
    );
  }

  function inEnv(name: string, event: string, scope: Scope): readonly Source[] {
    const { step, job, workflow, outer } = scope;
    const { step: _, ...around } = scope;
    const { job: _job, ...outside } = around;
    const earlier = writersOf(name, scope).flatMap((each) => written(each, "env", name, scope));
    const levels: readonly (readonly [YamlNode | undefined, Scope])[] = [
      [scope.isOwnEnv ? undefined : step?.env, { ...scope, isOwnEnv: true }],
      [job?.env, { ...around, steps: [] }],
      [workflow?.env, { ...outside, steps: [] }],
    ];
    for (const [at, [node, inner]] of levels.entries()) {
      if (at === 1 && earlier.length > 0) return earlier;
      const entry = entryOf(node, name);
      if (entry === undefined) continue;
      return along(ofNode(entry.value, inner), scope.file, entry, `env ${entry.key.text}`);
    }
    return outer === undefined
      ? earlier
      : [...earlier, ...inEnv(name, event, { ...outer, events: [event] })];
  }

  function ofMatrix(name: string, scope: Scope): readonly Source[] {
    const { step: _, ...around } = scope.job === undefined ? (scope.outer ?? scope) : scope;
    const inner = { ...around, steps: [], events: scope.events };
    const matrix = valueAt(around.job?.strategy, "matrix");
    if (matrix?.kind !== "map" || name === "*") return ofNode(matrix, inner);
    const include = entryOf(matrix, "include")?.value;
    const rows = include?.kind === "list" ? include.items : [include];
    const values = rows.map((row) => (row?.kind === "map" ? entryOf(row, name)?.value : row));
    const found = [entryOf(matrix, name)?.value, ...values].flatMap((node) => ofNode(node, inner));
    return along(found, around.file, matrix, `matrix ${name}`);
  }

  /** What a `workflow_dispatch` input can hold: only free text can carry code. */
  function dispatched(name: string, event: string, { workflow, outer }: Scope): ValueClass {
    const declared = dispatchInput(workflow ?? outer?.workflow, name);
    if (isTyped(declared)) return "safe";
    return event === "workflow_dispatch" || event === ANY_EVENT ? "trusted" : "safe";
  }
}

/** Variables that a piece expands, and those of JavaScript that it names. */
function namesIn(text: string, script: YamlScalar): readonly string[] {
  const bare = bareNames(script);
  const words = bare.size === 0 ? [] : (text.match(/[A-Za-z_]\w*/g) ?? []);
  return [...new Set([...variablesIn(text), ...words.filter((word) => bare.has(word))])];
}

/** Each source once, by the shortest way that came first. */
function distinct(sources: readonly Source[]): readonly Source[] {
  if (sources.length < 2) return sources;
  const found = new Map<string, Source>();
  for (const source of sources) {
    const key = `${source.context} ${source.event} ${source.class}`;
    const other = found.get(key);
    if (other === undefined || source.way.length < other.way.length) found.set(key, source);
  }
  return [...found.values()].slice(0, MAX_SOURCES);
}
