import { suggestion, UsageError } from "@assay/core";

type Kind = "text" | "switch";

export interface Given<Name extends string> {
  text(name: Name): string | undefined;
  has(name: Name): boolean;
  /** The one word that is no option. */
  readonly operand: string;
}

/**
 * The arguments of a command of the common client protocol. These don't read the config file: what they do stands on the
 * command line alone.
 *
 * @returns `undefined` where help is asked for.
 * @throws UsageError
 */
export function argumentsOf<Name extends string>(
  argv: readonly string[],
  kinds: Readonly<Record<Name, Kind>>,
  command: string,
): Given<Name> | undefined {
  const values = new Map<string, string>();
  const operands: string[] = [];
  const words = [...argv];
  let areOptions = true;
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (areOptions && (word === "--help" || word === "-h")) return undefined;
    if (areOptions && word === "--") areOptions = false;
    else if (!areOptions || !word.startsWith("-") || word === "-") operands.push(word);
    else {
      const [, name = "", value] = /^--?([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
      if (!Object.hasOwn(kinds, name)) {
        throw new UsageError(
          `\`assay ${command}\` has no option --${name.slice(0, 60)}${suggestion(name, Object.keys(kinds))}`,
        );
      }
      const isSwitch = kinds[name as Name] === "switch";
      const found = isSwitch ? (value ?? "true") : (value ?? words.shift());
      if (found === undefined || found === "" || (isSwitch && found !== "true"))
        throw new UsageError(`--${name} has no value that it can have`);
      if (values.has(name)) throw new UsageError(`--${name} is given twice`);
      values.set(name, found);
    }
  }
  const [operand] = operands;
  if (operand === undefined || operands.length !== 1) {
    throw new UsageError(`\`assay ${command}\` takes one file, and ${operands.length} are given`);
  }
  return { text: (name) => values.get(name), has: (name) => values.has(name), operand };
}

/** Nothing of the staging instance is built in: what it is has to be given. */
export function refuseStaging<Name extends string>(
  given: Given<Name | "staging">,
  needed: readonly Name[],
): void {
  const missing = needed.find((name) => !given.has(name));
  if (!given.has("staging") || missing === undefined) return;
  throw new UsageError(
    `\`--staging\` needs \`--${missing}\`: nothing of that instance is built in`,
  );
}
