import type { Ecosystem } from "../ecosystem.ts";

/** Packages of the Swift Package Manager, as it and Xcode lock them. */
export const swift: Ecosystem = {
  id: "swift",
  title: "Swift Package Manager",
  formats: [
    {
      id: "swift",
      title: "Swift Package Manager",
      files: [/^\.?[Pp]ackage\.resolved$/],
      rewrite: "swift package resolve",
      load: async () => (await import("./read.ts")).readPackageResolved,
    },
  ],
  manifests: [
    {
      files: ["Package.swift"],
      asks: async (text) => (await import("./manifest.ts")).asksOf(text).length > 0,
      lockAdvice: "Commit its `Package.resolved` (`swift package resolve` writes one).",
    },
  ],
  installFolders: [".build", "deriveddata", "sourcepackages"],
};
