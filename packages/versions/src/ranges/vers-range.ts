import { compareVersions, isVersion } from "../compare.ts";
import { orderOfType } from "../orders.ts";
import type { RangeTest } from "./clauses.ts";

const CLAUSE = /^(>=|<=|!=|=|<|>)?([^<>=!*]+)$/;
const LONGEST = 10_000;

/**
 * A test for versions in a range as `vers:npm/>=1.0|<2`; `undefined` where the text is none, or the order of its versions is not
 * known: https://github.com/package-url/vers-spec. A pre-release has no place of its own in it.
 */
export function versRange(text: string): RangeTest | undefined {
  const [, scheme = "", list = ""] =
    /^vers:([a-z0-9.+-]+)\/(.+)$/.exec(text.replace(/\s/g, "")) ?? [];
  const order = orderOfType(scheme);
  if (order === undefined || text.length > LONGEST) return undefined;
  if (list === "*") return (version) => isVersion(order, version);
  const clauses = list.split("|").map((part) => {
    const [, operator = "=", version = ""] = CLAUSE.exec(part) ?? [];
    return { operator, version: decoded(version) };
  });
  if (clauses.some(({ version }) => !isVersion(order, version))) return undefined;
  const compare = (a: string, b: string) => compareVersions(order, a, b) ?? Number.NaN;
  const bounds = clauses
    .filter(({ operator }) => /^[<>]/.test(operator))
    .sort((a, b) => compare(a.version, b.version));
  return (version) => {
    if (!isVersion(order, version)) return false;
    const same = clauses.find((each) => compare(version, each.version) === 0);
    if (same !== undefined) return /^[<>]?=/.test(same.operator);
    // Bounds come in pairs from a lower to an upper one; the first may be an upper one, and the last a lower one.
    const above = bounds.findIndex((each) => compare(version, each.version) < 0);
    const [low, high] = [bounds.at(above < 0 ? -1 : above - 1), bounds[above]];
    if (bounds.length === 0) return clauses.every(({ operator }) => operator === "!=");
    const isAbove = above === 0 || low?.operator.startsWith(">") === true;
    return isAbove && high?.operator.startsWith(">") !== true;
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
