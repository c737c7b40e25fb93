import type { EdgeKind, Hash, Scope } from "@assay/inventory";
import type { LicenseStatement } from "./licenses.ts";

/**
 * The one model of a bill of materials, free of any format: what is assembled from an inventory, and what is read from a CycloneDX or SPDX
 * document. Every writer starts from it and every reader ends in it, so that merge, diff, convert and score know no format.
 */
export interface SbomDocument {
  /** What the document is about: in no list of `components`. Absent where a document that was read does not say. */
  readonly subject?: SbomComponent | undefined;
  /** Sorted by ref, flat: `parent` names the component that one stands in. */
  readonly components: readonly SbomComponent[];
  /** Sorted, each once; both ends are there. */
  readonly edges: readonly SbomEdge[];
  /** What the document says of itself as a whole. */
  readonly completeness: Completeness;
  /** What is known to be missing: a sentence each, with the component that it is said of where there is one. */
  readonly annotations: readonly { readonly ref?: string | undefined; readonly text: string }[];
  /** `2026-01-31T12:00:00Z`; absent where it was read and is not given. */
  readonly created?: string | undefined;
  /** When in the life of the software it was made, in the words of CycloneDX: `pre-build`. */
  readonly lifecycles: readonly string[];
  readonly tools: readonly { readonly name: string; readonly version?: string | undefined }[];
  readonly authors: readonly Contact[];
  readonly manufacturer?: Organization | undefined;
  readonly supplier?: Organization | undefined;
  /** Of the document itself, such as `CC0-1.0`. */
  readonly licenses: readonly StatedLicense[];
  readonly properties: readonly Property[];
  /** What tells this subject from others of the same content; the seed of serial number and namespace. */
  readonly identity: string;
  /** Serial number or namespace, as a document that was read has it. */
  readonly serial?: string | undefined;
}

/** `unknown` where nothing is said. */
export type Completeness = "complete" | "incomplete" | "unknown";

export type Property = readonly [name: string, value: string];

export interface Contact {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

export interface Organization {
  readonly name: string;
  readonly urls: readonly string[];
  readonly contacts: readonly Contact[];
}

export interface StatedLicense {
  /** Who says so: the package itself, or somebody who looked at it; absent where the document does not tell. */
  readonly acknowledgement?: "declared" | "concluded" | undefined;
  readonly statement: LicenseStatement;
  readonly text?: string | undefined;
  readonly url?: string | undefined;
}

/** The comment of references that nobody got the package from. */
export const STATED = "as the package says";

export interface ExternalReference {
  /** In the words of CycloneDX: `vcs`, `distribution`, `website`. */
  readonly type: string;
  readonly url: string;
  readonly comment?: string | undefined;
  readonly hashes: readonly Hash[];
}

/** What was changed of a package, and what it was before. */
export interface Pedigree {
  /** Files that change it when it is installed, relative to the root. */
  readonly patches: readonly string[];
  readonly ancestors: readonly {
    readonly name: string;
    readonly version?: string | undefined;
    readonly purl?: string | undefined;
    /** `library` where it is not given. */
    readonly type?: string | undefined;
  }[];
  readonly notes?: string | undefined;
}

/** A package, or whatever else a document lists. */
export interface SbomComponent {
  /** Unique in the document and stable between runs: the purl, told apart where two packages share one. */
  readonly ref: string;
  /** In the words of CycloneDX: `library`, `application`, `operating-system`. */
  readonly type: string;
  /** The npm scope with its `@`, the Maven group; absent where the ecosystem has none. */
  readonly group?: string | undefined;
  readonly name: string;
  readonly version?: string | undefined;
  /** https://github.com/package-url/vers-spec, where a version is not fixed. */
  readonly versionRange?: string | undefined;
  readonly description?: string | undefined;
  /** Absent where the document does not say. */
  readonly scope?: Scope | undefined;
  readonly purl?: string | undefined;
  readonly cpe?: string | undefined;
  readonly supplier?: Organization | undefined;
  readonly manufacturer?: Organization | undefined;
  readonly authors: readonly Contact[];
  readonly publisher?: string | undefined;
  readonly copyright?: string | undefined;
  /** Of the archive; empty where there are several. */
  readonly hashes: readonly Hash[];
  readonly licenses: readonly StatedLicense[];
  readonly references: readonly ExternalReference[];
  readonly pedigree?: Pedigree | undefined;
  /** Sorted by name, then value. */
  readonly properties: readonly Property[];
  /** Where it is named: files relative to the root. */
  readonly places: readonly { readonly path: string; readonly line?: number | undefined }[];
  /** The ref of the component that it is a part of. */
  readonly parent?: string | undefined;
  /** What the edges say of what it asks for. */
  readonly dependencies: Completeness;
}

export interface SbomEdge {
  /** Refs. */
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
}
