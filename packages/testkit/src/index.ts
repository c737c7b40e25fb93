export type { Change, Path } from "./change-json.ts";
export { changed, flip } from "./change-json.ts";
export { checkContext } from "./check-context.ts";
export type {
  FakeAsset,
  FakeComment,
  FakeGithub,
  FakeRelease,
  Fault,
  GithubState,
  JournalEntry,
  SarifUpload,
} from "./fake-github.ts";
export { startFakeGithub } from "./fake-github.ts";
export type { ActionRun, ActionRunOptions } from "./fake-runner.ts";
export { runBuiltAction } from "./fake-runner.ts";
export type { FastWorld } from "./fast-world.ts";
export { fastWorld } from "./fast-world.ts";
export { fuzzRuns } from "./fuzz.ts";
export type { GitRepository } from "./git-repository.ts";
export { gitRepository, isolatedGit } from "./git-repository.ts";
export {
  type LayoutImage,
  type WrittenImage,
  type WrittenLayout,
  writeImageLayout,
} from "./image/layout.ts";
export { entryOf, paxRecord, summed, type TarPart, tarOf } from "./image/tar.ts";
export type { MiniAwsOptions } from "./key-services/aws.ts";
export { startMiniAws } from "./key-services/aws.ts";
export type { MiniAzureOptions } from "./key-services/azure.ts";
export { startMiniAzure } from "./key-services/azure.ts";
export type { MiniGoogleOptions } from "./key-services/google.ts";
export { startMiniGoogle } from "./key-services/google.ts";
export type { Served, ServedAnswer, ServedKey } from "./key-services/serve.ts";
export { serve } from "./key-services/serve.ts";
export type { MiniVaultOptions } from "./key-services/vault.ts";
export { startMiniVault } from "./key-services/vault.ts";
export type { Network, NetworkGuard } from "./network-guard.ts";
export { networkGuard } from "./network-guard.ts";
export type {
  MiniRegistry,
  MiniRegistryOptions,
  RegistryContent,
  RegistryFault,
  RegistryRequestEntry,
  RegistryTestContext,
} from "./registry/index.ts";
export { registryContext, startMiniRegistry } from "./registry/index.ts";
export type { NodeRun, NodeRunOptions } from "./run-node.ts";
export { runNode } from "./run-node.ts";
export type { LoggedAnnotation } from "./runner-files.ts";
export { parseAnnotations, parseFileCommand, parseMasks } from "./runner-files.ts";
export type { SelfSigned } from "./self-signed.ts";
export { selfSigned } from "./self-signed.ts";
export { noSettingsFiles } from "./settings-files.ts";
export type {
  FaultMode,
  FaultPlan,
  FaultyProxy,
  LeafRequest,
  MiniFault,
  MiniLog,
  MiniService,
  MiniSigstore,
} from "./sigstore/index.ts";
export {
  createMiniLog,
  FAULT_MODES,
  faultPlan,
  MINI_IDENTITY,
  startFaultyProxy,
  startMiniSigstore,
} from "./sigstore/index.ts";
export type { TufPublished, TufRoles, TufSigner } from "./sigstore/tuf-repository.ts";
export { publishTuf, TUF_LATER, tufKey, tufMetadata, tufRoot } from "./sigstore/tuf-repository.ts";
export type { Files } from "./temporary.ts";
export { cleanUp, temporaryFolder, writeFiles } from "./temporary.ts";
