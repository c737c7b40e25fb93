import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { openWorkspace } from "../../../packages/core/src/index.ts";
import { readInventory, workTreeSource } from "../../../packages/inventory/src/index.ts";
import { type Difference, differences } from "./compare.ts";
import { partsOf } from "./document.ts";
import { type Checkout, nameOf } from "./explanations/explanation.ts";
import { explanationOf } from "./explanations/index.ts";
import { documentsOf } from "./tools.ts";

/** What was compared, and how many differences each explanation has; the others line by line. */
export interface Comparison {
  readonly checkout: Checkout;
  readonly counts: ReadonlyMap<string, number>;
  readonly unexplained: readonly string[];
}

/** Compares ours with the peers on a checkout. `folder` is where the documents go. */
export async function compareCheckout(root: string, folder: string): Promise<Comparison> {
  const checkout: Checkout = {
    ...documentsOf(root, folder),
    ...(await graphFacts(root)),
    text: cachedText(root),
  };
  const counts = new Map<string, number>();
  const unexplained: string[] = [];
  for (const difference of differences(checkout)) {
    const one = explanationOf(difference, checkout);
    if (one === undefined) unexplained.push(lineOf(difference));
    else counts.set(one.id, (counts.get(one.id) ?? 0) + 1);
  }
  return { checkout, counts, unexplained };
}

function lineOf({ peer, side, found, to, places }: Difference): string {
  const what = to === undefined ? found.id : `${found.id} > ${to.id}`;
  const who = side === "ours" ? `not in ${peer}` : `only in ${peer}`;
  return `${who}: ${what} (${places.slice(0, 3).join(", ")})`;
}

/** What the documents don't say: kinds of edges and where they lead. */
async function graphFacts(root: string): Promise<Pick<Checkout, "special" | "spare">> {
  const { graphs } = await readInventory(workTreeSource(await openWorkspace(root)));
  const special = new Set<string>();
  const spare = new Set<string>();
  for (const { components, edges } of graphs) {
    const byId = new Map(components.map((each) => [each.id, each]));
    const idOf = (id: string) => {
      const { purl, name = "" } = byId.get(id) ?? {};
      return purl === undefined ? name : partsOf(purl).id;
    };
    const next = new Map<string, string[]>();
    for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
    const pending = edges.filter(({ kind }) => kind === "development").map(({ to }) => to);
    pending.push(...components.filter(({ scope }) => scope !== "runtime").map(({ id }) => id));
    const seen = new Set(pending);
    for (const id of seen) {
      // syft follows names.
      spare.add(idOf(id)).add(nameOf(idOf(id)));
      for (const to of next.get(id) ?? []) seen.add(to);
    }
    for (const { from, to, kind, alias } of edges) {
      if (kind === "peer" || kind === "optional" || alias !== undefined)
        special.add(`${idOf(from)} > ${idOf(to)}`);
    }
  }
  return { special, spare };
}

function cachedText(root: string): (path: string) => string {
  const texts = new Map<string, string>();
  return (path) => {
    const file = join(root, path);
    if (!texts.has(path))
      texts.set(
        path,
        existsSync(file) && statSync(file).isFile() ? readFileSync(file, "utf8") : "",
      );
    return texts.get(path) ?? "";
  };
}
