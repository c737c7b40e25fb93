export type {
  AdvisoryData,
  AdvisoryPackage,
  DataInfo,
  EcosystemData,
  GroupFacts,
  StoredAdvisory,
} from "./data.ts";
export { packageKey } from "./data.ts";
export type { EvaluateOptions } from "./evaluate/evaluate.ts";
export { evaluateRecord } from "./evaluate/evaluate.ts";
export { packagesOf } from "./evaluate/packages.ts";
export { type EpssScore, type EpssScores, readEpss } from "./exploited/epss.ts";
export { type KevCatalog, type KevEntry, readKev } from "./exploited/kev.ts";
export { type GroupMember, groupFacts } from "./groups/facts.ts";
export { canonicalId, displayId } from "./groups/ids.ts";
export { matchAdvisories } from "./groups/match.ts";
export { memoryData } from "./groups/memory.ts";
export type {
  AdvisoryGroup,
  AdvisoryMatch,
  GroupSeverity,
  PackageQuery,
  RecordMatch,
} from "./match.ts";
export { normalName, repositoryName } from "./query/names.ts";
export { type QuerySubject, queryOf } from "./query/query-of.ts";
export { advisoryPage, readRecord } from "./record/read.ts";
export type {
  AdvisoryKind,
  AdvisoryRecord,
  AffectedPackage,
  AffectedRange,
  RangeEvent,
  ScoredVector,
} from "./record.ts";
