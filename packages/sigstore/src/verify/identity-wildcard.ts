import { UsageError } from "@assay/core";

/** What a whole identity is compared with. A regular expression is one, if it is anchored. */
export interface IdentityPattern {
  /** For messages. */
  readonly source: string;
  test(identity: string): boolean;
}

const MAX_PATTERN = 1000;
/** Identities of strangers, which no policy may let through. */
const STRANGERS: readonly string[] = [
  "",
  "stranger@stranger.example",
  "https://stranger.example/a/b/.github/workflows/c.yml@refs/heads/d",
  "https://github.com/stranger/b/.github/workflows/c.yml@refs/heads/d",
];

/**
 * A pattern for a whole identity: `*` stands for any characters but `/` and `@`, `**` for any; all else is literal. Takes time in
 * proportion to the identity, whatever the pattern.
 *
 * @throws UsageError when it is too long, or lets anybody through.
 */
export function identityWildcard(source: string): IdentityPattern {
  if (source.length > MAX_PATTERN) {
    throw new UsageError(`The identity pattern has more than ${MAX_PATTERN} characters`);
  }
  const parts = source.match(/\*+|[^*]/g) ?? [];
  return refuseAnybody({ source, test: (identity) => matches(parts, identity) });
}

/** @throws UsageError when a pattern lets strangers through. */
export function refuseAnybody<Pattern extends IdentityPattern>(pattern: Pattern): Pattern {
  const stranger = STRANGERS.find((identity) => pattern.test(identity));
  if (stranger === undefined) return pattern;
  throw new UsageError(`The identity pattern ${pattern.source} lets anybody through`, {
    hint: `It matches ${stranger === "" ? "an empty identity" : stranger}. Name the host, the owner and the repository in it.`,
  });
}

/** All places of the pattern that the text so far may have come to, at once: nothing is tried twice. */
function matches(parts: readonly string[], text: string): boolean {
  let places = closure(parts, new Set([0]));
  for (const character of text.split("")) {
    const next = new Set<number>();
    for (const place of places) {
      const part = parts[place] ?? "";
      const isStar = part.startsWith("*");
      if (!isStar && part === character) next.add(place + 1);
      if (isStar && (part.length > 1 || !"/@".includes(character))) next.add(place);
    }
    places = closure(parts, next);
    if (places.size === 0) return false;
  }
  return places.has(parts.length);
}

/** A star may also stand for nothing. */
function closure(parts: readonly string[], places: Set<number>): Set<number> {
  for (const place of places) if (parts[place]?.startsWith("*") === true) places.add(place + 1);
  return places;
}
