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

/** A template of a command whose words hold keys of `values` in braces; `{last}` is the last part of a name that is a path. */
export function filledCommand(
  template: string,
  { name, from, to, folder }: Readonly<Record<"name" | "from" | "to" | "folder", string>>,
): string {
  const last = name.replace(/^.*\/|\.git$/g, "");
  const values: Readonly<Record<string, string>> = { name, from, to, folder, last };
  return template
    .split(" ")
    .map((word) => {
      const text = word.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? "");
      return text === word ? word : shellWord(text);
    })
    .join(" ");
}
