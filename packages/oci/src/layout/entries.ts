import { UsageError } from "@assay/core";
import type { Descriptor } from "../descriptor.ts";

export const REF_NAME = "org.opencontainers.image.ref.name";
const CONTAINERD_NAME = "io.containerd.image.name";
const COSIGN_KIND = /^dev\.cosignproject\.cosign\/(image|imageIndex|sigs|atts)$/;

/** Tags that stand for what belongs to an image and are no image: of referrers (the fallback tag), and cosign's older ones. */
const ATTACHED_TAG = /^(sha256|sha512)-[0-9a-f]{32,128}(\.[a-z]+)?$/;

/** Whether a tag is the fallback tag of referrers, or one of cosign's `.sig`, `.att` and `.sbom`. */
export function isAttachedTag(tag: string): boolean {
  return ATTACHED_TAG.test(tag);
}

/** What `cosign save` says that an entry of `index.json` is. */
export function cosignKind(entry: Descriptor): "image" | "sigs" | "atts" | undefined {
  const kind = COSIGN_KIND.exec(entry.annotations?.["kind"] ?? "")?.[1];
  return kind === "sigs" || kind === "atts" ? kind : kind === undefined ? undefined : "image";
}

/**
 * The names of an entry: `org.opencontainers.image.ref.name`, and the full one of containerd. cosign gives an image's name to its
 * signatures too, which are not called so.
 */
export function namesOf(entry: Descriptor): readonly string[] {
  const kind = cosignKind(entry);
  if (kind !== undefined && kind !== "image") return [];
  const { [REF_NAME]: name, [CONTAINERD_NAME]: full } = entry.annotations ?? {};
  return [...new Set([name, full])].filter((text) => text !== undefined && text !== "") as string[];
}

/** `1.0` of `registry.example/app:1.0`; a name that is a tag is its own. */
export function tagOf(name: string): string | undefined {
  const after = name.slice(name.lastIndexOf("/") + 1);
  const tag = after.includes(":") ? after.slice(after.lastIndexOf(":") + 1) : after;
  return tag !== "" && (after.includes(":") || !name.includes("/")) ? tag : undefined;
}

/**
 * The entry that a name stands for; cosign's older tags (`sha256-<hex>.sig`) are found where `cosign save` wrote what they name.
 *
 * @throws UsageError where several images have the name.
 */
export function entryNamed(
  entries: readonly Descriptor[],
  name: string,
  place: string,
): Descriptor | undefined {
  const exact = entries.filter((entry) => namesOf(entry).includes(name));
  const named =
    exact.length > 0 ? exact : entries.filter((entry) => namesOf(entry).map(tagOf).includes(name));
  const found = named.length > 0 ? named : legacyEntries(entries, name);
  if (new Set(found.map(({ digest }) => digest)).size > 1) {
    const full = found.flatMap((entry) => [...namesOf(entry), entry.digest]);
    throw new UsageError(`${found.length} images of ${place} are called ${name}`, {
      hint: `Name one of them: ${[...new Set(full)].filter((text) => text !== name).join(", ")}.`,
    });
  }
  return found[0];
}

function legacyEntries(entries: readonly Descriptor[], tag: string): readonly Descriptor[] {
  const [, hex, suffix] = /^sha256-([0-9a-f]{64})\.(sig|att)$/.exec(tag) ?? [];
  if (hex === undefined) return [];
  const names = entries
    .filter((entry) => cosignKind(entry) === "image" && entry.digest === `sha256:${hex}`)
    .map((entry) => entry.annotations?.[REF_NAME]);
  return entries.filter(
    (entry) => cosignKind(entry) === `${suffix}s` && names.includes(entry.annotations?.[REF_NAME]),
  );
}
