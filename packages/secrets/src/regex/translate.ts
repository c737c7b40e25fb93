import { emit } from "./emit.ts";
import { parse } from "./parse.ts";
import type { Node } from "./syntax-tree.ts";

/** A Go pattern that was read: its JavaScript source and what the engine must know of it. */
export interface TranslatedRegex {
  /** As the author wrote it. */
  readonly pattern: string;
  /** For `new RegExp` without flags but `g`, `y` and `d`. */
  readonly source: string;
  /** Capture groups, the whole match not counted. */
  readonly groups: number;
  readonly root: Node;
}

/**
 * Translates a pattern of Go's RE2 syntax (docs: https://pkg.go.dev/regexp/syntax).
 *
 * Known difference: JavaScript forgets the captures of earlier turns of a repeated group, Go keeps the last ones.
 *
 * @throws RegexSyntaxError when Go would refuse it too.
 */
export function translate(pattern: string): TranslatedRegex {
  const { root, groups } = parse(pattern);
  return { pattern, source: emit(root), groups, root };
}
