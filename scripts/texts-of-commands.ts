import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";

/**
 * Where commands with an action of their own are declared, and sections of the config file that several commands have in common. The
 * commands of `assay image` have names of these too, and no action that would download their texts.
 */
const DECLARATION =
  /(?<![\\/]image(?:[\\/][a-z]+)?)[\\/](?:(?:check-)?command|advisories[\\/]src[\\/]sources[\\/]inputs|inventory[\\/]src[\\/]config)\.ts$/;
const NAME = /\b(?:name|key): "([a-z]+)"/;
const TEXTS: readonly (readonly [kind: string, literal: RegExp])[] = [
  ["command", /(?<=\btitle: "[^"\n]+",\s*description:\s*)"(?:[^"\\\n]|\\.)+"(?=,)/],
  ["section", /(?<=\b(?:config: \{|key: "[a-z]+",)\s*description:\s*)"(?:[^"\\\n]|\\.)+"(?=,)/],
  ["example", /(?<=\bexample:\s*)(?:"(?:[^"\\\n]|\\.)+"|`[^`$\\]+`)(?=,)/],
];

/**
 * What a command says of itself at length, and of its section of the config file, is for people at a terminal: a reference is left of
 * it, which `packages/cli/src/command-texts.ts` reads again from `cli-texts.json`.
 *
 * @param texts Takes what was found, by reference.
 * @throws where two commands of one name would have one reference
 */
export function textsOfCommands(root: string, texts: Map<string, string>): Plugin {
  const names = new Set([...readdirSync(join(root, "actions")), "inventory"]);
  return {
    name: "texts-of-commands",
    transform(code, id) {
      const [, name = ""] = NAME.exec(code) ?? [];
      if (!DECLARATION.test(id) || !names.has(name)) return undefined;
      let shorter = code;
      for (const [kind, literal] of TEXTS)
        shorter = shorter.replace(literal, (found) => {
          const place = `${name}/${kind}`;
          const text = found.startsWith("`") ? found.slice(1, -1) : (JSON.parse(found) as string);
          if ((texts.get(place) ?? text) !== text) throw new Error(`${id}: ${place} is another's`);
          texts.set(place, text);
          return `"@${place}"`;
        });
      return shorter;
    },
  };
}
