import { buildPurl } from "@assay/purl";
import type { LockNode } from "../../assemble/parts.ts";
import { isCommit, repositoryUrl } from "../../assemble/public-url.ts";

/** A package that is built from a repository. */
export interface Repository {
  readonly key: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly line: number | undefined;
  /** `git` where it is not given. */
  readonly type: string | undefined;
  readonly url: string;
  readonly commit: string | undefined;
  /** The folder in the repository. */
  readonly subdir: string | undefined;
}

export function repositoryNode({
  key,
  name,
  version,
  line,
  type = "git",
  url,
  commit,
  subdir,
}: Repository): {
  readonly node: LockNode;
  readonly problem?: string;
} {
  const isExact = isCommit(commit);
  const vcs_url = repositoryUrl(url, commit, type);
  const common = { key, name, version, line, firstParty: false } as const;
  if (vcs_url === undefined)
    return {
      node: { ...common, download: "unchecked" },
      problem: "its repository is a local folder, or no URL",
    };
  return {
    node: {
      ...common,
      purl: buildPurl({ type: "hackage", name, version, qualifiers: { vcs_url }, subpath: subdir }),
      artifacts: [{ hashes: [], url: vcs_url }],
      download: isExact ? "checked" : "unchecked",
    },
    ...(isExact ? {} : { problem: "no full commit of its repository is named" }),
  };
}
