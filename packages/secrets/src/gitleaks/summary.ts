/** What gitleaks says on stderr. */
export interface GitleaksSummary {
  readonly commits: number;
  readonly bytes: number;
  /** Every warning and error but the sentence on leaks. */
  readonly complaints: readonly string[];
}

export function readSummary(stderr: string): GitleaksSummary {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are recognised by their escape character.
  const lines = stderr.replace(/\x1b\[[0-9;]*m/g, "").split("\n");
  const complaints = lines.filter(
    (line) => /\b(?:WRN|ERR|FTL|PNC)\b/.test(line) && !/\bleaks found: \d+/.test(line),
  );
  const text = lines.join("\n");
  return {
    commits: Number(/(\d+) commits scanned/.exec(text)?.[1] ?? 0),
    bytes: Number(/scanned ~(\d+) bytes/.exec(text)?.[1] ?? 0),
    complaints,
  };
}
