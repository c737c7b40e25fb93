import { resolve } from "node:path";
import { type CommandContext, isRecord, UsageError } from "@assay/core";
import { readRegularFile } from "@assay/sigstore/files";
import { kindOf, type PredicateKind, predicateKind } from "./predicate-types.ts";
import { claimedProvenance } from "./provenance.ts";

/** GitHub's limit for predicates; a bundle holds it in base64. */
const MAX_BYTES = 16 * 1024 * 1024;

/** What is said of the subjects. */
export interface Predicate {
  readonly kind: PredicateKind;
  /** JSON, as it was given: numbers and the order of keys stay what they are. */
  readonly text: string;
}

/**
 * The predicate of a file.
 *
 * @throws UsageError where it is none of this type.
 */
export async function readPredicate(
  { root }: Pick<CommandContext, "root">,
  type: string,
  path: string,
): Promise<Predicate> {
  const read = await readRegularFile(resolve(root, path), MAX_BYTES);
  if ("problem" in read) {
    throw new UsageError(
      read.problem === "large"
        ? `${path} has ${read.size} bytes; a predicate has at most ${MAX_BYTES}`
        : `${path} is ${read.problem === "absent" ? "not there" : "no regular file"}`,
    );
  }
  let text: string;
  let document: unknown;
  try {
    // Without a byte order mark, which JSON does not have.
    text = new TextDecoder("utf-8", { fatal: true }).decode(read.bytes).trim();
    document = JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${path} is no JSON in UTF-8`, { cause });
  }
  if (!isRecord(document) || Array.isArray(document)) {
    throw new UsageError(`${path} holds no JSON object, which a predicate is`);
  }
  return { kind: kindOf(type, document, path), text };
}

/**
 * The predicate that this run gives by itself: provenance from what the CI's token claims.
 *
 * @throws UsageError where there is no such token.
 */
export function claimedPredicate(
  claims: Readonly<Record<string, unknown>> | undefined,
  serverUrl: string | undefined,
): Predicate {
  const type = "https://slsa.dev/provenance/v1";
  return {
    kind: { name: "provenance", type },
    text: JSON.stringify(claimedProvenance(claims, serverUrl)),
  };
}

/** @throws UsageError where a type other than provenance has no document. */
export function requireDocument(type: string): void {
  const { name } = predicateKind(type);
  if (name === "provenance") return;
  throw new UsageError(`\`predicate-type\` is ${type}, and there is no \`predicate\``, {
    hint: "Name the JSON document with `predicate`; only provenance is made by the run itself.",
  });
}
