import { InternalError } from "@assay/core";
import type { CommitRange } from "./range.ts";
import type { Repository } from "./repository.ts";

export interface ObjectMessage {
  readonly kind: "commit" | "tag";
  readonly oid: string;
  /** The tag's name. */
  readonly name?: string;
  /** One code unit per byte (latin1). */
  readonly message: string;
}

/** The messages of the commits of a range, and of its annotated tags (for `all`: of every tag). */
export async function* streamMessages(
  _repo: Repository,
  _range: CommitRange,
): AsyncGenerator<ObjectMessage> {
  yield* [];
  throw new InternalError("streamMessages is not built yet");
}
