/** A word of a command line as a POSIX shell reads it: a lockfile's names are nobody's to trust. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) && !text.startsWith("-")
    ? text
    : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A command of fixed words and values between them. */
export function command(words: TemplateStringsArray, ...values: readonly string[]): string {
  return words.reduce((line, word, at) => `${line}${shellWord(values[at - 1] ?? "")}${word}`);
}
