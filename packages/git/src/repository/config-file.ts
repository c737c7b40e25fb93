/** A setting: `section.subsection.name`, section and name in lower case. Without `=` the value is `true`. */
export interface Setting {
  readonly key: string;
  readonly value: string;
}

const SECTION = /^\[\s*([\w.-]+)(?:\s+"((?:[^"\\\n]|\\[^\n])*)")?\s*\]/;
const NAME = /^([A-Za-z][A-Za-z0-9-]*)[ \t]*/;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", b: "\b" };

/**
 * The settings of a configuration file (git-config, "CONFIGURATION FILE"), in their order. `include` and `includeIf` are settings
 * as any other: nothing is read behind them. Reading ends where git would refuse the file.
 */
export function parseConfigFile(text: string): readonly Setting[] {
  const settings: Setting[] = [];
  let rest = text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  let section = "";
  for (;;) {
    rest = rest.replace(/^(?:\s+|[#;][^\n]*)+/, "");
    if (rest === "") return settings;
    const header = SECTION.exec(rest);
    if (header !== null) {
      const [whole, name = "", subsection] = header;
      const below = subsection === undefined ? "" : `.${subsection.replace(/\\(.)/g, "$1")}`;
      section = `${name.toLowerCase()}${below}`;
      rest = rest.slice(whole.length);
      continue;
    }
    const name = NAME.exec(rest);
    if (name === null || section === "") return settings;
    rest = rest.slice(name[0].length);
    const key = `${section}.${(name[1] ?? "").toLowerCase()}`;
    if (!rest.startsWith("=")) {
      settings.push({ key, value: "true" });
      continue;
    }
    const { value, length } = readValue(rest.slice(1));
    settings.push({ key, value });
    rest = rest.slice(1 + length);
  }
}

/** Up to the end of the line: without spaces at its ends and comments, both but where they are quoted. */
function readValue(text: string): { readonly value: string; readonly length: number } {
  let value = "";
  let kept = 0;
  let quoted = false;
  let at = 0;
  for (; at < text.length && text[at] !== "\n"; at++) {
    const character = text[at] ?? "";
    if (character === '"') {
      quoted = !quoted;
      kept = value.length;
    } else if (character === "\\") {
      const next = text[++at] ?? "";
      if (next !== "\n") value += ESCAPES[next] ?? next;
      kept = value.length;
    } else if (!quoted && (character === "#" || character === ";")) {
      const end = text.indexOf("\n", at);
      return { value: value.slice(0, kept), length: end < 0 ? text.length : end };
    } else if (quoted || value !== "" || !/\s/.test(character)) {
      value += character;
      if (quoted || !/\s/.test(character)) kept = value.length;
    }
  }
  return { value: value.slice(0, kept), length: at };
}
