import type { ActRecord, Artifact, CommandContext } from "@assay/core";
import type { Inventory } from "@assay/inventory";
import type { SbomDocument } from "../model.ts";
import type { SbomScope } from "../options.ts";
import type { Provenance } from "../subject.ts";
import type { DestinationOptions } from "./inputs.ts";

/** What a run made. */
export interface Made {
  readonly inventory: Inventory;
  readonly provenance: Provenance;
  readonly document: SbomDocument;
  /** The document in the formats that were asked for. */
  readonly artifacts: readonly Artifact[];
  readonly scope: SbomScope;
  /** The part of the project that was asked for: a member, lockfiles. */
  readonly parts: readonly string[];
  /** The commit that the user named; the files are that of the run where it is not given. */
  readonly ref?: string | undefined;
}

export type UploadContext = Pick<
  CommandContext,
  "http" | "environment" | "event" | "remote" | "clock" | "logger" | "signal" | "mask"
> & {
  /** For tests. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
};

export interface Upload {
  readonly records: readonly ActRecord[];
  readonly notices?: readonly string[];
}

/** @throws UsageError when it was asked for wrongly, ExternalError when the service failed. */
export type Destination = (
  context: UploadContext,
  made: Made,
  options: DestinationOptions,
) => Promise<Upload>;
