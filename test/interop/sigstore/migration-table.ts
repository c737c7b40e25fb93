import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { peer } from "../peers.ts";

const PAGE = "docs/migrate-from-cosign.md";
/** What the page names in a sentence. */
const NAMED_ALONE = [
  "clean",
  "download",
  "load",
  "login",
  "save",
  "tree",
  "piv-tool",
  "pkcs11-tool",
];

/** Commands and flags of the real cosign that `docs/migrate-from-cosign.md` does not have, in the order of its help. */
export function missingFromTable(): readonly string[] {
  const cosign = peer("cosign");
  const help = (...words: readonly string[]) =>
    execFileSync(cosign, [...words, "--help"], { encoding: "utf8" });
  const page = readFileSync(PAGE, "utf8");
  const sections = [...page.matchAll(/^## (.+)\n([\s\S]*?)(?=^## |(?![\s\S]))/gm)];
  const everywhere = sections.find(([, title]) => title === "All commands")?.[2] ?? "";
  const commands = [
    ...commandsIn(help()).flatMap((name) => {
      const below = NAMED_ALONE.includes(name) ? [] : commandsIn(help(name));
      return below.length === 0 ? [name] : below.map((one) => `${name} ${one}`);
    }),
  ];
  assert.ok(commands.length > 20, "cosign's help is read");
  let flags = 0;
  const missing = commands.flatMap((command) => {
    if (NAMED_ALONE.includes(command)) return page.includes(`\`${command}\``) ? [] : [command];
    const own = sections.filter(([, title = ""]) => title.includes(`\`${command}\``));
    if (own.length === 0) return [command];
    const rows = [everywhere, ...own.map(([, , text = ""]) => text)].flatMap(firstCells);
    const found = flagsIn(help(...command.split(" ")));
    flags += found.length;
    return found
      .filter((flag) => !rows.some((cell) => new RegExp(`\`${flag}[\` ]`).test(cell)))
      .map((flag) => `${command} ${flag}`);
  });
  assert.ok(flags > 150, `${flags} flags are read`);
  return missing;
}

function commandsIn(help: string): readonly string[] {
  const [, list = ""] = /Available Commands:\n([\s\S]*?)\n\n/.exec(help) ?? [];
  const topics = [...help.matchAll(/^cosign ([a-z0-9-]+-tool) /gm)].map(([, name = ""]) => name);
  return [...[...list.matchAll(/^([a-z0-9-]+) /gm)].map(([, name = ""]) => name), ...topics];
}

/** Own flags stand four columns in, in a paragraph each; those of all commands in a table. */
function flagsIn(help: string): readonly string[] {
  return [...help.matchAll(/^ {2,6}(?:(-[a-zA-Z]), )?(--[A-Za-z0-9-]+)/gm)].flatMap(
    ([, short, long = ""]) => (short === undefined ? [long] : [short, long]),
  );
}

function firstCells(text: string): readonly string[] {
  return text
    .split("\n")
    .flatMap((line) => (line.startsWith("|") ? (line.split("|")[1] ?? "") : []));
}
