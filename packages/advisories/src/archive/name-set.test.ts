import { expect, test } from "vitest";
import { nameSet } from "./name-set.ts";

test("a set of names says what a Set says, however many there are", () => {
  const [names, set] = [nameSet(), new Set<string>()];
  for (let at = 0; at < 20_000; at++) {
    const name = at % 3 === 0 ? `GHSA-${at % 1000}` : `${at}__proto__`;
    expect(names.add(name)).toBe(!set.has(name));
    set.add(name);
  }
  expect(names.size()).toBe(set.size);
  expect([...set].every(names.has)).toBe(true);
  expect(["", "GHSA-", "0__proto__", "constructor"].filter(names.has)).toEqual([]);
});
