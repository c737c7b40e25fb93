import type { PatternReader } from "./pattern-reader.ts";

export interface Flags {
  /** `i` */
  readonly fold: boolean;
  /** `m` */
  readonly multiline: boolean;
  /** `s` */
  readonly dotAll: boolean;
  /** `U` */
  readonly ungreedy: boolean;
}

export type GroupStart =
  | { readonly kind: "flags"; readonly flags: Flags }
  | { readonly kind: "plain"; readonly flags: Flags }
  | { readonly kind: "capture"; readonly flags: Flags };

/** Everything from `(` to where the group's content begins; a flag group (`(?i)`) is taken whole. */
export function parseGroupStart(reader: PatternReader, flags: Flags): GroupStart {
  const start = reader.offset;
  reader.offset += 1;
  if (!reader.take("?")) return { kind: "capture", flags };
  const rest = reader.pattern.slice(reader.offset);
  if (/^(?:[=!>]|<[=!])/.test(rest)) {
    throw reader.fail("look-around and atomic groups do not exist in Go's syntax", start);
  }
  if (rest.startsWith("P<") || rest.startsWith("<")) {
    const name = /^P?<([0-9A-Za-z_]+)>/.exec(rest);
    if (name === null) throw reader.fail("the group's name is not valid", start);
    reader.offset += name[0].length;
    return { kind: "capture", flags };
  }
  const set = /^([imsU]*)(-[imsU]+)?([:)])/.exec(rest);
  if (set === null || set[0] === ")")
    throw reader.fail("`(?` begins no group that Go knows", start);
  reader.offset += set[0].length;
  const next = apply(flags, set[1] ?? "", (set[2] ?? "").slice(1));
  return { kind: set[3] === ")" ? "flags" : "plain", flags: next };
}

function apply(flags: Flags, on: string, off: string): Flags {
  const value = (letter: string, now: boolean) =>
    off.includes(letter) ? false : on.includes(letter) ? true : now;
  return {
    fold: value("i", flags.fold),
    multiline: value("m", flags.multiline),
    dotAll: value("s", flags.dotAll),
    ungreedy: value("U", flags.ungreedy),
  };
}
