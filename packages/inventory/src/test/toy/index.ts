import type { Ecosystem } from "../../ecosystems/ecosystem.ts";

/** Toys: a list of exact versions in `toys.lock`, asked for in `toys.txt`. */
export const toy: Ecosystem = {
  id: "toy",
  title: "Toys",
  formats: [
    {
      id: "toys-lock",
      title: "Toys",
      files: ["toys.lock"],
      rewrite: "toys lock",
      load: async () => (await import("./list.ts")).readToyList,
    },
  ],
  manifests: [
    {
      files: ["toys.txt"],
      asks: (text) => text.trim() !== "",
      lockAdvice: "Commit a `toys.lock` for it (`toys lock` writes one).",
    },
  ],
  installFolders: ["toybox"],
};
