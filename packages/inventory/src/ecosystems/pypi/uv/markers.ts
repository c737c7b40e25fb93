import { evaluate, type MarkerAtom, parseMarker } from "../marker.ts";

/** `extra == 'extra-5-rootp-a'`: of which package, by the length of its name, which extra or group. */
const CONFLICT = /\bextra (==|!=) '(extra|group|project)-(\d{1,3})-([^']*)'/g;

/**
 * A marker for people. uv writes what conflicting extras and groups decide as extras that no package has
 * (https://docs.astral.sh/uv/concepts/projects/config/#conflicting-dependencies): they are spelled out, for no other tool knows them.
 */
export function readableMarker(marker: string | undefined): string | undefined {
  return marker?.replaceAll(CONFLICT, (whole, operator, kind, length, rest: string) => {
    const size = Number(length);
    const name = rest.slice(0, size);
    const item = rest.slice(size + 1);
    if (kind === "project" ? rest.length !== size : rest[size] !== "-" || item === "") return whole;
    const what =
      kind === "extra" ? `${name}[${item}]` : kind === "group" ? `${name}:${item}` : name;
    return operator === "==" ? `${what} is chosen` : `${what} is not chosen`;
  });
}

/** Whether a marker holds only where somebody chose one of the conflicting extras, or one of the groups. */
export function choiceOf(marker: string | undefined): "extra" | "group" | undefined {
  // Nearly all markers have nothing to do with it.
  const parsed = marker?.includes("extra ==") ? parseMarker(marker) : undefined;
  if (parsed === undefined) return undefined;
  const isChoice = ({ variable, operator, value }: MarkerAtom, kind: string) =>
    variable === "extra" && operator === "==" && value.startsWith(kind);
  const isGroup = (atom: MarkerAtom) => isChoice(atom, "group-");
  const isExtra = (atom: MarkerAtom) => isChoice(atom, "extra-") || isChoice(atom, "project-");
  if (evaluate(parsed, (atom) => !isGroup(atom) && !isExtra(atom))) return undefined;
  return evaluate(parsed, (atom) => !isGroup(atom)) ? "extra" : "group";
}
