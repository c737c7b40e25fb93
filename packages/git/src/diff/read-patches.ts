import type { GitOptions } from "../repository/git-processes.ts";
import { asBuffer, requireSuccess } from "../repository/output.ts";
import type { Repository } from "../repository/repository.ts";
import type { ParserOptions } from "./patch-parser.ts";
import { createPatchParser } from "./patch-parser.ts";
import type { ParsedPiece } from "./pieces.ts";

/** Runs one git process and parses what it prints, as fast as it is read. */
export async function* readPatches(
  repo: Repository,
  args: readonly string[],
  { input = "" }: GitOptions,
  options: ParserOptions,
): AsyncGenerator<ParsedPiece> {
  const child = repo.stream(args, { input });
  const parser = createPatchParser(options);
  let ended = false;
  try {
    for await (const chunk of child.stdout) yield* parser.push(asBuffer(chunk));
    ended = true;
    await requireSuccess(child, args[0] ?? "log");
    yield* parser.end();
  } finally {
    if (!ended) child.kill();
  }
}
