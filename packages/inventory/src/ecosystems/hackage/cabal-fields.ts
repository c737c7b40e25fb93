/** A field of a `cabal.project`, with the lines that go on with it. */
export interface CabalField {
  readonly name: string;
  /** The section that it stands in (`source-repository-package`); empty at the top. */
  readonly section: string;
  /** Which of the sections, counted from 0. */
  readonly number: number;
  readonly lines: readonly { readonly text: string; readonly line: number }[];
}

/** Reads a file of fields (https://cabal.readthedocs.io/en/stable/cabal-project-description-file.html), and lines that are none. */
export function cabalFields(text: string) {
  const fields: CabalField[] = [];
  const odd: number[] = [];
  let lines: { text: string; line: number }[] | undefined;
  let depth = 0;
  let section = "";
  let number = 0;
  for (const [index, content] of text.split(/\r\n|[\r\n]/).entries()) {
    const plain = content.trim();
    if (plain === "" || plain.startsWith("--")) continue;
    const indent = content.length - content.trimStart().length;
    if (lines !== undefined && indent > depth) {
      lines.push({ text: plain, line: index + 1 });
      continue;
    }
    lines = undefined;
    if (indent === 0) section = "";
    const [, name, value = ""] = /^([A-Za-z][\w-]*)\s*:(.*)$/.exec(plain) ?? [];
    if (name !== undefined) {
      depth = indent;
      lines = [{ text: value.trim(), line: index + 1 }];
      fields.push({ name: name.toLowerCase(), section, number, lines });
    } else if (indent === 0 && /^[A-Za-z]/.test(plain)) {
      [section = ""] = plain.split(/\s/, 1);
      number++;
    } else odd.push(index + 1);
  }
  return { fields, odd };
}
