import {
  type CommandContext,
  createMaterials,
  fixedClock,
  silentLogger,
  silentProgress,
  type TriggerEvent,
} from "@assay/core";
import { createGuardedHttp, nodeProcesses } from "@assay/core/host";
import { memorySource, readInventory } from "@assay/inventory";
import { noSettingsFiles } from "@assay/testkit";
import { assembleDocument } from "../assemble.ts";
import type { Made } from "../destinations/destination.ts";
import { type DestinationOptions, destinationHosts } from "../destinations/inputs.ts";
import { uploadAll } from "../destinations/upload.ts";
import { writeDocuments } from "../writers.ts";
import { lockfile } from "./documents.ts";

export const SHA = "0123456789abcdef0123456789abcdef01234567";
export const PUSH: TriggerEvent = {
  name: "push",
  payload: { repository: { full_name: "octo/shop" } },
  sha: SHA,
  ref: "refs/heads/main",
};
const NOTHING: DestinationOptions = {
  dependencySnapshot: false,
  dependencyTrackWait: false,
};

/** What a run in the folder `web` made of a lockfile. */
export async function madeOf(
  packages: Parameters<typeof lockfile>[0],
  more: Partial<Made> = {},
): Promise<Made> {
  const origin = { serverUrl: "https://github.com", repository: "octo/shop", folder: "web" };
  const source = memorySource({ "package-lock.json": lockfile(packages) });
  const inventory = await readInventory(source, { origin });
  const provenance = {
    origin,
    revision: SHA,
    folder: "web",
    created: "2026-01-31T12:00:00Z",
    reproducible: true,
    notices: [],
  };
  const document = await assembleDocument(inventory, provenance, "all");
  const artifacts = await writeDocuments(document, ["cyclonedx-1.6", "spdx-2.3"]);
  return { inventory, provenance, document, artifacts, scope: "all", parts: [], ...more };
}

export interface Surroundings {
  readonly environment?: Readonly<Record<string, string>>;
  readonly event?: TriggerEvent | null;
  readonly offline?: boolean;
  readonly token?: string | undefined;
  /** The second look at a change from outside has its own settings; the first has those of the base. */
  readonly settingsFrom?: "work-tree" | "base";
}

/** Sends what was made through the guarded client, without pauses. */
export async function send(
  made: Made | undefined,
  wanted: Partial<DestinationOptions>,
  given: Surroundings = {},
) {
  const { environment = {}, event = PUSH, offline = false } = given;
  const options = { ...NOTHING, ...wanted };
  const masked: string[] = [];
  const log: string[] = [];
  const clock = fixedClock("2026-12-01T12:00:00Z");
  const logger = { ...silentLogger, info: (text: string) => void log.push(text) };
  const sleep = async () => {};
  const context: CommandContext & { readonly sleep: typeof sleep } = {
    root: "/nowhere",
    event,
    remote: {
      serverUrl: "https://github.com",
      repository: "octo/shop",
      ...("token" in given ? { token: given.token } : { token: "t0ken-of-the-run" }),
    } as CommandContext["remote"],
    offline,
    http: createGuardedHttp({
      hosts: destinationHosts(options, environment),
      offline,
      environment: {},
      clock,
      logger,
      sleep,
    }),
    processes: nodeProcesses(),
    clock,
    logger,
    progress: silentProgress,
    materials: createMaterials(),
    settings: { ...noSettingsFiles, from: given.settingsFrom ?? "work-tree" },
    signal: new AbortController().signal,
    environment,
    config: { section: () => undefined, place: () => undefined },
    products: { write: async () => {} },
    mask: (secret) => void masked.push(secret),
    sleep,
  };
  return { result: await uploadAll(context, options, made), masked, log };
}
