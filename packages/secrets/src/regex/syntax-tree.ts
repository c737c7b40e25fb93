import type { Ranges } from "./character-class.ts";

/** A place between two characters. `text-*` is the whole text (Go's `\A`, `\z`, and `^`, `$` without the flag `m`). */
export type Assertion = "text-start" | "text-end" | "line-start" | "line-end" | "word" | "not-word";

/**
 * A regular expression in Go's syntax (https://pkg.go.dev/regexp/syntax) after its flags were applied: case folding and
 * negation have gone into the classes, so that nothing below depends on a flag.
 */
export type Node =
  | { readonly kind: "empty" }
  | { readonly kind: "literal"; readonly code: number; readonly fold: boolean }
  | { readonly kind: "class"; readonly ranges: Ranges }
  | { readonly kind: "assert"; readonly at: Assertion }
  | { readonly kind: "capture"; readonly node: Node }
  | { readonly kind: "concat"; readonly nodes: readonly Node[] }
  | { readonly kind: "alternate"; readonly nodes: readonly Node[] }
  | {
      readonly kind: "repeat";
      readonly node: Node;
      readonly min: number;
      /** `Infinity` where there is no upper bound. */
      readonly max: number;
      readonly lazy: boolean;
    };

export interface SyntaxTree {
  readonly root: Node;
  /** Capture groups, the whole match not counted. */
  readonly groups: number;
}
