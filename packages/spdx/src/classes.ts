import type { Expression } from "./expression.ts";

/**
 * What a licence asks of whoever ships the package, as policies speak of it. Reviewed by hand against the texts; an id that
 * is in no row is `other`: nobody has looked at it, and nothing follows from that.
 */
export type LicenseClass =
  | "network copyleft"
  | "strong copyleft"
  | "weak copyleft"
  | "non-commercial"
  | "permissive"
  | "public domain"
  | "other";

/** The most binding first: of an expression that joins several, the first one counts. */
export const LICENSE_CLASSES: readonly LicenseClass[] = [
  "network copyleft",
  "strong copyleft",
  "non-commercial",
  "weak copyleft",
  "other",
  "permissive",
  "public domain",
];

/** By the beginning of the id, in lower case. The first row that fits decides. */
const ROWS: readonly (readonly [LicenseClass, RegExp])[] = [
  ["network copyleft", /^(agpl-|sspl-|osl-|eupl-|cpal-|rpl-|rpsl-|parity-)/],
  ["non-commercial", /^(cc-by-nc|polyform-|busl-|elastic-|prosperity-)/],
  [
    "weak copyleft",
    /^(lgpl-|mpl-|epl-|cddl-|cpl-|ipl-|ms-rl$|npl-|spl-|cecill-c$|erlpl-|nokia$|ofl-|apsl-|lppl-|gfdl-|cc-by-sa-|odbl-)/,
  ],
  ["strong copyleft", /^(gpl-|cecill-\d|qpl-|sleepycat$|copyleft-next-|cern-ohl-s-)/],
  ["public domain", /^(unlicense$|cc0-|0bsd$|pddl-|blessing$|cc-pddc$|mit-0$|wtfpl$)/],
  [
    "permissive",
    /^(mit$|mit-|bsd-[1-4]-|apache-|isc$|zlib|python-|psf-|bsl-1|artistic-2|cc-by-[1-4]|blueoak-|ncsa$|x11|w3c|unicode-|curl$|libpng|hpnd|afl-|ms-pl$|postgresql$|openssl|ftl$|ijg|icu$|tcl$|zpl-|php-|ecl-|mulanpsl-|cnri-|upl-|ntp$)/,
  ],
];

/** The class of one SPDX id. */
export function classOf(id: string): LicenseClass {
  const lower = id.toLowerCase();
  return ROWS.find(([, pattern]) => pattern.test(lower))?.[0] ?? "other";
}

/**
 * What an expression asks at the least: of a choice the least binding branch, of a conjunction the most binding part.
 * `undefined` where it names no licence.
 */
export function classOfExpression(expression: Expression): LicenseClass | undefined {
  switch (expression.kind) {
    case "license":
      return classOf(expression.form.id);
    case "reference":
      return "other";
    case "family":
      return pick(expression.members.map(classOf), Math.min);
    case "and":
    case "or": {
      const classes = expression.operands.map(classOfExpression);
      if (expression.kind === "and") return pick(present(classes), Math.min);
      return classes.includes(undefined) ? undefined : pick(present(classes), Math.max);
    }
    default:
      return undefined;
  }
}

function present(classes: readonly (LicenseClass | undefined)[]): readonly LicenseClass[] {
  return classes.filter((each) => each !== undefined);
}

function pick(
  classes: readonly LicenseClass[],
  choose: (...ranks: number[]) => number,
): LicenseClass | undefined {
  const ranks = classes.map((each) => LICENSE_CLASSES.indexOf(each));
  return ranks.length === 0 ? undefined : LICENSE_CLASSES[choose(...ranks)];
}
