import { textOf, valueAt } from "@assay/core/yaml";
import type { PolicyRepository } from "../repository.ts";
import { textsOf } from "../yaml-places.ts";

const PATH = ".github/workflows/actions.lock";

/** `.github/workflows/actions.lock` (v0.0.2): which commit an action runs at. It covers actions, not calls of reusable workflows. */
export interface ActionsLock {
  /** The commit of `owner/repo[/path]@ref` in a workflow; `undefined` where the lock does not say, or does not have the workflow. */
  commitOf(workflow: string, uses: string): string | undefined;
  /** The commit that any workflow runs `owner/repo[/path]@ref` at. */
  knownCommit(uses: string): string | undefined;
}

export async function actionsLock(repository: PolicyRepository): Promise<ActionsLock> {
  return repository.once("actions.lock", async () => {
    const root = (await repository.yaml(PATH))?.root;
    const workflows = valueAt(root, "workflows");
    const dependencies = valueAt(root, "dependencies");
    const knownCommit = (uses: string) => {
      const [name = "", ref = ""] = uses.split("@");
      const key = `${name.split("/").slice(0, 2).join("/")}@${ref}`;
      const entry =
        dependencies?.kind === "map"
          ? dependencies.entries.find((each) => sameUses(each.key.text, key))?.value
          : undefined;
      return /^sha1-([0-9a-f]{40})$/.exec(textOf(valueAt(entry, "commit")) ?? "")?.[1];
    };
    return {
      knownCommit,
      commitOf: (workflow, uses) =>
        textsOf(valueAt(workflows, workflow)).some((each) => sameUses(each, uses))
          ? knownCommit(uses)
          : undefined,
    };
  });
}

/** Owner and repository ignore case, the ref does not. */
function sameUses(a: string, b: string): boolean {
  const [[nameA = "", refA], [nameB = "", refB]] = [a.split("@"), b.split("@")];
  return refA === refB && nameA.toLowerCase() === nameB.toLowerCase();
}
