import type { Ecosystem } from "../ecosystem.ts";

/** Packages of C and C++, as Conan 1 and 2 lock them. */
export const conan: Ecosystem = {
  id: "conan",
  title: "Conan",
  formats: [
    {
      id: "conan",
      title: "Conan",
      files: ["conan.lock"],
      rewrite: "conan lock create .",
      load: async () => (await import("./read.ts")).readConanLock,
    },
  ],
  manifests: [
    {
      files: ["conanfile.txt", "conanfile.py"],
      asks: async (text) => (await import("./conanfile.ts")).conanfileAsks(text),
      lockAdvice: "Commit its `conan.lock` (`conan lock create .` writes one).",
    },
  ],
};
