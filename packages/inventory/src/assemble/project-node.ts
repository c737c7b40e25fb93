import type { ReaderInput } from "../ecosystems/ecosystem.ts";
import { firstPartyPurl } from "../origin.ts";
import { folderOf } from "../paths.ts";
import type { LockNode } from "./parts.ts";

/** What a manifest says of its project. */
interface ProjectFacts extends Pick<LockNode, "version" | "line" | "declaredLicense"> {
  /** Relative to the root; that of the lockfile where it is not given. */
  readonly folder?: string;
  readonly name?: string | undefined;
}

/** The project that a lockfile belongs to (its key is `.`), or one that is developed beside it. */
export function projectNode(input: ReaderInput, facts: ProjectFacts = {}): LockNode {
  const own = folderOf(input.path);
  const { folder = own, name: stated, version, ...others } = facts;
  const isTop = folder === own;
  const name = stated ?? (isTop ? projectName(input) : folder.slice(folder.lastIndexOf("/") + 1));
  return {
    ...others,
    key: isTop ? "." : `./${folder}`,
    name,
    version,
    kind: isTop ? "application" : "library",
    firstParty: true,
    purl: firstPartyPurl(input.origin, name, version, folder),
    installPath: folder,
  };
}

/** What a project without a name of its own is called: its folder, or at the root its repository. */
export function projectName({ path, origin }: Pick<ReaderInput, "path" | "origin">): string {
  return path.split("/").at(-2) ?? origin?.repository.split("/").at(-1) ?? "project";
}
