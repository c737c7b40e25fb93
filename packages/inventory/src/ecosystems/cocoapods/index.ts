import type { Ecosystem } from "../ecosystem.ts";

/** Pods, as CocoaPods locks them, and what Carthage checks out. */
export const cocoapods: Ecosystem = {
  id: "cocoapods",
  title: "CocoaPods",
  formats: [
    {
      id: "cocoapods",
      title: "CocoaPods",
      files: ["Podfile.lock"],
      rewrite: "pod install",
      load: async () => (await import("./podfile-lock.ts")).readPodfileLock,
    },
    {
      id: "carthage",
      title: "Carthage",
      files: ["Cartfile.resolved"],
      rewrite: "carthage update --no-build",
      load: async () => (await import("./cartfile.ts")).readCartfileResolved,
    },
  ],
  manifests: [
    {
      files: ["Podfile", "CocoaPods.podfile", "CocoaPods.podfile.yaml", "Podfile.rb"],
      asks: (text) =>
        /^[^#\r\n\u2028\u2029]*\b(?:pods?\b|podspec\b|use_react_native!|use_native_modules!|flutter_install)/m.test(
          text,
        ),
      lockAdvice: "Commit its `Podfile.lock` (`pod install` writes one).",
    },
    {
      files: [/\.podspec(?:\.json)?$/],
      asks: (text) =>
        /^[^#\r\n\u2028\u2029]*(?:\.dependency\b|"dependencies"\s*:\s*\{\s*")/m.test(text),
      lockAdvice: "Commit the `Podfile.lock` of a project that uses it by its `:path`.",
    },
    {
      files: ["Cartfile", "Cartfile.private"],
      asks: (text) => /^[ \t]*(?:github|git|binary)\b/m.test(text),
      lockAdvice: "Commit its `Cartfile.resolved` (`carthage update --no-build` writes one).",
    },
  ],
  installFolders: ["carthage"],
};
