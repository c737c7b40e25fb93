import { LICENSE_IDS, licenseId } from "./identifiers.ts";
import { LEGACY_NAMES } from "./legacy-names.ts";
import { licenseOfUrl } from "./legacy-urls.ts";

/** What a spelling from before SPDX stands for. */
export type LegacyMeaning =
  | { readonly kind: "expression"; readonly text: string }
  | { readonly kind: "denied"; readonly reason: string }
  | { readonly kind: "family"; readonly members: readonly string[] }
  | { readonly kind: "ambiguous" };

const PROPRIETARY = [
  ...["unlicensed", "proprietary", "proprietary license", "commercial", "commercial license"],
  ...["all rights reserved", "closed source", "private", "not licensed", "no license"],
];

/** Clauses that take away what the licence before them gives: the pair is never the licence alone. */
const RIDERS = ["commons clause", "the commons clause", "commons clause license condition v1.0"];
const RIDER_JOINTS = [" with ", " + ", " and "];

/** Families by their unversioned name, with the beginning of their ids. */
const FAMILY_NAMES: readonly (readonly [prefix: RegExp, names: readonly string[]])[] = [
  [/^GPL-/, ["gpl", "gnu gpl", "gnu general public license", "general public license", "the gpl"]],
  [
    /^LGPL-/,
    ["lgpl", "gnu lgpl", "gnu lesser general public license", "gnu library general public license"],
  ],
  [/^AGPL-/, ["agpl", "gnu agpl", "gnu affero general public license"]],
  [/^GFDL-/, ["gfdl", "gnu fdl", "gnu free documentation license"]],
  [/^MPL-/, ["mpl", "mozilla public license"]],
  [/^EPL-/, ["epl", "eclipse public license"]],
  [/^CDDL-/, ["cddl", "common development and distribution license"]],
  [/^EUPL-/, ["eupl", "european union public licence", "european union public license"]],
  [/^CC-BY-\d/, ["cc-by", "cc by", "creative commons attribution"]],
  [/^CC-BY-SA-\d/, ["cc-by-sa", "cc by-sa", "creative commons attribution-sharealike"]],
  [/^CC-BY-NC-\d/, ["cc-by-nc", "cc by-nc", "creative commons attribution-noncommercial"]],
];

/** Names that different licences share: only the text can tell. */
const AMBIGUOUS = [
  ...["bsd", "bsd license", "the bsd license", "bsd licence", "bsd-style", "bsd style", "bsd-like"],
  ...["apache", "apache license", "apache software license", "asl", "artistic", "artistic license"],
  ...[
    "python",
    "python license",
    "psf",
    "python software foundation license",
    "mit-like",
    "mit style",
  ],
  ...["x11", "mit x11", "public domain", "public-domain", "free", "open source", "bsl"],
  ...[
    "custom",
    "dual",
    "dual license",
    "see license",
    "see license file",
    "license",
    "creative commons",
  ],
];

/** Two names of nearly one text; old manifests wrote both. */
const SLASHED_PAIRS = [["MIT", "X11"]] as const;
/** Ids that crates and old manifests join with a slash, which meant OR there. */
const SLASHED = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0"].concat(
  ["ISC", "MIT", "MPL-2.0", "Unlicense", "Zlib"],
);

const MEANINGS: ReadonlyMap<string, LegacyMeaning> = buildTable();

/** White space collapsed, lower case: how the table is looked up. The text must be of bounded length. */
function legacyKey(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ").toLowerCase();
}

/**
 * What the closed table says of a spelling: the whole string, never a part of it. `undefined` where it is not in the table.
 */
export function legacyMeaning(text: string): LegacyMeaning | undefined {
  const key = legacyKey(text);
  const known = MEANINGS.get(key);
  if (known !== undefined) return known;
  if (isRidden(key)) return { kind: "denied", reason: "the Commons Clause forbids selling" };
  const page = licenseOfUrl(key);
  return page === undefined ? undefined : { kind: "expression", text: page };
}

/**
 * Ids joined by slashes, which cargo's manifests used for OR before SPDX expressions
 * (https://doc.rust-lang.org/cargo/reference/manifest.html#the-license-and-license-file-fields). Every part must be an id.
 */
export function slashedChoice(text: string): string | undefined {
  const parts = text.split("/").map((part) => licenseId(part.trim()));
  return parts.length > 1 && parts.every((id) => id !== undefined) ? parts.join(" OR ") : undefined;
}

function buildTable(): ReadonlyMap<string, LegacyMeaning> {
  const table = new Map<string, LegacyMeaning>();
  for (const [text, names] of Object.entries(LEGACY_NAMES)) {
    for (const name of names) table.set(name, { kind: "expression", text });
  }
  for (const left of SLASHED) {
    for (const right of SLASHED) {
      if (left === right) continue;
      const text = `${left} OR ${right}`;
      table.set(`${left}/${right}`.toLowerCase(), { kind: "expression", text });
    }
  }
  for (const [left, right] of SLASHED_PAIRS) {
    const meaning = { kind: "expression", text: `${left} OR ${right}` } as const;
    table.set(`${left}/${right}`.toLowerCase(), meaning);
    table.set(`${right}/${left}`.toLowerCase(), meaning);
  }
  for (const name of PROPRIETARY) table.set(name, { kind: "denied", reason: "it is proprietary" });
  for (const name of AMBIGUOUS) table.set(name, { kind: "ambiguous" });
  for (const [prefix, names] of FAMILY_NAMES) {
    const members = LICENSE_IDS.filter((id) => prefix.test(id));
    for (const name of names) table.set(name, { kind: "family", members });
  }
  return table;
}

/** `X with Commons Clause`, where `X` is a licence and nothing else. */
function isRidden(key: string): boolean {
  if (RIDERS.includes(key)) return true;
  return RIDERS.some((rider) =>
    RIDER_JOINTS.some((joint) => {
      if (!key.endsWith(joint + rider)) return false;
      const license = key.slice(0, -(joint + rider).length);
      return licenseId(license) !== undefined || MEANINGS.get(license)?.kind === "expression";
    }),
  );
}
