import type { Component, Edge } from "@assay/inventory";

/** A package as it stands in a document: one or more equal entries of the lockfiles. */
export interface DocumentComponent {
  /** Unique in the document and stable between runs: the purl, told apart where two packages share one. */
  readonly ref: string;
  readonly type: Component["kind"];
  /** The entry that speaks for all; they differ in place, scope, aliases and flags only. */
  readonly component: Component;
  /** The strongest of all entries. */
  readonly scope: Component["scope"];
  /** Of all entries, sorted. */
  readonly aliases: readonly string[];
  /** Flags that any of the entries has, sorted. */
  readonly flags: readonly string[];
  /** Every entry, by place. */
  readonly entries: readonly Component[];
  /**
   * What the document's edges say of what it asks for: `complete`: all; `incomplete`: something of it is missing; `unknown`: the
   * source names packages and not what they need.
   */
  readonly dependencies: "complete" | "incomplete" | "unknown";
}

export interface DocumentEdge {
  /** Refs. */
  readonly from: string;
  readonly to: string;
  readonly kind: Edge["kind"];
}

/** What both formats say. */
export interface SbomDocument {
  /** What the document is about: in no list of `components`. */
  readonly subject: DocumentComponent;
  /** Sorted by ref. */
  readonly components: readonly DocumentComponent[];
  /** Sorted, each pair once; both ends are there. */
  readonly edges: readonly DocumentEdge[];
  /** Everything that was found was understood and stands here. */
  readonly complete: boolean;
  readonly scope: "all" | "runtime";
  /** `2026-01-31T12:00:00Z`. */
  readonly created: string;
  /** The same input gives the same document: the time does not come from the machine's clock. */
  readonly reproducible: boolean;
  /** What tells this subject from others of the same content. */
  readonly identity: string;
  /** The repository's owner and its places, where the repository is known: who supplies what is first-party. */
  readonly supplier?: { readonly name: string; readonly url: string; readonly repository: string };
  readonly tool: { readonly name: string; readonly version: string };
}
