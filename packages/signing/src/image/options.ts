import type { Predicate } from "../attest/predicate.ts";
import type { SignerOptions } from "../sign/options.ts";
import type { VerifyRunOptions } from "../verify/options.ts";

interface ActOptions extends SignerOptions {
  /** Say what would be done, and touch nothing. */
  readonly dryRun: boolean;
  /** Write cosign's older form too, under the tag `sha256-<hex>.sig` or `.att`. */
  readonly legacy: boolean;
}

/** What a run that signs an image is given. */
export interface ImageSignOptions extends ActOptions {
  /** Everything that an index lists too. */
  readonly recursive: boolean;
  /** Signed with the digest. */
  readonly annotations: Readonly<Record<string, string>>;
}

/** Something that is said of one manifest of the image. */
export interface ImageStatement {
  readonly predicate: Predicate;
  /** Of the manifest: that of the image or of something that its index lists. */
  readonly digest: string;
}

/** What a run that attests an image is given. */
export interface ImageAttestOptions extends ActOptions {
  /** A kind or an https URI. */
  readonly predicateType: string;
  /** Paths of JSON documents, `PLATFORM=PATH` for that of one platform; none for provenance from the CI's claims. */
  readonly predicates: readonly string[];
  /** Only these platforms; with none, the index and every platform that it lists. */
  readonly platforms: readonly string[];
}

/** What a run that verifies an image is given. */
export interface ImageVerifyOptions
  extends Omit<
    VerifyRunOptions,
    "files" | "folder" | "seen" | "policy" | "bundle" | "bundleSuffix"
  > {
  /** Whether each manifest must have a signature, and not attestations alone. */
  readonly requireSignature: boolean;
  /** What is over the index counts for all that it lists. */
  readonly indexOnly: boolean;
  /** The platforms that the image must have, and no others; none for those that its index lists. */
  readonly platforms: readonly string[];
  /** What signatures must say. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Read configs and layers too. */
  readonly checkLayers: boolean;
}
