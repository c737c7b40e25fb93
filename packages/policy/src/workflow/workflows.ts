import type { Span } from "@assay/core/yaml";
import type { PolicyRepository } from "../repository.ts";
import type { Place } from "../rule.ts";
import { placeAt } from "../yaml-places.ts";
import type { LocalAction, SourceFile, Workflow } from "./model.ts";
import { readAction, readWorkflow } from "./read.ts";

/** All workflows and local actions of a repository. */
export interface Workflows {
  readonly workflows: readonly Workflow[];
  readonly actions: readonly LocalAction[];
  /** The action in a folder. */
  action(folder: string): LocalAction | undefined;
  workflow(path: string): Workflow | undefined;
}

const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/i;
const ACTION = /(?:^|\/)action\.ya?ml$/;

/** Read once, whoever asks. */
export function workflowsOf(repository: PolicyRepository): Promise<Workflows> {
  return repository.once("workflows", () => readAll(repository));
}

async function readAll(repository: PolicyRepository): Promise<Workflows> {
  const read = async <T>(
    paths: readonly string[],
    reader: (path: string, text: string, document: SourceFile["document"]) => T,
  ): Promise<readonly T[]> => {
    const all: T[] = [];
    for (const path of paths) {
      const [text, document] = [await repository.read(path), await repository.yaml(path)];
      if (text !== undefined && document !== undefined) all.push(reader(path, text, document));
    }
    return all;
  };
  const workflows = await read(
    repository.files.filter((path) => WORKFLOW.test(path)),
    readWorkflow,
  );
  const actions = await read(
    repository.files.filter((path) => ACTION.test(path)),
    readAction,
  );
  const byFolder = new Map(actions.map((action) => [action.folder, action]));
  const byPath = new Map(workflows.map((workflow) => [workflow.path, workflow]));
  return {
    workflows,
    actions,
    action: (folder) => byFolder.get(folder),
    workflow: (path) => byPath.get(path),
  };
}

/** The place of a part of a file. */
export function placeIn({ document }: SourceFile, { span }: { span: Span }): Place {
  return placeAt(document, span);
}
