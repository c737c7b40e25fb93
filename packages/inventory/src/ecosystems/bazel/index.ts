import type { Ecosystem } from "../ecosystem.ts";

/** Bazel's modules, and the packages of Maven repositories that its rules lock. */
export const bazel: Ecosystem = {
  id: "bazel",
  title: "Bazel",
  formats: [
    {
      id: "bazel-module",
      title: "Bazel modules",
      files: ["MODULE.bazel.lock"],
      rewrite: "bazel mod deps --lockfile_mode=update",
      load: async () => (await import("./module-lock.ts")).readModuleLock,
    },
    {
      id: "maven-install",
      title: "rules_jvm_external",
      files: [/(?:^|_)maven_install\.json$|_install\.json$/],
      rewrite: "REPIN=1 bazel run @maven//:pin",
      load: async () => (await import("./maven-install.ts")).readMavenInstall,
    },
  ],
  manifests: [
    {
      files: ["MODULE.bazel"],
      asks: async (text) => (await import("./module-file.ts")).moduleAsks(text),
      lockAdvice:
        "Commit its `MODULE.bazel.lock` (`bazel mod deps --lockfile_mode=update` writes one).",
    },
    {
      files: ["WORKSPACE", "WORKSPACE.bazel"],
      asks: (text) =>
        /^[ \t]*(?:\w*http_(?:archive|jar|file)|\w*git_repository|maven_install)\(/m.test(text),
      lockAdvice:
        "Only modules have a lockfile: ask for these packages in `MODULE.bazel` (https://bazel.build/external/migration).",
    },
  ],
};
