export type {
  Component,
  Edge,
  Gap,
  Hash,
  Inventory,
  LockfileGraph,
  Scope,
  SkippedLockfile,
} from "./graph.ts";
export type { InventoryOptions } from "./inventory.ts";
export { readInventory } from "./inventory.ts";
export type { Origin } from "./origin.ts";
export { firstPartyPurl } from "./origin.ts";
export { edgesBySource, scopesFrom } from "./reachability.ts";
export type { FileSource } from "./source.ts";
export { memorySource, workTreeSource } from "./source.ts";
