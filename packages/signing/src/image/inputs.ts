import type { InputSpecs } from "@assay/core";
import { UsageError } from "@assay/core";

export const IMAGE_INPUT = {
  type: "string",
  required: true,
  description:
    "The image: `registry/repository@sha256:…` or `:tag`, or `oci:FOLDER[:tag]` for an OCI layout. A tag is resolved once; a digest can't move.",
} as const;

export const ANNOTATIONS = {
  type: "list",
  default: [],
} as const;

export const DIGEST_OUTPUT = {
  description: "The digest of the image, or of its index.",
} as const;

/** Pairs of `name=value`. @throws UsageError for what is none, and for a name that is given twice. */
export function annotationsOf(items: readonly string[]): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  for (const item of items) {
    const end = item.indexOf("=");
    const name = item.slice(0, Math.max(end, 0)).trim();
    if (name === "" || found.has(name)) {
      const problem = name === "" ? "it must be `name=value`" : "that name is given twice";
      throw new UsageError(`\`annotations\` has "${item.slice(0, 100)}"; ${problem}`);
    }
    found.set(name, item.slice(end + 1));
  }
  return Object.fromEntries(found);
}

export const DRY_RUN_OF_IMAGE = {
  type: "boolean",
  default: false,
  description:
    "Read the image and say what would be signed as whom and logged where, and do nothing else.",
} as const satisfies InputSpecs[string];
