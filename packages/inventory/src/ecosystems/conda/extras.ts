import type { CondaContext, CondaEntry, CondaNeed, OwnNeeds } from "./package.ts";

/**
 * Whether somebody asks for one of these extras of a package: another package, or the project. Where nobody knows what the project asks
 * for, it may be any.
 */
export function askedExtras(contexts: readonly CondaContext[], own: OwnNeeds | undefined) {
  if (own === undefined) return () => true;
  const asked = new Set<string>();
  const waiting = new Map<string, CondaNeed[]>();
  const pending: (readonly [string, CondaNeed])[] = [];
  const seen = new Set<CondaEntry>();
  const done = new Set<string>();
  const keysOf = new Map<string, Set<string>>();
  const ask = (from: string, needs: readonly CondaNeed[]) => {
    for (const need of needs) pending.push([from, need]);
  };
  const lists = new Set<readonly CondaNeed[]>();
  for (const [number, { entries }] of contexts.entries()) {
    const needs = own.needsIn(number);
    if (!lists.has(needs)) ask(own.root.key, needs);
    lists.add(needs);
    for (const entry of entries) {
      if (seen.has(entry)) continue;
      seen.add(entry);
      keysOf.set(entry.name, (keysOf.get(entry.name) ?? new Set()).add(entry.key));
      ask(entry.key, entry.needs);
    }
  }
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [from, need] = next;
    const names = need.ofExtras?.map((extra) => `${from}\0${extra}`);
    if (names !== undefined && !names.some((name) => asked.has(name))) {
      for (const name of names) {
        const known = waiting.get(name);
        if (known === undefined) waiting.set(name, [need]);
        else known.push(need);
      }
      continue;
    }
    for (const extra of need.extras ?? []) {
      // Of every package of this name at once.
      if (done.has(`${need.name}\0${extra}`)) continue;
      done.add(`${need.name}\0${extra}`);
      for (const key of keysOf.get(need.name) ?? []) {
        const name = `${key}\0${extra}`;
        asked.add(name);
        for (const each of waiting.get(name) ?? []) pending.push([key, each]);
        waiting.delete(name);
      }
    }
  }
  return (from: string, extras: readonly string[]) =>
    extras.some((extra) => asked.has(`${from}\0${extra}`));
}
