import type {
  YamlDocument,
  YamlEntry,
  YamlMap,
  YamlNode,
  YamlProblem,
  YamlScalar,
} from "@assay/core/yaml";
import { entryAt, textOf, valueAt } from "@assay/core/yaml";
import { entriesOf, itemsOf, textsOf } from "../yaml-places.ts";
import type {
  Job,
  LocalAction,
  Permissions,
  SourceFile,
  Step,
  Trigger,
  Uses,
  Workflow,
} from "./model.ts";
import { parseUses } from "./uses.ts";

/** Reads a workflow. What is broken is in `problems`; what can be read is there all the same. */
export function readWorkflow(path: string, text: string, document: YamlDocument): Workflow {
  const file = sourceFile(path, text, document);
  const root = mapAt(document.root);
  const jobs = mapAt(valueAt(root, "jobs"))?.entries ?? [];
  return {
    kind: "workflow",
    ...file,
    ...(root && { root }),
    ...optional("name", textOf(valueAt(root, "name"))),
    ...optional("permissions", readPermissions(root)),
    ...optional("env", valueAt(root, "env")),
    triggers: readTriggers(valueAt(root, "on")),
    jobs: jobs.flatMap(({ key, value }) => readJob(file, key, value)),
  };
}

/** Reads an `action.yml`. */
export function readAction(path: string, text: string, document: YamlDocument): LocalAction {
  const file = sourceFile(path, text, document);
  const runs = valueAt(document.root, "runs");
  return {
    kind: "action",
    ...file,
    folder: path.replace(/(?:^|\/)[^/]*$/, ""),
    ...optional("using", textOf(valueAt(runs, "using"))),
    ...optional("inputs", valueAt(document.root, "inputs")),
    ...optional("outputs", valueAt(document.root, "outputs")),
    steps: readSteps(file, valueAt(runs, "steps")),
  };
}

function sourceFile(path: string, text: string, document: YamlDocument): SourceFile {
  const comments = new Map(document.comments.map((each) => [each.line, each.text]));
  return { path, text, document, comments, problems: problemsOf(document) };
}

/** Merge keys are plain YAML, and GitHub refuses them. */
function problemsOf(document: YamlDocument): readonly YamlProblem[] {
  const { root, problems } = document;
  if (root !== undefined && root.kind !== "map")
    return [...problems, { message: "it is no map", ...document.position(root.span.start) }];
  return problems;
}

function readTriggers(on: YamlNode | undefined): readonly Trigger[] {
  if (on?.kind === "scalar") return on.text === "" ? [] : [{ name: on.text, node: on }];
  if (on?.kind === "list")
    return on.items.flatMap((item) =>
      item.kind === "scalar" ? [{ name: item.text, node: item }] : [],
    );
  return (on?.entries ?? []).map(({ key, value }) => ({
    name: key.text,
    node: key,
    ...(value.kind !== "scalar" && { filters: value }),
  }));
}

function readPermissions(node: YamlNode | undefined): Permissions | undefined {
  const entry = entryAt(node, "permissions");
  if (entry === undefined) return undefined;
  const { key, value } = entry;
  const scopes = entriesOf(value);
  return {
    key,
    node: value,
    scopes: new Map(scopes.map((scope) => [scope.key.text, scope])),
    ...(value.kind === "scalar" && value.text !== "" && { all: value.text }),
  };
}

function readJob(file: SourceFile, key: YamlScalar, value: YamlNode): readonly Job[] {
  if (value.kind !== "map") return [];
  const at = (name: string) => valueAt(value, name);
  const needs = at("needs");
  return [
    {
      id: key.text,
      key,
      node: value,
      needs: textsOf(needs),
      ...optional("if", scalarAt(at("if"))),
      ...optional("runsOn", at("runs-on")),
      ...optional("permissions", readPermissions(value)),
      ...optional("environment", at("environment")),
      ...optional("env", at("env")),
      ...optional("container", at("container")),
      ...optional("services", at("services")),
      ...optional("strategy", at("strategy")),
      ...optional("outputs", at("outputs")),
      ...optional("continueOnError", at("continue-on-error")),
      ...optional("uses", readUses(file, at("uses"))),
      ...optional("secrets", at("secrets")),
      with: inputsOf(at("with")),
      steps: readSteps(file, at("steps")),
    },
  ];
}

/** Steps in their order; those of a `parallel` list stand where the list does. */
function readSteps(file: SourceFile, node: YamlNode | undefined): readonly Step[] {
  const found: YamlMap[] = [];
  const collect = (list: YamlNode | undefined, depth: number) => {
    for (const item of itemsOf(list)) {
      if (item.kind !== "map") continue;
      const parallel = valueAt(item, "parallel");
      if (parallel?.kind === "list" && depth < 4) collect(parallel, depth + 1);
      else found.push(item);
    }
  };
  collect(node, 0);
  return found.map((step, index) => readStep(file, step, index));
}

function readStep(file: SourceFile, node: YamlMap, index: number): Step {
  const at = (name: string) => valueAt(node, name);
  return {
    node,
    index,
    ...optional("id", textOf(at("id"))),
    ...optional("name", textOf(at("name"))),
    ...optional("uses", readUses(file, at("uses"))),
    ...optional("run", scalarAt(at("run"))),
    ...optional("shell", at("shell")),
    ...optional("if", scalarAt(at("if"))),
    ...optional("env", at("env")),
    ...optional("continueOnError", at("continue-on-error")),
    ...optional("workingDirectory", at("working-directory")),
    with: inputsOf(at("with")),
  };
}

function readUses(
  { document, comments }: SourceFile,
  node: YamlNode | undefined,
): Uses | undefined {
  if (node?.kind !== "scalar") return undefined;
  const comment = comments.get(document.position(node.span.end).line);
  return { node, target: parseUses(node.text), ...(comment !== undefined && { comment }) };
}

function inputsOf(node: YamlNode | undefined): ReadonlyMap<string, YamlEntry> {
  const entries = entriesOf(node);
  return new Map(entries.map((entry) => [entry.key.text.toLowerCase(), entry]));
}

function mapAt(node: YamlNode | undefined): YamlMap | undefined {
  return node?.kind === "map" ? node : undefined;
}

function scalarAt(node: YamlNode | undefined): YamlScalar | undefined {
  return node?.kind === "scalar" ? node : undefined;
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  // One key with the value's type, which is what the type says.
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
