import type { DiffView } from "../diff/view.ts";
import { titleAndBody } from "./title-and-body.ts";

/**
 * For comparisons with gitleaks in tests: the same commits, files and hunks that gitleaks 8.30.1 reads, holes included: the whole repository, no merges, renames followed,
 * binary files without text, no deleted files, a hunk with empty text where lines were only removed.
 *
 * It runs `git log -p -U0 --full-history --all --diff-filter=tuxdb`, or `git log -p -U0 <range>`: neither shows a diff for merges.
 * The filter is the parser's task here, for with it git prints fewer commits than there are.
 */
export const GITLEAKS_VIEW: DiffView = {
  // It reads the standard format, which applies the mailmap.
  commitFormat: "--format=%x01%H%n%P%n%aN%n%aE%n%at%n%B",
  options: ["--find-renames"],
  inFolder: false,
  merges: false,
  emptyHunks: true,
  deletedFiles: false,
  typeChanges: ({ kind }) => kind !== "all",
  // It never cuts: its fragments are kept whole as far as memory allows.
  hunkBytes: 64 * 1024 * 1024,
  authorOf: (text) => text.trim(),
  messageOf: titleAndBody,
};
