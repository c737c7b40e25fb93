import { parseMarker } from "./marker.ts";
import { isPackageName, normalizeName } from "./names.ts";

/** One requirement: https://packaging.python.org/en/latest/specifications/dependency-specifiers/. */
export interface Requirement {
  /** Normalised. */
  readonly name: string;
  /** Normalised. */
  readonly extras: readonly string[];
  /** `>=1,<2`, without spaces; empty where any version will do. */
  readonly specifier: string;
  /** What is asked for in place of a version. */
  readonly url?: string;
  readonly marker?: string;
}

const MAX_LENGTH = 16_384;
const CLAUSE = /^(?:===|==|!=|<=|>=|~=|<|>)[^\s,;()#\p{Cc}]+$/u;

/** Reads `name[extra] >=1 ; marker` or `name @ url ; marker`; `undefined` where the text is neither. */
export function parseRequirement(text: string): Requirement | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const head = /^\s*([A-Za-z\d][A-Za-z\d._-]*)\s*(?:\[([^\]]*)\])?\s*/.exec(text);
  const [whole = "", name = "", list = ""] = head ?? [];
  if (head === null || !isPackageName(name)) return undefined;
  const extras = readExtras(list);
  if (extras === undefined) return undefined;
  const rest = text.slice(whole.length);
  const named = { name: normalizeName(name), extras };
  return rest.startsWith("@") ? withUrl(named, rest.slice(1)) : withSpecifier(named, rest);
}

type Named = Pick<Requirement, "name" | "extras">;

/** Only a semicolon after a space ends a URL: it may hold others. */
function withUrl(named: Named, rest: string): Requirement | undefined {
  const [, url = "", marker = ""] = /^\s*(\S+)(?:\s+;(.*))?\s*$/s.exec(rest) ?? [];
  return url === "" ? undefined : withMarker({ ...named, specifier: "", url }, marker);
}

function withSpecifier(named: Named, rest: string): Requirement | undefined {
  const semicolon = rest.indexOf(";");
  const specifier = normalizeSpecifier(semicolon < 0 ? rest : rest.slice(0, semicolon));
  if (specifier === undefined) return undefined;
  return withMarker({ ...named, specifier }, semicolon < 0 ? "" : rest.slice(semicolon + 1));
}

/** What follows the semicolon must be a marker: two lines run together look like a requirement otherwise. */
function withMarker(requirement: Requirement, text: string): Requirement | undefined {
  const marker = text.trim();
  if (marker === "") return requirement;
  return parseMarker(marker) === undefined ? undefined : { ...requirement, marker };
}

/** The extras between brackets, normalised and sorted. */
function readExtras(list: string): readonly string[] | undefined {
  const extras = list
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
  if (!extras.every(isPackageName)) return undefined;
  return [...new Set(extras.map(normalizeName))].sort();
}

/** `( >= 1, < 2 )` as `>=1,<2`; `undefined` where it is no list of clauses. */
function normalizeSpecifier(text: string): string | undefined {
  const trimmed = text.trim();
  const bare = /^\(.*\)$/s.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
  const clauses = bare
    .split(",")
    .map((clause) => clause.replaceAll(/\s+/g, ""))
    .filter((clause) => clause !== "");
  return clauses.every((clause) => CLAUSE.test(clause)) ? clauses.join(",") : undefined;
}

/** The one version that a specifier allows; `undefined` where it allows several. A local label belongs to the version. */
export function pinnedVersion(specifier: string): string | undefined {
  const [, pinned] = /^={2,3}([\w.!+-]+)$/.exec(specifier) ?? [];
  return pinned;
}
