import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  cabal: {
    edges: "none",
    direct: "unknown",
    scopes: "unknown",
    hashes: "none",
    licenses: false,
    lines: true,
    notes: [
      "Git repositories of `cabal.project` (`source-repository-package`) are components too: the file lists what is of Hackage alone.",
      "Packages that are `installed` with the compiler may stand there without a version, and the file is incomplete then.",
      "Flags are no packages. Whether the file fits its `.cabal` files is not looked at.",
    ],
  },
  stack: {
    edges: "none",
    direct: "unknown",
    scopes: "unknown",
    hashes: "some",
    licenses: false,
    lines: true,
    notes: [
      "The file names `extra-deps` alone: the packages of a snapshot stand on a server, and the file is incomplete and says so.",
      "The checksum of a package of Hackage is that of its `.cabal` file; archives have their own.",
    ],
  },
};
