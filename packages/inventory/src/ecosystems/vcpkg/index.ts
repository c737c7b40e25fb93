import type { Ecosystem } from "../ecosystem.ts";

/** Packages of C and C++, as vcpkg builds them. It has no lockfile: its manifest is read for what it says. */
export const vcpkg: Ecosystem = {
  id: "vcpkg",
  title: "vcpkg",
  formats: [
    {
      id: "vcpkg",
      title: "vcpkg",
      files: ["vcpkg.json"],
      load: async () => (await import("./read.ts")).readVcpkgManifest,
    },
  ],
  installFolders: ["vcpkg_installed"],
};
