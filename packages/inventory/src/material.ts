import {
  type CheckContext,
  type CheckResult,
  type ConfigReader,
  globMatcher,
  openWorkspace,
  plural,
} from "@assay/core";
import type { InventoryConfig } from "./config.ts";
import type { Exclusion } from "./discover.ts";
import { inventoryFindings } from "./gaps.ts";
import type { Inventory } from "./graph.ts";
import { readInventory } from "./inventory.ts";
import { lockfilesAbove, withLockfilesAbove } from "./lockfiles-above.ts";
import { type RepositoryFacts, readRepositoryFacts } from "./origin.ts";
import { workTreeSource } from "./source.ts";

/** The inventory of a run, and what is to be reported of it. */
export interface InventoryMaterial {
  readonly inventory: Inventory;
  /** What first-party packages are called after, and the commit. */
  readonly repository: RepositoryFacts;
  /** Every command that uses the inventory returns it beside its own results; a run reports it once. */
  readonly result: CheckResult;
}

type InventoryContext = CheckContext & { readonly config?: Pick<ConfigReader, "section"> };

/** The inventory of the working directory: read once in a run, whoever asks for it. */
export function inventoryOf(context: InventoryContext): Promise<InventoryMaterial> {
  return context.materials.once("inventory", () => readMaterial(context));
}

async function readMaterial(context: InventoryContext): Promise<InventoryMaterial> {
  const source = workTreeSource(await openWorkspace(context.root));
  // The tree is listed while git answers; the source keeps the list.
  const [repository] = await Promise.all([readRepositoryFacts(context), source.list()]);
  const read = await readInventory(source, {
    origin: repository.origin,
    absent: repository.absent,
    ...exclusionOf(context.config),
  });
  context.signal.throwIfAborted();
  const isOpen = read.graphs.length === 0 || read.skipped.some(({ kind }) => kind === "unlocked");
  const above = isOpen ? await lockfilesAbove(context.root, repository.folder) : [];
  const inventory = withLockfilesAbove(read, above);
  const unlisted = (await source.unlisted?.()) ?? [];
  const left = inventory.skipped.filter(({ kind }) => kind === "excluded");
  const skipped = [...left, ...unlisted].map(({ item, reason }) => ({ item, reason }));
  return {
    inventory,
    repository,
    result: {
      check: "inventory",
      title: "Inventory",
      findings: inventoryFindings(inventory, context.clock.wall(), above),
      artifacts: [],
      coverage: {
        inspected: { lockfiles: inventory.graphs.length, packages: packageCount(inventory) },
        skipped: skipped.sort((a, b) => (a.item < b.item ? -1 : 1)),
        summary: `${plural(packageCount(inventory), "package")} in ${plural(inventory.graphs.length, "lockfile")}`,
      },
      notices: scopeNotices(inventory),
    },
  };
}

/** What the config file leaves out of every inventory of a run: of the work tree, and of the base that it is compared with. */
export function exclusionOf(config: Pick<ConfigReader, "section"> | undefined): {
  readonly excluded?: Exclusion;
} {
  const { exclude = [] } = config?.section<InventoryConfig>("inventory") ?? {};
  if (exclude.length === 0) return {};
  const matches = globMatcher(exclude);
  return {
    excluded: (path) =>
      matches(path) ? "the config file leaves it out (`inventory.exclude`)" : undefined,
  };
}

function packageCount({ graphs }: Inventory): number {
  const packages = graphs.flatMap(({ components }) =>
    components.filter((each) => !each.firstParty),
  );
  return new Set(packages.map(({ purl, id }) => purl ?? id)).size;
}

function scopeNotices({ graphs }: Inventory): readonly string[] {
  const wrong = graphs
    .flatMap(({ components }) => components)
    .filter(({ flags }) => flags.includes("scopeMismatch")).length;
  return wrong === 0
    ? []
    : [
        `Lockfile entries whose dev or optional flags the dependencies contradict: ${wrong}; the dependencies count.`,
      ];
}
