import { DIFFERENCES } from "./differences.ts";

/** For `docs/accuracy.md`. */
export const LANGUAGES = [
  "### Images: packages of languages",
  "",
  "Real trees by npm, pnpm, pip, RubyGems and Composer, and jars of Maven Central, hold what these tools themselves list, place by place.",
  "Beside syft (as for images) and osv-scalibr (with all that it extracts), on these trees and on records that tools misread, each difference",
  "has one of these explanations; the suite prints the counts.",
  "",
  "| id | who | why |",
  "|---|---|---|",
  ...DIFFERENCES.map(({ id, who, why }) => `| ${id} | ${who} | ${why} |`),
].join("\n");
