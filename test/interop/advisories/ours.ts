import {
  type AdvisoryData,
  matchAdvisories,
  normalName,
  type PackageQuery,
  queryOf,
} from "../../../packages/advisories/src/index.ts";
import { openWorkspace } from "../../../packages/core/src/index.ts";
import { readInventory, workTreeSource } from "../../../packages/inventory/src/index.ts";

/** What one tool says of a folder's packages: `ecosystem name@version` with the ids of records. */
export type Reported = ReadonlyMap<string, ReadonlySet<string>>;

export interface Ours {
  readonly affected: Reported;
  readonly undetermined: Reported;
  /** Every package that was asked for. */
  readonly packages: ReadonlySet<string>;
  /** The project's own packages, as `ecosystem name`. */
  readonly firstParty: ReadonlySet<string>;
}

export function packageId({ ecosystem, name, version }: PackageQuery): string {
  return `${ecosystem} ${name}@${version?.replace(/^v(?=\d)/, "")}`;
}

/** What Assay says of the lockfiles of a folder. */
export async function ours(root: string, data: AdvisoryData): Promise<Ours> {
  const { graphs } = await readInventory(workTreeSource(await openWorkspace(root)));
  const components = graphs.flatMap((graph) => graph.components);
  const firstParty = components
    .filter((each) => each.firstParty)
    .flatMap(({ ecosystem, name }) => {
      const own = { cargo: "crates.io", golang: "Go", npm: "npm", pypi: "PyPI" }[ecosystem];
      return own === undefined ? [] : [`${own} ${normalName(own, name)}`];
    });
  const queries = components
    .filter(({ firstParty }) => !firstParty)
    .flatMap((component) => queryOf(component) ?? []);
  const affected = new Map<string, Set<string>>();
  const undetermined = new Map<string, Set<string>>();
  for (const [query, matches] of await matchAdvisories(data, queries))
    for (const { records } of matches)
      for (const { record, verdict } of records) {
        const to = verdict === "affected" ? affected : undetermined;
        const ids = to.get(packageId(query)) ?? new Set();
        to.set(packageId(query), ids.add(record.id));
      }
  return {
    affected,
    undetermined,
    packages: new Set(queries.map(packageId)),
    firstParty: new Set(firstParty),
  };
}
