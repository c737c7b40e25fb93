import {
  type ActRecord,
  type ActResult,
  type CommandContext,
  plural,
  UsageError,
} from "@assay/core";
import {
  bestPlatforms,
  eachImage,
  type ImageTarget,
  type OpenedImage,
  openImage,
  openImageTarget,
  parsePlatform,
  type RegistryOptions,
} from "@assay/oci";
import type { Attached } from "../attached/find.ts";
import { bytesText, platformName } from "../names.ts";
import { type Closure, closureOf } from "./closure.ts";
import { checkCopy, mustName, type Transfer, transfer } from "./transfer.ts";

export interface CopyOptions {
  /** The image, and where it goes. */
  readonly images: readonly string[];
  /** `os/architecture[/variant]`: copies this one alone, which has a digest of its own. */
  readonly platform: string | undefined;
  readonly registry: RegistryOptions;
}

export interface CopyOutcome {
  readonly result: ActResult;
  readonly digest: string;
  readonly reference: string;
}

/**
 * `assay image copy`.
 *
 * @throws UsageError for references that are none, and where there is no such image; StoreError where one side can't answer.
 */
export async function runCopy(
  context: CommandContext,
  { images, platform, registry }: CopyOptions,
): Promise<CopyOutcome> {
  const [from, to, surplus] = images;
  if (from === undefined || to === undefined || surplus !== undefined) {
    throw new UsageError(
      `\`images\` has ${plural(images.length, "item")}; it must have the image and where it goes`,
      {
        hint: "Write `assay image copy <from> <to>`, such as `ghcr.io/team/app:1.0 oci:app`.",
      },
    );
  }
  const opened = await openImage(context, from, registry);
  try {
    const image = platform === undefined ? opened : await onePlatform(opened, platform);
    const target = await openImageTarget(context, to, registry);
    try {
      return await copy(context, image, target);
    } finally {
      await target.store.close();
    }
  } finally {
    await opened.store.close();
  }
}

async function copy(
  context: CommandContext,
  image: OpenedImage,
  { store: target, reference, tag: asked, digest: wanted }: ImageTarget,
): Promise<CopyOutcome> {
  const { root, store } = image;
  // In a layout an image keeps its name where it gets no other.
  const tag = asked ?? (target.kind === "oci-layout" ? image.tag : undefined);
  const { digest, mediaType } = root.descriptor;
  if (wanted !== undefined && wanted !== digest) {
    throw new UsageError(`The image is ${digest}; its copy can't be ${wanted}`, {
      hint: "Leave the digest of the target out: a copy has that of its source.",
    });
  }
  const closure = await closureOf(store, root);
  const before = tag === undefined ? undefined : await target.manifest(tag);
  const done = await transfer(context, store, target, closure);
  await checkCopy(target, closure, done.leftOut);
  if (tag !== undefined) {
    await target.putManifest(root.bytes, mediaType, tag);
    await mustName(target, tag, digest);
  }
  const isThere = before?.descriptor.digest === digest && done.sentBytes === 0;
  const named = tag === undefined || asked !== undefined ? reference : `${reference}:${tag}`;
  const full = named.includes("@") ? named : `${named}@${digest}`;
  const record: ActRecord = {
    act: isThere ? "kept" : "uploaded",
    subject: subjectOf(image.reference, digest),
    signer: {},
    logEntries: [],
    destination: full,
    notes: notesOf(image, closure, done, tag, before?.descriptor.digest),
  };
  const result: ActResult = {
    act: "copy",
    records: [record],
    failures: [],
    coverage: {
      inspected: {
        manifests: closure.manifests.length,
        blobs: closure.blobs.length,
        attached: closure.attached.length,
      },
      skipped: done.leftOut.map(({ digest: item }) => ({
        item,
        reason: "the source names it and does not have it: such layers may not be passed on",
      })),
      summary: `${plural(closure.manifests.length, "manifest")} and ${plural(closure.blobs.length, "blob")} are in ${full}, each looked at there`,
    },
    notices: closure.notices,
  };
  return { result, digest, reference: full };
}

function notesOf(
  { store }: OpenedImage,
  { images, attached, blobs }: Closure,
  { sentBytes }: Transfer,
  tag: string | undefined,
  before: string | undefined,
): readonly string[] {
  const total = blobs.reduce((sum, { size }) => sum + size, 0);
  const kinds: Readonly<Record<Attached["kind"], string>> = {
    signature: "signature",
    attestation: "attestation",
    sbom: "bill of materials",
    vex: "VEX document",
    other: "other artifact",
  };
  const counted = Object.entries(kinds).flatMap(([kind, name]) => {
    const count = attached.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [`${count} × ${name}`];
  });
  return [
    `${plural(images, "image")}${counted.length === 0 ? ", nothing attached" : `; attached: ${counted.join(", ")}`}`,
    `${bytesText(sentBytes)} of ${bytesText(total)} were sent; the rest was there`,
    ...(before === undefined || tag === undefined ? [] : [`the tag ${tag} was ${before}`]),
    ...(store.isSynthetic === true
      ? [
          "the archive holds no manifest: this one was made here, so that no signature of elsewhere can fit",
        ]
      : []),
  ];
}

async function onePlatform(image: OpenedImage, platform: string): Promise<OpenedImage> {
  const parts = (await eachImage(image.store, image.root)).filter(({ kind }) => kind === "image");
  const names = parts.map((part) => platformName(part.platform));
  const found = bestPlatforms(parsePlatform(platform), parts, (part) => part.platform);
  const [only, second] = found;
  if (only !== undefined && second === undefined) return { ...image, root: only.stored };
  throw new UsageError(
    `${image.reference} has ${found.length === 0 ? "no image" : `${found.length} images`} for ${platform}`,
    {
      hint: `It has: ${names.join(", ")}.${second === undefined ? "" : " Name one by its digest."}`,
    },
  );
}

function subjectOf(name: string, digest: string): ActRecord["subject"] {
  const [algorithm = "", hex = ""] = digest.split(":");
  return { name, digests: { [algorithm]: hex } };
}
