import type { Output, Terminal } from "../terminal.ts";

/** A terminal that remembers what was written to it. */
export interface FakeTerminal extends Terminal {
  out(): string;
  err(): string;
}

export function fakeTerminal(
  cwd: string,
  given: { readonly environment?: Terminal["environment"]; readonly isTTY?: boolean } = {},
): FakeTerminal {
  const { isTTY = false, environment = { PATH: process.env["PATH"] } } = given;
  const out: string[] = [];
  const err: string[] = [];
  const into = (lines: string[]): Output => ({
    isTTY,
    write: (content) =>
      void lines.push(typeof content === "string" ? content : new TextDecoder().decode(content)),
  });
  return {
    stdout: into(out),
    stderr: into(err),
    environment,
    cwd,
    program: "assay",
    signal: new AbortController().signal,
    out: () => out.join(""),
    err: () => err.join(""),
  };
}
