import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  mix: {
    versions: "every version of Mix and Hex",
    edges: "all",
    direct: "manifest",
    scopes: "reachability",
    hashes: "some",
    licenses: false,
    lines: true,
    notes: [
      "`mix.exs` is code and is not run: what the project asks for is known where `deps` is a plain list, and said to be unknown otherwise.",
      "The file does not say what packages of repositories need, nor does Hex before 0.10: these edges are said to be unknown.",
      "Hex 0.20 and later write checksums of archives; older ones are of a package's content and not given out as hashes.",
    ],
  },
  rebar: {
    versions:
      "1.1.0, 1.2.0, and the list before them; what is newer is read and said to be incomplete",
    edges: "some",
    direct: "lockfile",
    scopes: "unknown",
    hashes: "some",
    licenses: false,
    lines: true,
    notes: [
      "Edges are known from the project to what it asks for; the file names none between packages.",
    ],
  },
};
