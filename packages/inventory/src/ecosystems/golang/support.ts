import type { EcosystemSupport, FormatSupport } from "../support.ts";

const MODULE: FormatSupport = {
  edges: "some",
  direct: "lockfile",
  scopes: "lockfile",
  hashes: "none",
  licenses: false,
  lines: true,
  notes: [
    "Edges between modules are known where a module cache lies in the tree; otherwise those of the project's own modules alone.",
    "`go.sum` has checksums of the files of a module and not of its archive: they are not given out as hashes.",
    "A `go.mod` before Go 1.17 does not list every module: it is incomplete.",
  ],
};

export const support: EcosystemSupport = {
  "go-mod": { ...MODULE, versions: "every version of Go" },
  "go-work": { ...MODULE, versions: "every version of Go" },
};
