import type { CommitRange, FilePatch, Repository } from "@assay/git";
import { isLfsPointer, streamDiff, streamMessages, WHY_ABSENT } from "@assay/git";
import { decodeUtf8 } from "../engine/fragment.ts";
import { type HunkJoiner, joinedHunks } from "./joined-hunks.ts";
import type { ScanStats, SourceFragment } from "./source-fragment.ts";
import { fragmentsOf, textOf } from "./text.ts";

const SUBMODULE = "160000";
/** Beyond them a moved file is a new one: memory stays bounded. */
const MAX_DELETIONS = 200_000;

/** Every line that the commits of a range add, newest commit first; then the messages of its commits and tags. */
export async function* historyFragments(
  repo: Repository,
  range: CommitRange,
  stats: ScanStats,
): AsyncGenerator<SourceFragment> {
  let last = "";
  let deletions = 0;
  const joined = joinedHunks();
  for await (const patch of streamDiff(repo, range)) {
    const { sha, authoredAt } = patch.commit;
    if (sha !== last) stats.commits += 1;
    last = sha;
    for (const file of patch.files) {
      if (file.status === "deleted") {
        if (deletions < MAX_DELETIONS) noteDeletion(stats, sha, file.path);
        deletions += 1;
        continue;
      }
      stats.files += 1;
      yield* fileFragments(file, sha, authoredAt, stats, joined);
    }
  }
  for await (const { oid, message } of streamMessages(repo, range)) {
    stats.bytes += message.length;
    yield { text: decodeUtf8(message), path: "", commit: oid, startLine: 1 };
  }
}

function noteDeletion({ deleted }: ScanStats, commit: string, path: string): void {
  const paths = deleted.get(commit);
  if (paths === undefined) deleted.set(commit, new Set([path]));
  else paths.add(path);
}

function* fileFragments(
  file: FilePatch,
  commit: string,
  authoredAt: string,
  stats: ScanStats,
  joined: HunkJoiner,
): Generator<SourceFragment> {
  const { path } = file;
  const place = { path, commit, authoredAt };
  if (file.mode === SUBMODULE) {
    stats.skipped.set(path, "a submodule: its own repository has to be checked for itself");
    return;
  }
  if (file.binary) stats.unreadable.set(path, "git shows no text of it");
  // A rule may ask for the name alone; gitleaks never gets to see the name of a binary or empty file.
  if (file.hunks.length === 0) {
    yield { ...place, text: "", startLine: 0 };
  }
  for (const hunk of file.hunks) {
    const { addedText, startColumn } = joined(`${commit}:${path}`, hunk);
    const text = textOf(addedText);
    if (text === undefined) {
      stats.skipped.set(path, "binary content");
      yield { ...place, text: "", startLine: 0 };
      continue;
    }
    if (hunk.startLine === 1 && isLfsPointer(hunk.addedText)) {
      stats.skipped.set(path, WHY_ABSENT.lfs);
    }
    stats.bytes += hunk.addedText.length;
    const whole = { ...place, text, startLine: hunk.startLine, startColumn };
    yield* fragmentsOf(whole);
  }
}
