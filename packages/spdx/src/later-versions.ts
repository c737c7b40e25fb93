import satisfies from "spdx-satisfies";
import type { Form } from "./expression.ts";
import { GNU_FAMILIES, OWN_FAMILIES, SHARED_FAMILIES } from "./families.ts";

/** Ids that a declared "or later" permits besides itself, oldest first, by the id that declares it. */
const GNU_PERMITS = gnuPermits();
const PERMITS = plainPermits();
const PEER_FAMILIES = peerFamilies();

/**
 * The ids, each standing for exactly that version, that a form permits besides the form itself: `GPL-2.0-or-later` permits
 * GPL-2.0-only and GPL-3.0-only, `Apache-1.1+` permits Apache-1.1 and Apache-2.0, `MIT+` permits MIT.
 *
 * The form must be a current one (`currentForm`). A form that names one version permits nothing else.
 */
export function permittedIds(form: Form): readonly string[] {
  if (form.orLater) return PERMITS.get(form.id) ?? [form.id];
  return GNU_PERMITS.get(form.id) ?? [];
}

/** Whether a form says "or later": its exact form and the versions it permits are different things. */
export function isOrLater(form: Form): boolean {
  return form.orLater || GNU_PERMITS.has(form.id);
}

/**
 * A second opinion on one version step from `spdx-satisfies`, asked only where its answer is sound: one leaf with "or later"
 * against one plain id.
 *
 * `undefined` where it has nothing to say: it doesn't know both ids as one family, or an id has 8 or 4 characters, for which its
 * suffix test goes wrong (`indexOf(x) === length - x.length` holds by -1 === -1: the id silently gains or loses its `+`).
 *
 * @throws whatever the library throws: the caller takes that as unknown.
 */
export function secondOpinion(form: Form, id: string): boolean | undefined {
  if ([form.id, id].some((name) => name.length === 8 || name.length === 4)) return undefined;
  // Without a family in common it would answer false for steps that only our own table knows.
  if (!PEER_FAMILIES.some((family) => family.has(form.id) && family.has(id))) return undefined;
  return satisfies(form.orLater ? `${form.id}+` : form.id, [id]);
}

function peerFamilies(): readonly ReadonlySet<string>[] {
  const gnu = GNU_FAMILIES.filter((family) => family.variant === "").map(({ prefix, versions }) =>
    versions.flatMap((version) => [`${prefix}${version}-only`, `${prefix}${version}-or-later`]),
  );
  return [...SHARED_FAMILIES, ...gnu].map((row) => new Set(row));
}

function plainPermits(): ReadonlyMap<string, readonly string[]> {
  const permits = new Map<string, string[]>();
  for (const row of [...SHARED_FAMILIES, ...OWN_FAMILIES]) {
    for (const [index, id] of row.entries()) {
      const known = permits.get(id) ?? [];
      permits.set(id, [...new Set([...known, ...row.slice(index)])]);
    }
  }
  return permits;
}

function gnuPermits(): ReadonlyMap<string, readonly string[]> {
  const permits = new Map<string, readonly string[]>();
  for (const { prefix, versions, variant } of GNU_FAMILIES) {
    const only = versions.map((version) => `${prefix}${version}${variant}-only`);
    for (const [index, version] of versions.entries()) {
      permits.set(`${prefix}${version}${variant}-or-later`, only.slice(index));
    }
  }
  return permits;
}
