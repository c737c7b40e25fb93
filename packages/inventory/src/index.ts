export type { Base } from "./base.ts";
export { baseInventory, baseOf, changesPackages, prepareBase } from "./base.ts";
export { ciInventory } from "./ci.ts";
export { shortestPaths } from "./dependency-paths.ts";
export { exclusion } from "./discover.ts";
export type { Ecosystem, LockFormat, Reader, ReaderInput } from "./ecosystems/ecosystem.ts";
export { CI_ECOSYSTEMS, ECOSYSTEMS, ecosystemOf } from "./ecosystems/index.ts";
export { expectCheckout } from "./expect-checkout.ts";
export type {
  Component,
  ComponentKind,
  Edge,
  EdgeCompleteness,
  EdgeKind,
  Gap,
  GapKind,
  Hash,
  Inventory,
  PackageArtifact,
  PackageGraph,
  PackageName,
  Scope,
  Skipped,
} from "./graph.ts";
export { isIncomplete, knowsAllPackages } from "./graph.ts";
export { ENRICH_LEVELS, type EnrichLevel, registryHosts } from "./installed/levels.ts";
export type { InventoryOptions } from "./inventory.ts";
export { readInventory } from "./inventory.ts";
export { isChange } from "./is-change.ts";
export { type InventoryMaterial, inventoryOf } from "./material.ts";
export type { NamedOrigin, Origin, RepositoryFacts } from "./origin.ts";
export { firstPartyPurl, namedOrigin, withOrigin } from "./origin.ts";
export { type OrphanHead, orphanHeads } from "./orphans.ts";
export { folderOf } from "./paths.ts";
export { edgesBySource, scopesFrom } from "./reachability.ts";
export { isRead } from "./revision-source.ts";
export { INVENTORY_RULES } from "./rules.ts";
export { memberPlace } from "./selection/member-place.ts";
export type { Selection } from "./selection/selection.ts";
export type { FileSource } from "./source.ts";
export { memorySource, workTreeSource } from "./source.ts";
export { parseToml } from "./toml.ts";
export { readXml, type XmlElement } from "./xml/read.ts";
export { plainYaml } from "./yaml/plain.ts";
