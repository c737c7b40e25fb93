import type { Coverage } from "../check/coverage.ts";
import type { Evidence, Location } from "../findings/finding.ts";
import type { ErrorKind } from "../platform/errors.ts";

/** What an act was done to. */
export interface ActSubject {
  /** A path relative to the working directory with `/` separators, or the reference of an image. */
  readonly name: string;
  /** Lower-case hex by algorithm, such as `sha256`. */
  readonly digests: Readonly<Record<string, string>>;
}

/** Who vouches for a subject: an identity and who vouches for that, or a key. */
export interface ActSigner {
  /** As the certificate says it: an e-mail address or the URI of a workflow. */
  readonly identity?: string;
  readonly issuer?: string;
  /** SHA-256 of the key's SubjectPublicKeyInfo in lower-case hex. */
  readonly keySha256?: string;
}

/** When it was signed, and who says so. */
export interface ActTime {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly source: "transparency log" | "timestamp authority";
}

/** An entry of a transparency log. */
export interface ActLogEntry {
  /** The log's address or name, as far as it is known. */
  readonly log: string;
  /** Decimal: it may be larger than a double holds. */
  readonly index: string;
}

/** One thing that was done and verified. It is a fact: no threshold, baseline or suppression changes it. */
export interface ActRecord {
  /** `kept`: what was asked for was there already and verified, and nothing new was made. */
  readonly act: "signed" | "kept" | "verified" | "uploaded" | "fetched" | "built" | "read";
  readonly subject: ActSubject;
  readonly signer: ActSigner;
  readonly time?: ActTime;
  readonly logEntries: readonly ActLogEntry[];
  /** The file that proves it, relative to the working directory. */
  readonly product?: string;
  /** Where an uploaded subject is now: a name or an address for people. */
  readonly destination?: string;
  /** Sentences that qualify the record, such as what could not be checked. */
  readonly notes?: readonly string[];
}

/** One thing that was not done, or a proof that does not hold. */
export interface ActFailure {
  /** A path, a pattern or the reference of an image. */
  readonly item: string;
  /** The rule that explains it (`assay explain`), such as `verify.digest-mismatch`. */
  readonly ruleId: string;
  /** Decides the exit code: `policy` for a proof that does not hold, `external` for a service that is down. */
  readonly kind: ErrorKind;
  /** One sentence without a line break. */
  readonly message: string;
  readonly hint?: string;
  readonly evidence?: readonly Evidence[];
  /** The file that the item is, where it is one. */
  readonly location?: Location;
}

/** The command with which whoever receives the products verifies them. */
export interface VerifyCommand {
  readonly tool: "assay" | "cosign" | "gh";
  readonly command: string;
}

/** What a signing or verifying command did. */
export interface ActResult {
  /** The command's name: `sign`, `verify`. */
  readonly act: string;
  /** Of an act that is not the command's own; else the command's label. */
  readonly title?: string;
  readonly records: readonly ActRecord[];
  readonly failures: readonly ActFailure[];
  readonly coverage: Coverage;
  readonly notices?: readonly string[];
  readonly verifyWith?: readonly VerifyCommand[];
}

/** A file that an act made and verified. */
export interface Product {
  /** Relative to the working directory, `/` separators. */
  readonly path: string;
  readonly mediaType: string;
  /** In parts where it may be large: each is valid until the next is taken. */
  readonly bytes: Uint8Array | Iterable<Uint8Array>;
}

/** Where an act puts what it made, as soon as that is verified: what is written stays, whatever happens to the run. */
export interface ProductSink {
  /**
   * Writes in one step: a reader sees the old file or the new one.
   *
   * @throws ExternalError when the file can't be written, or a link leads its folder out of the working directory.
   */
  write(product: Product): Promise<void>;
}
