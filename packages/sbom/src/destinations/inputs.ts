import type { InputSpecs, Options } from "@assay/core";
import { UsageError } from "@assay/core";
import { uploadHost } from "@assay/core/github";

/** Where documents go besides files: all off where it is not asked for, and none by the config file, for a change may bring that. */
export const DESTINATION_INPUTS = {
  "dependency-snapshot": {
    type: "boolean",
    default: false,
    host: "action",
    description:
      "Submit the packages to the dependency graph of the repository on GitHub. Needs `contents: write`.",
  },
  "dependency-track-url": {
    type: "string",
    description:
      "The address of a Dependency-Track server that the CycloneDX document is uploaded to, such as `https://dtrack.example`.",
  },
  "dependency-track-project": {
    type: "string",
    description:
      "The project on that server: its id, or `name@version`, which is made where it is not there.",
  },
  "dependency-track-key": {
    type: "string",
    secret: true,
    environment: "ASSAY_DEPENDENCY_TRACK_KEY",
    description: "The API key for that server.",
  },
  "dependency-track-wait": {
    type: "boolean",
    default: false,
    description: "Wait until that server has processed the document, five minutes at most.",
  },
  "release-asset": {
    type: "string",
    host: "action",
    description:
      "The tag of a release that the documents are attached to. One with the same name and other content is replaced. Needs `contents: write`.",
  },
  "workflow-artifact": {
    type: "string",
    host: "action",
    description: "The name of the workflow artifact that the documents are uploaded as.",
  },
  matrix: {
    type: "string",
    host: "action",
    actionDefault: "${{ toJSON(matrix) }}",
    description:
      "The values of the job's matrix, which tell its snapshots apart: leave it as it is.",
  },
} as const satisfies InputSpecs;

export type DestinationOptions = Options<typeof DESTINATION_INPUTS>;

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether anything is to go anywhere. */
export function hasDestination(options: DestinationOptions): boolean {
  const { dependencySnapshot, dependencyTrackUrl, releaseAsset, workflowArtifact } = options;
  return dependencySnapshot || [dependencyTrackUrl, releaseAsset, workflowArtifact].some(Boolean);
}

/** The hosts of all destinations that are asked for. @throws UsageError for an address that is none or not there. */
export function destinationHosts(
  options: DestinationOptions,
  environment: Environment,
): readonly string[] {
  const { dependencySnapshot, dependencyTrackUrl, releaseAsset, workflowArtifact } = options;
  if (dependencyTrackUrl === undefined && (options.dependencyTrackProject ?? "") !== "") {
    throw new UsageError("`dependency-track-project` is given and `dependency-track-url` is not", {
      hint: "Give the address of the server too, or leave the project out: nothing would be uploaded.",
    });
  }
  const api = new URL(apiUrlOf(environment));
  return [
    ...(dependencySnapshot || releaseAsset !== undefined ? [api.host] : []),
    ...(releaseAsset === undefined ? [] : [uploadHost(api)]),
    ...(dependencyTrackUrl === undefined ? [] : [hostOf(trackUrl(dependencyTrackUrl))]),
    ...(workflowArtifact === undefined ? [] : artifactHosts(environment)),
  ];
}

export function apiUrlOf(environment: Environment): string {
  const url = environment["GITHUB_API_URL"] || "https://api.github.com";
  if (URL.canParse(url)) return url;
  throw new UsageError("GITHUB_API_URL is no address");
}

/** The signed address that the artifact service answers with lies with one of many storage accounts. */
function artifactHosts({ ACTIONS_RESULTS_URL: url = "" }: Environment): readonly string[] {
  return URL.canParse(url) ? [new URL(url).host, "*.blob.core.windows.net"] : [];
}

/** @throws UsageError when it is no http(s) address. */
export function trackUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url;
  throw new UsageError("`dependency-track-url` is no http(s) address", {
    hint: "Write the address of the API server, such as `https://dtrack.example`.",
  });
}

function hostOf(url: URL): string {
  return url.protocol === "https:" ? url.host : url.origin;
}
