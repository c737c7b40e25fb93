import type { SettingsFiles } from "@assay/core";

/** A repository without files that decide over findings. */
export const noSettingsFiles: SettingsFiles = {
  from: "work-tree",
  addedMarksCount: true,
  read: async () => undefined,
};
