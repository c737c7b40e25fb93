export type {
  AdvisoryData,
  AdvisoryPackage,
  DataInfo,
  EcosystemData,
  GroupFacts,
  StoredAdvisory,
} from "./data.ts";
export { packageKey } from "./data.ts";
export type {
  AdvisoryGroup,
  AdvisoryMatch,
  GroupSeverity,
  PackageQuery,
  RecordMatch,
} from "./match.ts";
export type {
  AdvisoryKind,
  AdvisoryRecord,
  AffectedPackage,
  AffectedRange,
  RangeEvent,
  ScoredVector,
} from "./record.ts";
