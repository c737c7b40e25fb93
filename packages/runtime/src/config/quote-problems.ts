import type { ConfigFile, KnownError, Location } from "@assay/core";
import { excerptOf, UsageError } from "@assay/core";

/**
 * The error with the line of the config file under each problem that names a place in it (`assay.yml:3:5: …`), whoever worded the
 * problem.
 */
export function quoteProblems<E extends KnownError>(
  error: E,
  { path, text }: Pick<ConfigFile, "path" | "text">,
): E | UsageError {
  if (!(error instanceof UsageError) || path === undefined || text === undefined) return error;
  const lines = text.split(/\r?\n/);
  const places = [error.message, ...error.problems].flatMap((problem) => {
    const place = placeIn(problem, path, lines);
    return place === undefined ? [] : [[problem, place] as const];
  });
  if (places.length === 0) return error;
  const { message, hint, problems, cause } = error;
  return new UsageError(message, {
    ...(hint !== undefined && { hint }),
    problems,
    cause,
    places: new Map([...error.places, ...places]),
  });
}

/** `work`, with the problems that it throws quoted. */
export function quoting<T>(config: Pick<ConfigFile, "path" | "text">, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof UsageError ? quoteProblems(error, config) : error;
  }
}

function placeIn(problem: string, path: string, lines: readonly string[]): Location | undefined {
  const start = problem.indexOf(`${path}:`);
  if (start < 0) return undefined;
  const [, line, column] =
    /^(\d{1,7}):(\d{1,7})\b/.exec(problem.slice(start + path.length + 1)) ?? [];
  const text = lines[Number(line) - 1];
  if (column === undefined || text === undefined) return undefined;
  const [startLine, startColumn] = [Number(line), Number(column)];
  return { path, startLine, startColumn, excerpt: excerptOf(text, startColumn) };
}
