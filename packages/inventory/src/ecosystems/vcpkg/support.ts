import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  vcpkg: {
    edges: "some",
    direct: "lockfile",
    scopes: "lockfile",
    hashes: "none",
    licenses: false,
    lines: true,
    notes: [
      "vcpkg has no lockfile: `vcpkg.json` names what the project itself asks for, and the registry's baseline decides versions and what these packages need. Each such file is incomplete, and says so.",
      "Versions are known where `overrides` or a port of the repository itself (`overlay-ports`) decide them; `version>=` is a lower bound and no version.",
      "`host` dependencies are needed to build; those of features that are not on by default are optional.",
      "Other registries of `vcpkg-configuration.json` are in the purl (`repository_url`).",
    ],
  },
};
