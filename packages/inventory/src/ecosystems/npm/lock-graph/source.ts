import type { PackageArtifact } from "../../../graph.ts";
import { parseIntegrity } from "../../../integrity.ts";
import { npmPurl } from "../purl.ts";
import { type NpmSource, readResolved } from "../source.ts";
import type { LockNode } from "./node.ts";
import type { Registries } from "./registries.ts";

/** What a lockfile says of where a package comes from. */
export interface StatedSource {
  readonly name: string;
  readonly version: string | undefined;
  /** A URL, a `file:` path or a git address with its commit; the registry where it is not given. */
  readonly resolved: string | undefined;
  /** Subresource Integrity of the archive. */
  readonly integrity: string | undefined;
  /** Something else stands in the lockfile against which the download is checked. */
  readonly isChecked?: boolean;
}

/** Purl, artifacts and how it is downloaded, and what was not understood of it. */
export function sourceParts(
  { name, version, resolved, integrity, isChecked = false }: StatedSource,
  registries: Registries | undefined,
): Pick<LockNode, "purl" | "artifacts" | "download"> & { readonly problems: readonly string[] } {
  const source = readResolved(name, resolved, version);
  const { hashes, invalid } = parseIntegrity(integrity ?? "");
  const problems = [
    source.problem,
    version === undefined && source.kind === "registry" ? "the entry has no version" : undefined,
    invalid ? "a part of `integrity` is no known hash" : undefined,
  ].filter((problem) => problem !== undefined);
  const artifact: PackageArtifact = {
    hashes,
    ...(source.url === undefined ? {} : { url: source.url }),
  };
  const isDownloaded = source.kind === "registry" || source.kind === "archive";
  const checked = hashes.length > 0 || isChecked;
  return {
    ...(source.kind === "file"
      ? {}
      : {
          purl: npmPurl(name, version, {
            qualifiers: qualifiersOf(name, source, resolved, registries),
          }),
        }),
    artifacts: hashes.length === 0 && source.url === undefined ? [] : [artifact],
    ...(isDownloaded ? { download: checked ? "checked" : "unchecked" } : {}),
    problems,
  };
}

/** Where the lockfile names no address, the project's settings say which registry it is. */
function qualifiersOf(
  name: string,
  source: NpmSource,
  resolved: string | undefined,
  registries: Registries | undefined,
): NpmSource["qualifiers"] {
  if (source.kind !== "registry" || resolved !== undefined) return source.qualifiers;
  const registry = registries?.of(name);
  return registry === undefined ? undefined : { repository_url: registry };
}
