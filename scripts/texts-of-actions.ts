import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";
import { parse } from "yaml";

/** Of a key of the config file: for its schema and its reference, which are made from the sources. */
const DESCRIBE = /\.describe\(\s*"(?:[^"\\\n]|\\.)*",?\s*\)/g;

interface Metadata {
  readonly inputs?: Readonly<Record<string, { readonly description: string } | null>>;
  readonly outputs?: Readonly<Record<string, { readonly description: string } | null>>;
}

/** A description as our sources write it: one text in double quotes. */
const DESCRIPTION = /\bdescription:\s*("(?:[^"\\\n]|\\.){24,}")(?=,?\s)/g;

/**
 * What an action's `action.yml` says of its inputs and outputs stands beside `dist/` already: of an input a reference is left, which
 * `packages/cli/src/action-texts.ts` reads again for help; of an output nothing, for no run asks for it. The text of a required
 * input stays: an error shows it.
 */
export function textsOfActions(root: string): Plugin {
  const actions = readdirSync(join(root, "actions"))
    .sort()
    .map((action) => {
      const text = readFileSync(join(root, "actions", action, "action.yml"), "utf8");
      return [action, parse(text) as Metadata] as const;
    });
  const ofInputs = actions.flatMap(([action, { inputs = {} }]) =>
    Object.entries(inputs).map(([name, input]) => [`${action}.${name}`, input?.description ?? ""]),
  );
  const ofOutputs = new Set(
    actions.flatMap(([, { outputs = {} }]) =>
      Object.values(outputs).map((output) => output?.description),
    ),
  );
  return {
    name: "texts-of-actions",
    transform(code, id) {
      if (!/[\\/]packages[\\/][^\\/]+[\\/]src[\\/]/.test(id)) return undefined;
      const shorter = code
        .replaceAll(DESCRIBE, "")
        .replaceAll(DESCRIPTION, (whole, literal: string, at: number) => {
          const text = JSON.parse(literal) as string;
          if (ofOutputs.has(text)) return 'description: ""';
          const object = code.slice(code.lastIndexOf("{", at), code.indexOf("}", at));
          const [place] =
            ofInputs.find(([, said = ""]) => said === text || said.startsWith(`${text} `)) ?? [];
          if (place === undefined || object.includes("required: true")) return whole;
          return `description: "@${place}:${text.length}"`;
        });
      return shorter === code ? undefined : shorter;
    },
  };
}
