import { ExternalError } from "@assay/core";
import type { CommitRange } from "../commit-range.ts";
import type { Repository } from "../repository/repository.ts";
import { revisionsOf } from "../revisions/revisions.ts";
import { streamObjects } from "./objects.ts";

export interface ObjectMessage {
  readonly kind: "commit" | "tag";
  readonly oid: string;
  /** The whole message. One code unit per byte (latin1), in whatever encoding it was written. */
  readonly message: string;
}

/** Git itself refuses no size; a larger message is an error. */
const MAX_OBJECT_BYTES = 64 * 1024 * 1024;

/**
 * The messages of the commits of a range, newest first, then those of its annotated tags (of every tag where the range is
 * everything).
 *
 * @throws ExternalError when git fails or an object is missing.
 */
export async function* streamMessages(
  repo: Repository,
  range: CommitRange,
): AsyncGenerator<ObjectMessage> {
  const revisions = revisionsOf(range);
  if (revisions === undefined) return;
  const list = await repo.read(["rev-list", ...revisions.options], { input: revisions.input });
  const commits = list.toString("latin1").split("\n").filter(Boolean);
  const tags = range.kind === "all" ? await annotatedTags(repo) : [];
  const tag = range.kind === "commits" && range.tag !== undefined ? [range.tag] : [];
  for await (const { oid, type, bytes } of streamObjects(
    repo,
    [...commits, ...tags, ...tag],
    MAX_OBJECT_BYTES,
  )) {
    yield { kind: type === "tag" ? "tag" : "commit", oid, message: messageOf(oid, bytes) };
  }
}

/** Headers end at the first empty line (gitformat-commit; tag objects are alike). */
function messageOf(oid: string, bytes: Buffer | undefined): string {
  if (bytes === undefined) {
    throw new ExternalError(`The message of ${oid} has more than ${MAX_OBJECT_BYTES} bytes`);
  }
  const end = bytes.indexOf("\n\n");
  return end < 0 ? "" : bytes.toString("latin1", end + 2);
}

async function annotatedTags(repo: Repository): Promise<readonly string[]> {
  const list = await repo.read([
    "for-each-ref",
    "--format=%(objecttype) %(objectname)",
    "refs/tags",
  ]);
  const lines = list.toString("latin1").split("\n");
  return [...new Set(lines.filter((line) => line.startsWith("tag ")).map((line) => line.slice(4)))];
}
