import { UsageError } from "@assay/core";
import type { Descriptor, StoredManifest } from "../descriptor.ts";
import { cosignKind, isAttachedTag, namesOf, tagOf } from "../layout/entries.ts";
import type { LayoutStore } from "../layout/layout-store.ts";

/**
 * The one image of a layout where none was named: the tagged one, or what no other manifest of the list names. Tags of signatures and
 * referrers are no images.
 *
 * @throws UsageError where there is none, or several.
 */
export async function layoutRoot(
  store: LayoutStore,
): Promise<{ readonly root: StoredManifest; readonly tag?: string }> {
  const entries = (await store.entries()).filter(isImage);
  const named = entries.filter((entry) => namesOf(entry).length > 0);
  const roots = named.length > 0 ? named : await withoutParents(store, entries);
  const digests = [...new Set(roots.map(({ digest }) => digest))];
  const [digest] = digests;
  if (digests.length > 1) {
    const names = roots.map((entry) => namesOf(entry)[0] ?? `@${entry.digest}`);
    throw new UsageError(`${store.name} holds ${digests.length} images`, {
      hint: `Name one of them, as \`oci:PATH:tag\` or \`oci:PATH@digest\`: ${list(names)}.`,
    });
  }
  const root = digest === undefined ? undefined : await store.manifest(digest);
  if (root === undefined) throw new UsageError(`${store.name} holds no image`);
  const tags = new Set(roots.flatMap((entry) => namesOf(entry).map(tagOf)));
  const [tag] = tags;
  return { root, ...(tags.size === 1 && tag !== undefined ? { tag } : {}) };
}

/** At most twenty names, for a message. */
export function list(names: readonly string[]): string {
  const shown = names.slice(0, 20).join(", ");
  return names.length > 20 ? `${shown} and ${names.length - 20} more` : shown;
}

function isImage(entry: Descriptor): boolean {
  const kind = cosignKind(entry);
  const names = namesOf(entry);
  const isAttached = names.length > 0 && names.every((name) => isAttachedTag(tagOf(name) ?? ""));
  return !isAttached && (kind === undefined || kind === "image");
}

/** Some tools list every manifest: children and referrers too. */
async function withoutParents(store: LayoutStore, entries: readonly Descriptor[]) {
  const children = new Set<string>();
  const roots: Descriptor[] = [];
  for (const entry of entries) {
    const stored = await store.manifest(entry.digest);
    if (stored?.manifest.kind === "index") {
      for (const { digest } of stored.manifest.manifests) children.add(digest);
    }
    if (stored?.manifest.subject === undefined) roots.push(entry);
  }
  return roots.filter(({ digest }) => !children.has(digest));
}
