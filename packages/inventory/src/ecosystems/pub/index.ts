import type { Ecosystem } from "../ecosystem.ts";

/** Dart's and Flutter's packages, as pub locks them. */
export const pub: Ecosystem = {
  id: "pub",
  title: "Dart pub",
  formats: [
    {
      id: "pub",
      title: "Dart pub",
      files: ["pubspec.lock"],
      rewrite: "dart pub get",
      load: async () => (await import("./read.ts")).readPubspecLock,
    },
  ],
  manifests: [
    {
      files: ["pubspec.yaml"],
      asks: async (text) => (await import("./pubspec.ts")).pubspecAsks(text),
      lockAdvice:
        "Commit its `pubspec.lock` (`dart pub get` or `flutter pub get` writes one), though it be a package.",
    },
  ],
  installFolders: [".dart_tool", ".pub-cache", ".pub", ".symlinks", ".plugin_symlinks"],
};
