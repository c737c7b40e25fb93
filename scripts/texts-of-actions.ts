import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";
import { parse } from "yaml";
import { firstSentence } from "../packages/runtime/src/reference/action-metadata.ts";

/** Of a key of the config file: for its schema and its reference, which are made from the sources. */
const DESCRIBE = /\.describe\(\s*"(?:[^"\\\n]|\\.)*",?\s*\)/g;

interface Metadata {
  readonly inputs?: Readonly<Record<string, { readonly description: string } | null>>;
  readonly outputs?: Readonly<Record<string, { readonly description: string } | null>>;
}

/** The key of an object that begins behind it. */
const INPUT = /\b([a-z-]+)"?: $/;

/** A description as our sources write it: one text in double quotes. */
const DESCRIPTION = /\bdescription:\s*("(?:[^"\\\n]|\\.){24,}")(?=,?\s)/g;

/**
 * What inputs and outputs are is for people: `action.yml` and the README say it. Of an input the action's name is left, by which
 * `packages/cli/src/command-texts.ts` finds it again in `cli-texts.json` for help; of an output nothing. The text of a required input
 * stays: an error shows it.
 *
 * @param texts Takes the texts of inputs, by reference.
 */
export function textsOfActions(root: string, texts: Map<string, string>): Plugin {
  const actions = readdirSync(join(root, "actions"))
    .sort()
    .map((action) => {
      const text = readFileSync(join(root, "actions", action, "action.yml"), "utf8");
      return [action, parse(text) as Metadata] as const;
    });
  const ofInputs = actions.flatMap(([action, { inputs = {} }]) =>
    Object.entries(inputs).map(
      ([name, input]) => [`${action}.${name}`, input?.description ?? ""] as const,
    ),
  );
  const ofOutputs = new Set(
    actions.flatMap(([, { outputs = {} }]) =>
      Object.values(outputs).map((output) => output?.description),
    ),
  );
  const placeOf = (text: string, input: string) => {
    const first = firstSentence(text);
    const places = ofInputs.filter(
      ([place, said]) =>
        (said === first || said.startsWith(`${first} `)) && (texts.get(place) ?? text) === text,
    );
    return (places.find(([place]) => place.endsWith(`.${input}`)) ?? places[0])?.[0];
  };
  return {
    name: "texts-of-actions",
    transform(code, id) {
      if (!/[\\/]packages[\\/][^\\/]+[\\/]src[\\/]/.test(id)) return undefined;
      const shorter = code
        .replaceAll(DESCRIBE, "")
        .replaceAll(DESCRIPTION, (whole, literal: string, at: number) => {
          const text = JSON.parse(literal) as string;
          const start = code.lastIndexOf("{", at);
          const object = code.slice(start, code.indexOf("}", at));
          const [, input = ""] = INPUT.exec(code.slice(0, start)) ?? [];
          if (ofOutputs.has(firstSentence(text)) && !/\btype:/.test(object))
            return 'description: ""';
          const place = placeOf(text, input);
          if (place === undefined || object.includes("required: true")) return whole;
          texts.set(place, text);
          const isNamed = input === "" || place.endsWith(`.${input}`);
          return `description: "@${isNamed ? place.split(".", 1)[0] : place}"`;
        });
      return shorter === code ? undefined : shorter;
    },
  };
}
