import { openWorkspace, UsageError, type Workspace } from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { branchBehind, defaultBranch, openRepository, type Repository } from "@assay/git";
import { readInventory, workTreeSource } from "@assay/inventory";
import type { Terminal } from "../terminal.ts";
import { type ExistingTool, existingTools } from "./existing-tools.ts";

/** What `assay init` finds out about a repository. Nothing of it is run. */
export interface RepositoryFacts {
  readonly workspace: Workspace;
  readonly defaultBranch: string;
  /** Paths of the lockfiles that are read. */
  readonly lockfiles: readonly string[];
  /** Lockfiles that are there and are not read, with the reason. */
  readonly unread: readonly { readonly item: string; readonly reason: string }[];
  /** Who owns everything by CODEOWNERS, such as `@octo/security`. */
  readonly owner?: string;
  /** What other tools have set up already. */
  readonly existing: readonly ExistingTool[];
}

/** Where GitHub looks for the file, in its order (https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners). */
const CODEOWNERS = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

export async function detectRepository(
  folder: string,
  terminal: Terminal,
): Promise<RepositoryFacts> {
  const workspace = await openWorkspace(folder);
  const inventory = await readInventory(workTreeSource(workspace));
  const owner = await defaultOwner(workspace);
  return {
    workspace,
    defaultBranch: await mainBranch(workspace.root, terminal),
    lockfiles: inventory.graphs.map(({ path }) => path),
    unread: inventory.skipped.filter(({ kind }) => kind !== "excluded"),
    existing: await existingTools(workspace),
    ...(owner !== undefined && { owner }),
  };
}

/** The branch that `origin` calls its head, else the current one, else `main`. */
async function mainBranch(root: string, terminal: Terminal): Promise<string> {
  const repository = await openIfRepository(root, terminal);
  if (repository === undefined) return "main";
  return (
    (await defaultBranch(repository, null)) ?? (await branchBehind(repository, "HEAD")) ?? "main"
  );
}

/** A folder outside git is no reason to refuse: the files that `init` writes are the same. */
export async function openIfRepository(
  root: string,
  { environment, signal }: Terminal,
): Promise<Repository | undefined> {
  try {
    return await openRepository({ root, processes: nodeProcesses(), environment, signal });
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

async function defaultOwner(workspace: Workspace): Promise<string | undefined> {
  for (const path of CODEOWNERS) {
    const bytes = await workspace.readIfPresent(path);
    if (bytes === undefined) continue;
    const owners = new TextDecoder()
      .decode(bytes)
      .split("\n")
      .map((line) => line.trim().split(/\s+/))
      .filter(([pattern]) => pattern === "*")
      .at(-1);
    // Only what is surely a user or team goes into a file that we write.
    return owners?.slice(1).find((owner) => /^@[\w-]+(\/[\w.-]+)?$/.test(owner));
  }
  return undefined;
}
