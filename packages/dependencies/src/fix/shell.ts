/** A word of a command line as a POSIX shell reads it: a lockfile's names are nobody's to trust. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) && !text.startsWith("-")
    ? text
    : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A template of a command whose words hold keys of `values` in braces. */
export function command(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .split(" ")
    .map((word) => {
      const text = word.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? "");
      return text === word ? word : shellWord(text);
    })
    .join(" ");
}
