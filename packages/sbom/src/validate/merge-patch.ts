import { isRecord } from "@assay/core";
/**
 * Applies a JSON Merge Patch (RFC 7396): objects are merged key by key, `null` removes a key, and anything else replaces.
 * Neither argument is changed.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isRecord(patch)) return patch;
  const merged = new Map(isRecord(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}

/** The patch that makes `wanted` of `target`. @throws TypeError where `wanted` holds a `null` as a value: no patch can say that. */
export function diffAsMergePatch(target: unknown, wanted: unknown): unknown {
  if (!isRecord(target) || !isRecord(wanted)) return checked(wanted);
  const patch = new Map<string, unknown>();
  for (const key of Object.keys(target)) if (!Object.hasOwn(wanted, key)) patch.set(key, null);
  for (const [key, value] of Object.entries(wanted)) {
    const before = Object.hasOwn(target, key) ? target[key] : undefined;
    if (JSON.stringify(before) !== JSON.stringify(value)) {
      patch.set(key, diffAsMergePatch(before, value));
    }
  }
  return Object.fromEntries(patch);
}

function checked(value: unknown): unknown {
  if (value === null) throw new TypeError("a merge patch can't set null");
  if (isRecord(value)) for (const inner of Object.values(value)) checked(inner);
  return value;
}
