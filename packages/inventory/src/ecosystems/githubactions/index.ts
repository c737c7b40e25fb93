import type { Ecosystem } from "../ecosystem.ts";

/** What workflows and actions of GitHub use. They build the product and are no part of it. */
export const githubactions: Ecosystem = {
  id: "githubactions",
  title: "GitHub Actions",
  about: "ci",
  formats: [
    {
      id: "github-workflow",
      title: "GitHub workflow",
      files: [/^\.github\/workflows\/[^/]+\.ya?ml$/],
      load: async () => (await import("./read.ts")).readActions,
    },
    {
      id: "github-action",
      title: "GitHub action",
      files: ["action.yml", "action.yaml"],
      onePerFolder: true,
      load: async () => (await import("./read.ts")).readActions,
    },
  ],
  properties: ({ flags }) =>
    flags.flatMap((flag): readonly (readonly [string, string])[] => {
      if (flag === "unpinned") return [["assay:pinned", "false"]];
      const [key, claim] = flag.split("=", 2);
      return key === "claimedVersion" && claim ? [["assay:claimedVersion", claim]] : [];
    }),
};
