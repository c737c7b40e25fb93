import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  pub: {
    versions: "every version of Dart and Flutter",
    edges: "some",
    direct: "lockfile",
    scopes: "lockfile",
    hashes: "all",
    licenses: false,
    lines: true,
    notes: [
      "Edges are known from the project and the members of its workspace to what they ask for; between packages where `.dart_tool/package_graph.json` (Dart 3.8 and later) lies beside the lockfile and fits it.",
      "Without it what only a development dependency needs counts as needed at run time, for the file does not say who needs it.",
      "Packages of an SDK (`flutter`) have no purl: the registry does not have them.",
      "Dart before 2.19 wrote no checksums.",
    ],
  },
};
