import { RegexSyntaxError } from "../regex/syntax-error.ts";
import { type TranslatedRegex, translate } from "../regex/translate.ts";
import type { TableReader } from "./toml-reader.ts";

/** @throws UsageError that names the file, the rule and the place in the pattern. */
export function readRegex(reader: TableReader, key: string, pattern: string): TranslatedRegex {
  try {
    return translate(pattern);
  } catch (cause) {
    if (!(cause instanceof RegexSyntaxError)) throw cause;
    throw reader.fail(
      `the expression in \`${key}\` is not valid at character ${cause.offset + 1}: ${cause.message}`,
      "Write it in Go's syntax (https://pkg.go.dev/regexp/syntax), which gitleaks uses.",
    );
  }
}
