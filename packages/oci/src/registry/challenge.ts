/** One way in that a server offers: RFC 9110 section 11.6.1. */
export interface Challenge {
  /** In lower case: `bearer`, `basic`. */
  readonly scheme: string;
  /** Names in lower case; of one that is given twice the first. */
  readonly parameters: ReadonlyMap<string, string>;
}

const MAX_LENGTH = 16_384;
const TOKEN = /[!#$%&'*+.^_`|~\w-]+/y;
const PARAMETER = /[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/y;
/** Credentials of one piece, such as those of Negotiate: they end at a comma, and no value follows. */
const TOKEN68 = /[ \t]+[\w.~+/-]+=*[ \t]*(?=,|$)/y;

/**
 * Every challenge of `WWW-Authenticate`, whose values (and commas in quotes) may come from several headers. What can't be read ends
 * the list: the challenges before it count.
 */
export function parseChallenges(header: string): readonly Challenge[] {
  const text = header.slice(0, MAX_LENGTH);
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    take(/[\s,]*/y);
    const name = take(TOKEN)?.[0].toLowerCase();
    if (name === undefined) return challenges;
    const value = challenges.length === 0 ? null : take(PARAMETER);
    if (value === null) {
      challenges.push({ scheme: name, parameters: new Map() });
      take(TOKEN68);
      continue;
    }
    const parameters = challenges.at(-1)?.parameters;
    if (parameters?.has(name) === false)
      parameters.set(name, value[1]?.replace(/\\(.)/g, "$1") ?? value[2] ?? "");
  }
}
