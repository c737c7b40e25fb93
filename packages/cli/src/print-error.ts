import type { KnownError } from "@assay/core";
import { type Terminal, useColour, visible } from "./terminal.ts";

/** Tells an error on stderr: what is wrong, each problem on a line, and what to do. */
export function printError(error: KnownError, terminal: Terminal, verbose: boolean): void {
  const { stderr, environment } = terminal;
  const paint = useColour(stderr, environment)
    ? (text: string) => `\u001b[1;31m${text}\u001b[0m`
    : (text: string) => text;
  const lines = [
    error.message,
    ...error.problems.map((problem) => `  - ${problem}`),
    ...(error.hint === undefined ? [] : [`hint: ${error.hint}`]),
    ...(verbose && error.kind === "internal" && error.stack !== undefined ? [error.stack] : []),
  ];
  stderr.write(`${paint("error:")} ${lines.map(visible).join("\n")}\n`);
}
