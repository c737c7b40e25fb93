import { UsageError } from "@assay/core";
import type { ImageConfig } from "@assay/oci";
import { layersByHistory } from "./history.ts";

/** Who says what the base image is, the strongest first; `history` says only where it ends. */
export type BaseMethod = "given" | "provenance" | "annotations" | "labels" | "history";

/** A base image that somebody names. */
export interface BaseClaim {
  readonly method: "given" | "provenance" | "annotations" | "labels";
  /** `docker.io/library/debian:12`, as it is written. */
  readonly name?: string;
  readonly digest?: string;
}

/** What an image was built on. */
export interface BaseImage {
  readonly name?: string;
  readonly digest?: string;
  readonly method: BaseMethod;
  /**
   * `proven`: its layers are the first ones of the image. `claimed`: somebody says so, and nobody compared. `guessed`: by the commands
   * of the history.
   */
  readonly confidence: "proven" | "claimed" | "guessed";
  /** How many layers are its own, and how that is known; absent where nothing says it. */
  readonly layers?: { readonly count: number; readonly by: "layers" | "history" };
}

export interface BaseResult {
  readonly base?: BaseImage;
  /** What was not believed or could not be looked at, for people. */
  readonly notices: readonly string[];
}

export interface BaseOptions {
  /** A base that the user names, with the digests of its uncompressed layers. */
  readonly given?: BaseClaim & { readonly diffIds: readonly string[] };
  /** Others than those of annotations and labels: what signed provenance says. */
  readonly claims?: readonly BaseClaim[];
  /** Of the manifest. */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * The digests of the uncompressed layers of a base, for the platform of the image; `undefined` where it can't be had. Not given where
   * nothing is fetched.
   */
  readonly diffIdsOf?: (claim: BaseClaim) => Promise<readonly string[] | undefined>;
}

const NAME = "org.opencontainers.image.base.name";
const DIGEST = "org.opencontainers.image.base.digest";

/**
 * What the image was built on. Labels are inherited, so they may name the base of the base: they count only where the layers agree.
 *
 * @throws UsageError when the given base is none of this image.
 */
export async function findBaseImage(
  { diffIds, history, labels }: Pick<ImageConfig, "diffIds" | "history" | "labels">,
  { given, claims = [], annotations = {}, diffIdsOf }: BaseOptions,
): Promise<BaseResult> {
  if (given !== undefined) return { base: provenByUser(given, diffIds), notices: [] };
  const notices: string[] = [];
  const all = [...claims, ...claimIn(annotations, "annotations"), ...claimIn(labels, "labels")];
  let claimed: BaseClaim | undefined;
  // Provenance names the images of every stage: only where there is one, it is the base without a comparison.
  const isOne = claims.length === 1;
  for (const claim of all) {
    const known = await diffIdsOf?.(claim);
    if (known !== undefined && isPrefix(known, diffIds)) {
      const layers = { count: known.length, by: "layers" } as const;
      return { base: { ...claim, confidence: "proven", layers }, notices };
    }
    if (claim.method === "provenance") {
      if (isOne && known === undefined) claimed ??= claim;
    } else if (known !== undefined)
      notices.push(
        `The base image ${describe(claim)} that ${claim.method === "labels" ? "a label names" : "the annotations name"} is none: its layers are not the first ones of the image.`,
      );
    else if (claim.method !== "labels") claimed ??= claim;
    else
      notices.push(
        `The base image ${describe(claim)} that a label names is not taken: labels are inherited, and its layers were not compared.`,
      );
  }
  const count = layersByHistory(history, diffIds.length);
  const layers = count === undefined ? {} : { layers: { count, by: "history" } as const };
  if (claimed !== undefined)
    return { base: { ...claimed, confidence: "claimed", ...layers }, notices };
  if (count === undefined) return { notices };
  return { base: { method: "history", confidence: "guessed", ...layers }, notices };
}

function provenByUser(
  { diffIds: known, ...claim }: BaseClaim & { readonly diffIds: readonly string[] },
  diffIds: readonly string[],
): BaseImage {
  if (known.length === 0) {
    throw new UsageError(
      `The base image ${describe(claim)} has no layers for the platform of this image`,
      {
        hint: "Name the image that it was built on, for the same platforms; where only some are built on it, look at those with `platform`.",
      },
    );
  }
  if (!isPrefix(known, diffIds)) {
    const at = known.findIndex((id, index) => id !== diffIds[index]);
    throw new UsageError(
      `The base image ${describe(claim)} is none of this image: layer ${at + 1} of its ${known.length} is ${known[at] ?? "none"}, and that of the image ${diffIds[at] ?? "not there"}`,
      {
        hint: "Name the very version that the image was built on, by digest, for the same platform.",
      },
    );
  }
  return { ...claim, confidence: "proven", layers: { count: known.length, by: "layers" } };
}

/** An image without layers is the base of none: it would be that of all. */
function isPrefix(base: readonly string[], image: readonly string[]): boolean {
  return (
    base.length > 0 && base.length <= image.length && base.every((id, index) => id === image[index])
  );
}

function claimIn(
  texts: Readonly<Record<string, string>>,
  method: "annotations" | "labels",
): readonly BaseClaim[] {
  const [name, digest] = [texts[NAME] || undefined, texts[DIGEST] || undefined];
  if (name === undefined && digest === undefined) return [];
  return [
    {
      method,
      ...(name === undefined ? {} : { name }),
      ...(digest === undefined ? {} : { digest }),
    },
  ];
}

function describe({ name, digest }: Pick<BaseClaim, "name" | "digest">): string {
  return [name, digest].filter((each) => each !== undefined).join("@") || "without a name";
}
