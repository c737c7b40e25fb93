import type { CommitRange, FilePatch, Repository } from "@assay/git";
import { isLfsPointer, streamDiff, streamMessages, WHY_ABSENT } from "@assay/git";
import { decodeUtf8 } from "../engine/fragment.ts";
import { type HunkJoiner, joinedHunks } from "./joined-hunks.ts";
import type { Piece, Tally } from "./piece.ts";
import { fragmentsOf, textOf } from "./text.ts";

const SUBMODULE = "160000";
/** Beyond them a moved file is a new one: memory stays bounded. */
const MAX_DELETIONS = 200_000;

/** Every line that the commits of a range add, newest commit first; then the messages of its commits and tags. */
export async function* historyPieces(
  repo: Repository,
  range: CommitRange,
  tally: Tally,
): AsyncGenerator<Piece> {
  let last = "";
  let deletions = 0;
  const joined = joinedHunks();
  for await (const patch of streamDiff(repo, range)) {
    const { sha, authoredAt } = patch.commit;
    if (sha !== last) tally.commits += 1;
    last = sha;
    for (const file of patch.files) {
      if (file.status === "deleted") {
        if (deletions < MAX_DELETIONS) noteDeletion(tally, sha, file.path);
        deletions += 1;
        continue;
      }
      tally.files += 1;
      yield* filePieces(file, sha, authoredAt, tally, joined);
    }
  }
  for await (const { oid, message } of streamMessages(repo, range)) {
    tally.bytes += message.length;
    yield { fragment: { text: decodeUtf8(message), path: "", commit: oid, startLine: 1 } };
  }
}

function noteDeletion({ deleted }: Tally, commit: string, path: string): void {
  const paths = deleted.get(commit);
  if (paths === undefined) deleted.set(commit, new Set([path]));
  else paths.add(path);
}

function* filePieces(
  file: FilePatch,
  commit: string,
  authoredAt: string,
  tally: Tally,
  joined: HunkJoiner,
): Generator<Piece> {
  const { path } = file;
  const place = { path, commit };
  if (file.mode === SUBMODULE) {
    tally.skipped.set(path, "a submodule: its own repository has to be checked for itself");
    return;
  }
  if (file.binary) tally.unreadable.set(path, "git shows no text of it");
  // A rule may ask for the name alone; gitleaks never gets to see the name of a binary or empty file.
  if (file.hunks.length === 0) {
    yield { fragment: { ...place, text: "", startLine: 0 }, authoredAt };
  }
  for (const hunk of file.hunks) {
    const { addedText, startColumn } = joined(`${commit}:${path}`, hunk);
    const text = textOf(addedText);
    if (text === undefined) {
      tally.skipped.set(path, "binary content");
      yield { fragment: { ...place, text: "", startLine: 0 }, authoredAt };
      continue;
    }
    if (hunk.startLine === 1 && isLfsPointer(hunk.addedText)) {
      tally.skipped.set(path, WHY_ABSENT.lfs);
    }
    tally.bytes += hunk.addedText.length;
    const whole = { ...place, text, startLine: hunk.startLine, startColumn };
    for (const fragment of fragmentsOf(whole)) {
      yield { fragment, authoredAt };
    }
  }
}
