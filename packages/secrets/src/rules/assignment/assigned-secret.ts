import { entropy } from "../../engine/entropy.ts";
import type { AcceptQuestion } from "../../engine/rule-set.ts";
import type { BuiltInRule } from "../built-in-rule.ts";
import { looksRandom, PLACEHOLDERS } from "./random-value.ts";
import { isPasswordName, isSecretName } from "./secret-name.ts";

const KEY_KINDS = [
  "access",
  "account",
  "api",
  "app",
  "application",
  "auth",
  "client",
  "cookie",
  "encryption",
  "hmac",
  "jwt",
  "license",
  "master",
  "private",
  "service",
  "session",
  "shared",
  "signing",
  "storage",
  "webhook",
];

/** What stands before the value: `=` and its relatives, `${NAME:-`, a default (`||`, `??`), the blank of `ENV NAME value`. */
const SEPARATOR = "(?:[ \\t]{0,20}(?:=>|[:?]?=|:-?|,|\\|\\||\\?\\?)[ \\t]{0,20}|[ \\t]{1,20})";
const QUOTE = "\\\\?[\"'`]";
const QUOTED = `${QUOTE}([!#-&(-\\[\\]-_a-~]{10,256})${QUOTE}`;
const BARE = "([0-9A-Za-z_/+=.~!@#$^%*?:-]{10,256})(?:[\\s;,&}\"'`<|)]|\\\\[nrt]|$)";

/**
 * A value given to a name that says *secret*, in any format: env files, shell, YAML, properties, INI, TOML, Dockerfiles, compose
 * files, connection strings, defaults in `${…}`, and quoted in code. The expression is wide; `isAssignedSecret` decides.
 */
export const ASSIGNED_SECRET: BuiltInRule = {
  id: "generic-api-key",
  formerId: "generic-secret",
  title: "Generic secret: a random value of a key, token or password",
  regex: `[\\t -~]{0,40}?(?i:token|secret|pass(?:w(?:or)?d|phrase|code)?|pwd|cred(?:ential)?s?|(?:${KEY_KINDS.join("|")})[_.-]?key)[\\w.-]{0,32}(?:${QUOTE}\\]?)?${SEPARATOR}(?:${QUOTED}|${BARE})`,
  keywords: [
    "token",
    "secret",
    "pass",
    "pwd",
    "cred",
    ...KEY_KINDS.flatMap((kind) => ["", "_", ".", "-"].map((sign) => `${kind}${sign}key`)),
  ],
  severity: "medium",
  entropy: 2.7,
  help: "If it is a real secret, revoke it where it belongs; if not, mark the line with `gitleaks:allow` before it is committed, or add an allowlist.",
  accept: isAssignedSecret,
  allow: {
    stopwords: PLACEHOLDERS,
    regexes: [
      // Names of variables and words of a language.
      "^[A-Za-z]+(?:[._-][A-Za-z]+)*$",
      "^(?:/[\\w.-]+)+$",
      "^sha(?:1|256|384|512)-",
    ],
    paths: [
      "(?:^|/)(?:package-lock\\.json|npm-shrinkwrap\\.json|pnpm-lock\\.yaml|yarn\\.lock|composer\\.lock|Cargo\\.lock|poetry\\.lock|uv\\.lock|Pipfile\\.lock|Gemfile\\.lock|go\\.sum|deno\\.lock|bun\\.lock)$",
    ],
  },
};

/** Where a bare word is an expression and no value. */
const CODE =
  /\.(?:astro|bas|c|cc|clj|cljs|coffee|cpp|cs|css|cxx|dart|elm|erl|ex|exs|fs|go|gradle|groovy|h|hpp|hs|html?|java|jl|js|jsx|kt|kts|less|lua|m|map|mjs|cjs|mm|mts|cts|php|pl|pm|py|pyi|r|rb|rs|scala|scss|sol|sql|svelte|svg|swift|ts|tsx|vb|vue|zig)$/i;
/** The name, what ends it, and what stands between it and the value. */
const NAME =
  /([\w.-]+)(?:\\?["'`]\]?)?(?:[ \t]{0,20}(=>|[:?]?=|:-?|,|\|\||\?\?)[ \t]{0,20}|[ \t]{1,20})(?:\\?["'`])?$/;
/** Pages show examples: a value there has to look more random than elsewhere. */
const PAGE = /\.(?:adoc|asciidoc|markdown|md|mdx|rst)(?:\.txt)?$/i;
const PAGE_ENTROPY = 3.7;
const MIN_KEY = 16;

/** Decides on one match of the rule: its form, its name, its value. */
function isAssignedSecret({
  secret,
  match,
  path,
}: Pick<AcceptQuestion, "secret" | "match" | "path">): boolean {
  const at = match.lastIndexOf(secret);
  const before = match.slice(0, at);
  const after = match.slice(at + secret.length);
  const named = NAME.exec(before);
  const name = named?.[1] ?? "";
  if (!isSecretName(name)) return false;
  const sign = named?.[2] ?? "";
  const quoted = /["'`]$/.test(before) && /^\\?["'`]/.test(after);
  const code = CODE.test(path);
  const lead = before.slice(0, named?.index);
  if (!quoted && !isValueBare(lead, name, sign, after, code)) return false;
  const short = secret.length < MIN_KEY;
  if (short && !(isPasswordName(name) && (!code || !quoted))) return false;
  return looksRandom(secret) && !(PAGE.test(path) && entropy(secret) <= PAGE_ENTROPY);
}

/** Whether something without quotes is a value there. `lead` is what stands on the line before the name. */
function isValueBare(
  lead: string,
  name: string,
  sign: string,
  after: string,
  code: boolean,
): boolean {
  if (sign === "," || sign === "||" || sign === "??") return false;
  if (sign === "") {
    return (
      /^--?\w/.test(name) || /\bENV[ \t]+$/i.test(lead) || /\blogin[ \t]+\S+[ \t]+$/.test(lead)
    );
  }
  if (!code) return true;
  // A default of a template, a part of a connection string or URL, an option of a command inside of a text.
  return (
    (/\$\{$/.test(lead) && after.startsWith("}")) ||
    (sign === "=" && (/[;"'`?&][ \t]?$/.test(lead) || name.startsWith("--")))
  );
}
