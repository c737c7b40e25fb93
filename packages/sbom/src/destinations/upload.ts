import {
  type ActFailure,
  type ActRecord,
  type ActResult,
  asKnownError,
  type CommandContext,
  originOf,
  plural,
} from "@assay/core";
import { submitSnapshot } from "./dependency-snapshot.ts";
import { uploadToDependencyTrack } from "./dependency-track.ts";
import type { Destination, Made } from "./destination.ts";
import type { DestinationOptions } from "./inputs.ts";
import { attachToRelease } from "./release-asset.ts";
import { uploadWorkflowArtifact } from "./workflow-artifact.ts";

interface Wanted {
  /** For people. */
  readonly name: string;
  readonly isWanted: (options: DestinationOptions) => boolean;
  readonly send: Destination;
  /** It needs nothing that a change from outside does not have. */
  readonly forAnyone?: boolean;
}

const DESTINATIONS: readonly Wanted[] = [
  {
    name: "dependency snapshot",
    isWanted: ({ dependencySnapshot }) => dependencySnapshot,
    send: submitSnapshot,
  },
  {
    name: "Dependency-Track",
    isWanted: ({ dependencyTrackUrl }) => dependencyTrackUrl !== undefined,
    send: uploadToDependencyTrack,
  },
  {
    name: "release asset",
    isWanted: ({ releaseAsset }) => releaseAsset !== undefined,
    send: attachToRelease,
  },
  {
    name: "workflow artifact",
    isWanted: ({ workflowArtifact }) => workflowArtifact !== undefined,
    send: uploadWorkflowArtifact,
    forAnyone: true,
  },
];

/**
 * Sends what was made to all destinations that are asked for. One that fails is a failure of the run, and stops no other.
 *
 * @returns `undefined` where this run is the second look at a change from outside: the first one has sent it.
 */
export async function uploadAll(
  context: CommandContext,
  options: DestinationOptions,
  made: Made | undefined,
): Promise<ActResult | undefined> {
  const isOutside = originOf(context.event).kind === "outside-change";
  if (isOutside && context.settings.from === "work-tree") return undefined;
  const wanted = DESTINATIONS.filter(({ isWanted }) => isWanted(options));
  const records: ActRecord[] = [];
  const failures: ActFailure[] = [];
  const notices: string[] = [];
  const fail = (item: string, failure: Omit<ActFailure, "item" | "ruleId">) =>
    failures.push({ item, ruleId: "sbom.not-uploaded", ...failure });
  for (const { name, send, forAnyone = false } of wanted) {
    if (made === undefined) {
      notices.push(`Nothing went to the ${name}: there is no document.`);
    } else if (isOutside && !forAnyone) {
      notices.push(
        `Nothing went to the ${name}: the change comes from outside, and such a run gets neither a token that may write nor secrets.`,
      );
    } else if (context.offline) {
      fail(name, {
        kind: "usage",
        message: "An upload is asked for, and this run is offline",
        hint: "Turn `offline` off, or leave the input of this destination out.",
      });
    } else {
      try {
        const upload = await send(context, made, options);
        records.push(...upload.records);
        notices.push(...(upload.notices ?? []));
      } catch (cause) {
        if (context.signal.aborted) throw cause;
        const { kind, message, hint } = asKnownError(cause);
        if (kind === "internal") throw cause;
        fail(name, { kind, message, ...(hint !== undefined && { hint }) });
      }
    }
  }
  return {
    act: "upload",
    title: "Uploads",
    records,
    failures,
    coverage: {
      inspected: { destinations: wanted.length },
      skipped: [],
      summary: plural(wanted.length, "destination"),
      // Where nothing was sent, a notice says why.
      ...(notices.length > 0 && { nothingToDo: "nothing could be sent" }),
    },
    notices,
  };
}
