import type { SbomComponent } from "../model.ts";

type Named = Pick<SbomComponent, "purl" | "group" | "name" | "version">;

/** Makes refs for what a document gives none: the purl, else name and version, told apart by a number where they are taken. */
export function refMaker(taken: { has(ref: string): boolean }): (component: Named) => string {
  const uses = new Map<string, number>();
  return ({ purl, group, name, version }) => {
    const full = group === undefined ? name : `${group}/${name}`;
    const ref = purl ?? (version === undefined ? full : `${full}@${version}`);
    let count = uses.get(ref) ?? 1;
    let unique = count === 1 ? ref : `${ref}|${count}`;
    while (unique === "" || taken.has(unique)) unique = `${ref}|${++count}`;
    uses.set(ref, count + 1);
    return unique;
  };
}
