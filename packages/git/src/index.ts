export type { CommitRange, RangeOverride } from "./commit-range.ts";
export type { ChangedFile, FileStatus } from "./diff/changes.ts";
export { changedFiles } from "./diff/changes.ts";
export { stagedDiff, streamDiff, streamNetDiff } from "./diff/diff.ts";
export type { DiffOptions } from "./diff/options.ts";
export type { CommitInfo, CommitPatch, DiffPiece, FilePatch, Hunk } from "./diff/patch.ts";
export type { DiffView } from "./diff/view.ts";
export { originUrl } from "./fetch/remote.ts";
export type { Entry } from "./history/entry-line.ts";
export type { Introduced } from "./history/introduced.ts";
export { introducedDates, withFirstSeen } from "./history/introduced.ts";
export type { Blob, BlobOptions } from "./objects/blobs.ts";
export { listBlobs, streamBlobs } from "./objects/blobs.ts";
export { followedFileAt, isInTree } from "./objects/followed-file.ts";
export type { ObjectMessage } from "./objects/messages.ts";
export { streamMessages } from "./objects/messages.ts";
export { encodePath, isObjectName } from "./objects/names.ts";
export { fileAt, filesAt, linksAt, someFilesAt, trackedFiles } from "./objects/tree.ts";
export { changeBase } from "./range/change-base.ts";
export type { RangeOptions } from "./range/range.ts";
export { resolveRange } from "./range/range.ts";
export type { GitOptions, GitResult } from "./repository/git-processes.ts";
export { isolatedVariables } from "./repository/isolation.ts";
export type { Repository, RepositoryOptions } from "./repository/repository.ts";
export { findRepository, openRepository } from "./repository/repository.ts";
export { branchBehind, defaultBranch } from "./revisions/branches.ts";
export type { CheckedOut } from "./revisions/checked-out.ts";
export { checkedOut } from "./revisions/checked-out.ts";
export { type CommitPeople, commitPeople } from "./revisions/people.ts";
export type { HeadCommit } from "./revisions/revision.ts";
export {
  findCommit,
  headCommit,
  isOnTopOf,
  isShallow,
  mergeBase,
  resolveCommit,
} from "./revisions/revision.ts";
export { countCommits } from "./revisions/revisions.ts";
export type { AbsentFile } from "./work-tree/absent-files.ts";
export { absentFiles, WHY_ABSENT } from "./work-tree/absent-files.ts";
export { isLfsPointer } from "./work-tree/lfs.ts";
