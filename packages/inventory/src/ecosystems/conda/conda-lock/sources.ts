import { UsageError } from "@assay/core";
import type { LockProblem } from "../../../assemble/parts.ts";
import { projectNode } from "../../../assemble/project-node.ts";
import { manifestText } from "../../../assemble/stale.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { environmentNeeds } from "../environment.ts";
import type { CondaContext, CondaNeed, OwnNeeds } from "../package.ts";

export interface Sources {
  /** What the project asks for, where every source says it. */
  readonly own: OwnNeeds | undefined;
  /** The first of them. */
  readonly path: string;
  readonly covers: readonly string[];
  readonly problems: readonly LockProblem[];
}

/** The manifests that a `conda-lock.yml` names as its sources: those of conda's own form are read. */
export async function readSources(
  input: ReaderInput,
  named: readonly string[],
  contexts: readonly CondaContext[],
): Promise<Sources> {
  const names = named.length > 0 ? named : ["environment.yml"];
  const paths = names.flatMap((name) => fromLockfileFolder(input.path, name) ?? []);
  const problems: LockProblem[] = [];
  const needs: CondaNeed[] = [];
  let isWhole = paths.length === names.length;
  for (const path of new Set(paths)) {
    // Recipes and `pyproject.toml` have other forms, with rules of their own.
    if (!/\.ya?ml$/.test(path) || /(?:^|\/)meta\.ya?ml$/.test(path)) {
      isWhole = false;
      continue;
    }
    const { text, problems: unread } = await manifestText(path, input);
    problems.push(...unread);
    try {
      if (text === undefined) {
        isWhole = false;
        problems.push({
          reason: `what the project itself asks for is not known: there is no ${path}`,
        });
      } else needs.push(...environmentNeeds(path, text));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      isWhole = false;
      problems.push({ reason: `what the project itself asks for is not known: ${error.message}` });
    }
  }
  const root = projectNode(input, { line: 1 });
  return {
    own: isWhole && contexts.length > 0 ? { root, needsIn: () => needs } : undefined,
    path: paths[0] ?? input.path,
    covers: paths,
    problems,
  };
}
