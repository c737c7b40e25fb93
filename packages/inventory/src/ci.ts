import { type CheckContext, type ConfigReader, type Finding, openWorkspace } from "@assay/core";
import { CI_ECOSYSTEMS } from "./ecosystems/index.ts";
import { inventoryFindings } from "./gaps.ts";
import type { Inventory } from "./graph.ts";
import { readInventory } from "./inventory.ts";
import { seenIn } from "./material.ts";
import type { RepositoryFacts } from "./origin.ts";
import { chosenBy } from "./selection/settings.ts";
import { workTreeSource } from "./source.ts";

/**
 * What the repository's workflows and actions use. It builds the product and is no part of its inventory.
 *
 * @param repository of the product's inventory: the files are those of the same commit
 */
export async function ciInventory(
  context: CheckContext & { readonly config?: Pick<ConfigReader, "section"> },
  { origin, source, absent }: RepositoryFacts,
): Promise<{ readonly inventory: Inventory; readonly findings: readonly Finding[] }> {
  const { excluded } = chosenBy(context.config);
  const inventory = await readInventory(
    source ?? workTreeSource(await openWorkspace(context.root)),
    {
      ecosystems: CI_ECOSYSTEMS,
      origin,
      absent,
      seen: await seenIn(context),
      ...(excluded && { choice: { excluded } }),
    },
  );
  context.signal.throwIfAborted();
  // A folder that can't be listed is reported by the product's inventory.
  const own = inventory.skipped.filter(({ ecosystem }) => ecosystem !== undefined);
  const isAny = inventory.graphs.length + own.length > 0;
  return {
    inventory,
    findings: isAny ? inventoryFindings({ ...inventory, skipped: own }, context.clock.wall()) : [],
  };
}
