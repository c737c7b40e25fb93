import {
  type CheckContext,
  type CheckResult,
  type ConfigReader,
  openWorkspace,
  plural,
} from "@assay/core";
import { inventoryFindings } from "./gaps.ts";
import type { Inventory } from "./graph.ts";
import { readInventory } from "./inventory.ts";
import { lockfilesAbove, withLockfilesAbove } from "./lockfiles-above.ts";
import { type RepositoryFacts, readRepositoryFacts } from "./origin.ts";
import type { SeenLockfiles } from "./seen.ts";
import { memberInventory } from "./selection/member.ts";
import { namedLockfiles, rootedPath } from "./selection/named-lockfiles.ts";
import { type Selection, selectionKey } from "./selection/selection.ts";
import { chosenBy } from "./selection/settings.ts";
import { workTreeSource } from "./source.ts";

/** The inventory of a run, and what is to be reported of it. */
export interface InventoryMaterial {
  readonly inventory: Inventory;
  /** What first-party packages are called after, and the commit. */
  readonly repository: RepositoryFacts;
  /** The folder of the member that was asked for, relative to the root; `""` where the whole was. */
  readonly workspace: string;
  /** Every command that uses the inventory returns it beside its own results; a run reports it once. */
  readonly result: CheckResult;
}

type InventoryContext = CheckContext & { readonly config?: Pick<ConfigReader, "section"> };

/** The inventory of the working directory, or of a part of it: read once in a run, whoever asks for it. */
export function inventoryOf(
  context: InventoryContext,
  selection: Selection = {},
): Promise<InventoryMaterial> {
  const key = `inventory${selectionKey(selection)}`;
  return context.materials.once(key, () => readMaterial(context, selection));
}

async function readMaterial(
  context: InventoryContext,
  { lockfiles = [], workspace: folder = "", ref }: Selection,
): Promise<InventoryMaterial> {
  const workspace = rootedPath(folder, context.root);
  const named = namedLockfiles(lockfiles, context.root);
  const workTree = workTreeSource(await openWorkspace(context.root));
  // The tree is listed while git answers; the source keeps the list.
  const listed = ref === undefined ? workTree.list() : undefined;
  const [repository] = await Promise.all([readRepositoryFacts(context, ref), listed]);
  const source = repository.source ?? workTree;
  const all = await readInventory(source, {
    origin: repository.origin,
    absent: repository.absent,
    choice: chosenBy(context.config),
    seen: await seenIn(context),
    ...(named.length > 0 && { lockfiles: named }),
    ...(workspace !== "" && { within: workspace }),
  });
  context.signal.throwIfAborted();
  const { inventory: read, notices } =
    workspace === "" ? { inventory: all, notices: [] } : memberInventory(all, workspace);
  const isOpen = read.graphs.length === 0 || read.skipped.some(({ kind }) => kind === "unlocked");
  const above = isOpen ? await lockfilesAbove(context.root, repository.folder) : [];
  const inventory = withLockfilesAbove(read, above);
  const unlisted = (await source.unlisted?.()) ?? [];
  const left = inventory.skipped.filter(({ kind }) => kind === "excluded" || kind === "unselected");
  const skipped = [...left, ...unlisted].map(({ item, reason }) => ({ item, reason }));
  return {
    workspace,
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
      notices: [...notices, ...scopeNotices(inventory)],
    },
  };
}

/** What the run has read: its base has most of it too. */
export function seenIn({ materials }: Pick<CheckContext, "materials">): Promise<SeenLockfiles> {
  return materials.once("lockfiles read", async () => new Map());
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
