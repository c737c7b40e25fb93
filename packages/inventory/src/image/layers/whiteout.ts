import type { TarEntry } from "@assay/oci";

/** What an entry does to lower layers: https://github.com/opencontainers/image-spec/blob/main/layer.md#whiteouts */
export type Whiteout =
  | { readonly kind: "remove"; readonly path: string }
  /** `isMark`: by an attribute of overlayfs, which is in no specification of layers. */
  | { readonly kind: "opaque"; readonly path: string; readonly isMark?: true }
  /** Marks of aufs that say nothing to a reader. */
  | { readonly kind: "ignored" }
  | { readonly kind: "broken" };

const PREFIX = ".wh.";

export function whiteoutOf({ path, kind, major, minor, xattrs }: TarEntry): Whiteout | undefined {
  const slash = path.lastIndexOf("/");
  if (path.startsWith(PREFIX, slash + 1)) {
    const name = path.slice(slash + 1 + PREFIX.length);
    const folder = path.slice(0, Math.max(slash, 0));
    if (name === ".wh..opq") return { kind: "opaque", path: folder };
    if (name.startsWith(PREFIX)) return { kind: "ignored" };
    if (name === "") return { kind: "broken" };
    return { kind: "remove", path: slash < 0 ? name : `${folder}/${name}` };
  }
  // As overlayfs keeps it, in layers that are a dump of its folders.
  if (kind === "character-device" && major === 0 && minor === 0) return { kind: "remove", path };
  if (xattrs === undefined || kind !== "directory") return undefined;
  const mark = xattrs.get("trusted.overlay.opaque") ?? xattrs.get("user.overlay.opaque");
  return mark === "y" ? { kind: "opaque", path, isMark: true } : undefined;
}
