/** One `gem` line of a Gemfile. */
export interface GemfileGem {
  readonly name: string;
  /** Each once, sorted: `>= 1`, `~> 1.2`; `undefined` where they are no plain text. */
  readonly requirements: readonly string[] | undefined;
  /** It stands under no condition that only Ruby can judge. */
  readonly isSure: boolean;
  /** For some platforms only: on others it is asked for and not locked. */
  readonly isForPlatforms: boolean;
}

/** What the text of a Gemfile says without being run. */
export interface Gemfile {
  readonly gems: readonly GemfileGem[];
  /** Whether it has nothing but plain `gem` lines, so that no other gem is asked for. */
  readonly isWhole: boolean;
}

/** Blocks that change where gems come from or when they are loaded, and not whether they are locked. */
const PLAIN_BLOCK = /^(?:group|source|git|github|path|env|install_if)\b.*\bdo$/;
const PLATFORM_BLOCK = /^platforms?\b.*\bdo$/;
const PLAIN_LINE =
  /^(?:source|ruby|plugin|git_source|require|frozen_string_literal|puts|raise)\b(?!.*\bdo\b)/;
const OPENS = /(?:\bdo(?:\s*\|[^|]*\|)?|^(?:if|unless|case|while|until|begin|def|for)\b.*)$/;
const CONTINUES = /^(?:else|elsif|when|in|rescue|ensure)\b/;
const LITERAL = String.raw`(?:"[^"#\\]*"|'[^'\\]*')`;
const GEM = new RegExp(String.raw`^gem(?:\s+|\s*\(\s*)(${LITERAL})(?:\s*,\s*(.*?))?\s*\)?$`);
const MODIFIER = /^(.*?)\s+(?:if|unless)\s+[^"',]*$/;

type Block = "plain" | "platforms" | "condition";

/** Reads the `gem` lines of a Gemfile as text. */
export function readGemfile(text: string): Gemfile {
  const gems: GemfileGem[] = [];
  const blocks: Block[] = [];
  let isWhole = true;
  for (const statement of statements(text)) {
    const bare = MODIFIER.exec(statement)?.[1];
    const [, quoted, rest = ""] = GEM.exec(bare ?? statement) ?? [];
    if (quoted !== undefined) {
      gems.push({
        name: quoted.slice(1, -1),
        requirements: readRequirements(rest),
        isSure: bare === undefined && !blocks.includes("condition"),
        isForPlatforms: blocks.includes("platforms") || /\bplatforms?\b/.test(rest),
      });
    } else if (statement === "end") {
      if (blocks.pop() === undefined) isWhole = false;
    } else if (PLATFORM_BLOCK.test(statement)) blocks.push("platforms");
    else if (PLAIN_BLOCK.test(statement)) blocks.push("plain");
    else if (OPENS.test(statement)) {
      blocks.push("condition");
      if (!/^(?:if|unless|case)\b/.test(statement)) isWhole = false;
    } else if (!PLAIN_LINE.test(statement) && !CONTINUES.test(statement)) isWhole = false;
  }
  return { gems, isWhole: isWhole && blocks.length === 0 };
}

const MAX_STATEMENT = 10_000;

/** Lines without comments, joined where one ends with a comma. */
function statements(text: string): readonly string[] {
  const found: string[] = [];
  let open = "";
  for (const line of text.split("\n")) {
    const content = withoutComment(line).trim();
    if (content === "") continue;
    open = open === "" ? content : `${open} ${content}`;
    if (/[,\\(]$/.test(content) && open.length < MAX_STATEMENT) continue;
    found.push(open.slice(0, MAX_STATEMENT));
    open = "";
  }
  return open === "" ? found : [...found, open.slice(0, MAX_STATEMENT)];
}

function withoutComment(line: string): string {
  if (!line.includes("#")) return line;
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? "";
    if (quote === "" && char === "#") return line.slice(0, at);
    if (quote === "" && (char === '"' || char === "'")) quote = char;
    else if (char === quote) quote = "";
  }
  return line;
}

/** The texts before the first option: `"~> 1.0", ">= 1.0.2", require: false`. */
function readRequirements(rest: string): readonly string[] | undefined {
  const found: string[] = [];
  let left = rest.replace(/^\[(.*?)\]/, "$1").trim();
  for (;;) {
    if (left === "" || /^(?::?\w+\s*(?:=>|:)|["']\w+["']\s*(?::|=>))/.test(left))
      return sortedRequirements(found);
    const [all, text] = new RegExp(String.raw`^(${LITERAL})\s*(?:,\s*|$)`).exec(left) ?? [];
    if (all === undefined || text === undefined) return undefined;
    found.push(text.slice(1, -1));
    left = left.slice(all.length);
  }
}

/** As they are compared: with an operator, without blanks, and without the one that every version meets. */
export function sortedRequirements(requirements: readonly string[]): readonly string[] {
  const plain = requirements.flatMap((each) => {
    const text = each.replaceAll(/\s/g, "");
    if (text === "" || text === ">=0") return [];
    return /^\d/.test(text) ? `=${text}` : text;
  });
  return [...new Set(plain)].sort();
}
