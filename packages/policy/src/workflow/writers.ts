import { addTo } from "@assay/core";
import type { Step } from "./model.ts";
import type { Scope } from "./scope.ts";
import { given, scriptInput } from "./script-values.ts";

const writers = new WeakMap<readonly Step[], ReadonlyMap<string, readonly Step[]>>();

function writersByName(steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> {
  const known = writers.get(steps);
  if (known !== undefined) return known;
  const byName = new Map<string, Step[]>();
  for (const step of steps) {
    const script = step.run ?? scriptInput(step);
    const values = script === undefined ? [] : given(script, "env", "*");
    for (const name of new Set(values.map((value) => value.name?.toLowerCase() ?? ""))) {
      addTo(byName, name, step);
    }
  }
  writers.set(steps, byName);
  return byName;
}

/** The steps before that give a variable its value: the last one that always runs, and those after it. */
export function writersOf(name: string, { steps, step }: Scope): readonly Step[] {
  const byName = writersByName(steps);
  const all = name === "*" ? [...byName.values()].flat() : (byName.get(name.toLowerCase()) ?? []);
  const found: Step[] = [];
  for (const each of all.toReversed()) {
    if (step !== undefined && each.index >= step.index) continue;
    found.push(each);
    if ((each.if === undefined && name !== "*") || found.length > 10) break;
  }
  return found;
}
