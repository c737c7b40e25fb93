import { type KnownError, sourceLines } from "@assay/core";
import { type Terminal, useColour, visible } from "./terminal.ts";

/** An error on stderr: what is wrong, each problem on a line with the line of source that it is about, and what to do. */
export function printError(error: KnownError, terminal: Terminal, verbose: boolean): void {
  const { stderr, environment } = terminal;
  const paint = useColour(stderr, environment)
    ? (text: string) => `\u001b[1;31m${text}\u001b[0m`
    : (text: string) => text;
  const width = stderr.columns ?? 100;
  const quote = (problem: string): readonly string[] => {
    const place = error.places.get(problem);
    return place === undefined ? [] : sourceLines(place, width - 6).map((line) => `      ${line}`);
  };
  const lines = [
    error.message,
    ...quote(error.message),
    ...error.problems.flatMap((problem) => [`  - ${problem}`, ...quote(problem)]),
    ...(error.hint === undefined ? [] : [`hint: ${error.hint}`]),
    ...(verbose && error.kind === "internal" && error.stack !== undefined ? [error.stack] : []),
  ];
  stderr.write(`${paint("error:")} ${lines.map(visible).join("\n")}\n`);
}
