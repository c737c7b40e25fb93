import { ExternalError, InternalError } from "@assay/core";
import { asBuffer, requireSuccess } from "../repository/output.ts";
import type { Repository } from "../repository/repository.ts";
import { createFieldReader } from "./fields.ts";
import { isObjectName } from "./names.ts";

export interface GitObject {
  readonly oid: string;
  readonly type: string;
  readonly size: number;
  /** `undefined` when `size` is over the bound. */
  readonly bytes: Buffer | undefined;
}

const NEWLINE = 0x0a;

/**
 * The objects of these names in their order, from one git process; an object is never held longer than until it is yielded.
 *
 * @throws ExternalError when one is missing or git fails.
 */
export async function* streamObjects(
  repo: Repository,
  names: readonly string[],
  maxBytes: number,
): AsyncGenerator<GitObject> {
  if (names.length === 0) return;
  const bad = names.find((name) => !isObjectName(name));
  if (bad !== undefined) throw new InternalError(`"${bad}" is no object name`);
  const child = repo.stream(["cat-file", "--batch", "--buffer"], {
    input: `${names.join("\n")}\n`,
  });
  const read = createObjectReader(maxBytes);
  let seen = 0;
  let ended = false;
  try {
    for await (const chunk of child.stdout) {
      for (const object of read(asBuffer(chunk))) {
        seen++;
        yield object;
      }
    }
    ended = true;
  } finally {
    if (!ended) child.kill();
  }
  await requireSuccess(child, "cat-file");
  if (seen < names.length) {
    throw new ExternalError(`git cat-file printed ${seen} of ${names.length} objects`);
  }
}

/** Reads `<name> <type> <size>\n<content>\n`, again and again. */
function createObjectReader(maxBytes: number): (chunk: Buffer) => Generator<GitObject> {
  const input = createFieldReader();
  let object: GitObject | undefined;
  let filled = 0;
  return function* read(chunk) {
    input.chunk = chunk;
    input.at = 0;
    while (input.at < chunk.length) {
      if (object === undefined) {
        const header = input.field(NEWLINE);
        if (header === undefined) return;
        object = announced(header.toString("latin1"), maxBytes);
        filled = 0;
      }
      const take = Math.min(object.size - filled, chunk.length - input.at);
      if (object.bytes !== undefined) chunk.copy(object.bytes, filled, input.at, input.at + take);
      filled += take;
      input.at += take;
      // The line break after the content may come with the next chunk.
      if (filled < object.size || input.at >= chunk.length) continue;
      input.at++;
      const whole = object;
      object = undefined;
      yield whole;
    }
  };
}

function announced(header: string, maxBytes: number): GitObject {
  const [oid = "", type = "", length] = header.split(" ");
  if (length === undefined) {
    throw new ExternalError(`The object ${oid} is ${type} from the clone`, {
      hint: "Check out again with `fetch-depth: 0` and without `filter`.",
    });
  }
  const size = Number(length);
  return { oid, type, size, bytes: size > maxBytes ? undefined : Buffer.allocUnsafe(size) };
}
