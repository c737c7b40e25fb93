import { parseToml, tableOf } from "../../toml.ts";

/**
 * Whether a build script asks for packages, as far as its text tells: in a block `dependencies`, or with Kotlin, whose plugin adds its
 * library. Packages for the build itself (`buildscript`) do not count.
 */
export function scriptAsks(text: string): boolean {
  const code = text.replace(PARTS, (part) => (part.startsWith("/") ? " " : part));
  const hasKotlin = code
    .split("\n")
    .some((line) => KOTLIN.test(line) && !/\bapply\s*\(?\s*false\b/.test(line));
  const plain = withoutBlocks(code.replace(PARTS, '""'), "buildscript", "pluginManagement");
  return hasKotlin || DEPENDENCIES.test(plain);
}

/** Strings and comments, those without an end too. */
const PARTS = /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|\/\*(?:[\s\S]*?\*\/|[\s\S]*$)|\/\/[^\n]*/g;
const KOTLIN = /\bkotlin\(\s*"|['"]org\.jetbrains\.kotlin\.(?:jvm|android|multiplatform|js)['"]/;
const DEPENDENCIES =
  /\bdependencies\s*(?:\{\s*[^\s}]|\.\s*(?:add|\w*[iI]mplementation|\w*[aA]pi)\b)/;

/** Whether a version catalog names anything. @throws UsageError when it is no TOML */
export function catalogAsks(text: string): boolean {
  const catalog = parseToml("the version catalog", text);
  return ["libraries", "plugins"].some((key) => Object.keys(tableOf(catalog[key])).length > 0);
}

/** The text without these blocks of braces. */
function withoutBlocks(text: string, ...names: readonly string[]): string {
  const start = new RegExp(`\\b(?:${names.join("|")})\\s*\\{`, "g");
  let rest = "";
  let done = 0;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    let depth = 1;
    let at = start.lastIndex;
    for (; at < text.length && depth > 0; at++) {
      if (text[at] === "{") depth++;
      else if (text[at] === "}") depth--;
    }
    rest += text.slice(done, found.index);
    done = at;
    start.lastIndex = at;
  }
  return rest + text.slice(done);
}
