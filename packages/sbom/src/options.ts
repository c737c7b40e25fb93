import type { EnrichLevel } from "@assay/inventory";

/** The documents that can be written, by the name and version of the format. */
export const SBOM_FORMATS = [
  "cyclonedx-1.6",
  "cyclonedx-1.6-xml",
  "cyclonedx-1.7",
  "cyclonedx-1.7-xml",
  "spdx-2.3",
  "spdx-2.3-tag-value",
  "spdx-3.0.1",
] as const;
export type SbomFormat = (typeof SBOM_FORMATS)[number];

/** What is written where nothing else is asked for. */
export const DEFAULT_FORMATS: readonly SbomFormat[] = ["cyclonedx-1.6", "spdx-2.3"];

/** `runtime` leaves out what only development needs. */
export const SBOM_SCOPES = ["all", "runtime"] as const;
export type SbomScope = (typeof SBOM_SCOPES)[number];

export interface SbomOptions {
  readonly formats: readonly SbomFormat[];
  readonly scope: SbomScope;
  /** `owner/name` or a URL: what first-party packages are called after; that of the run or checkout where it is not given. */
  readonly repository?: string | undefined;
  /** The commit or tag that the files are of; the one that is checked out where it is not given. */
  readonly ref?: string | undefined;
  /** The folder of the only member of a workspace that the documents are about. */
  readonly workspace?: string | undefined;
  /** The only lockfiles that are read, each as `path` or `format=path`. */
  readonly lockfiles?: readonly string[] | undefined;
  /** Who is asked what packages say of themselves; nobody where it is not given. */
  readonly enrich?: EnrichLevel | undefined;
  /** Whether documents on what workflows and actions use are written too. */
  readonly includeCi?: boolean | undefined;
  /** Whether a table shows what the change does to packages; where it is not given, a run that is about a change has one. */
  readonly changes?: boolean | undefined;
  /** Where the private key is that CycloneDX JSON documents are signed with: a path or `env://NAME`. */
  readonly signKey?: string | undefined;
  readonly signKeyPassword?: string | undefined;
}
