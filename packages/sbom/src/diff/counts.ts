import { CHANGE_KINDS, type ChangeKind, type ComponentChange } from "./compare.ts";

const WORDS: Readonly<Partial<Record<ChangeKind, string>>> = {
  hash: "with another hash",
  weaker: "with a weaker hash or none",
  source: "from another place",
  license: "with another licence",
  scope: "with another scope",
  changed: "in another version",
};

/** `3 added, 1 upgraded`; `no package differs`. */
export function countsText(changes: readonly ComponentChange[]): string {
  const parts = CHANGE_KINDS.flatMap((kind) => {
    const count = changes.filter(({ kinds }) => kinds.includes(kind)).length;
    return count === 0 ? [] : [`${count} ${WORDS[kind] ?? kind}`];
  });
  return parts.length === 0 ? "no package differs" : parts.join(", ");
}
