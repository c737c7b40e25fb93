import type { InputSpecs } from "@assay/core";
import { expect, test } from "vitest";
import { parseArguments } from "./arguments.ts";

const SPECS = {
  "fail-on": { type: "choice", choices: ["high", "low"], description: "A threshold." },
  offline: { type: "boolean", default: false, description: "No network." },
  allow: { type: "list", default: [], description: "A list." },
  "no-op": { type: "boolean", default: false, description: "A name that begins with no." },
  token: { type: "string", host: "action", description: "Not here." },
} as const satisfies InputSpecs;

const parse = (...argv: string[]) => parseArguments(argv, SPECS);

test("values follow the option or an equals sign, and may begin with a dash", () => {
  expect(parse("--fail-on", "high").explicit).toEqual({ "fail-on": "high" });
  expect(parse("--fail-on=high").explicit).toEqual({ "fail-on": "high" });
  expect(parse("--fail-on", "-x").explicit).toEqual({ "fail-on": "-x" });
  expect(parse("--fail-on=a=b").explicit).toEqual({ "fail-on": "a=b" });
  expect(parse("--fail-on=").explicit).toEqual({ "fail-on": "" });
});

test("booleans are switched on, off, or to a value", () => {
  expect(parse("--offline", ".").explicit).toEqual({ offline: "true" });
  expect(parse("--offline", ".").positionals).toEqual(["."]);
  expect(parse("--no-offline").explicit).toEqual({ offline: "false" });
  expect(parse("--offline=maybe").explicit).toEqual({ offline: "maybe" });
  expect(parse("--no-op").explicit).toEqual({ "no-op": "true" });
  expect(parse("--no-no-op").explicit).toEqual({ "no-op": "false" });
  expect(parse("--no-offline=true").problems).toEqual(["`--no-offline` takes no value"]);
});

test("lists are repeated or separated by commas; an empty one is empty", () => {
  expect(parse("--allow", "MIT,ISC", "--allow=0BSD").explicit).toEqual({
    allow: ["MIT", "ISC", "0BSD"],
  });
  expect(parse("--allow=").explicit).toEqual({ allow: [] });
});

test("what follows -- is positional, and so is a single dash", () => {
  expect(parse("a", "--", "--offline", "-x").positionals).toEqual(["a", "--offline", "-x"]);
  expect(parse("-").positionals).toEqual(["-"]);
});

test("every mistake is told", () => {
  const { problems } = parse(
    "--fial-on=x",
    "--token=t",
    "-z",
    "--no-allow",
    "--offline",
    "--offline",
    "--fail-on",
  );
  expect(problems).toEqual([
    'There is no option `--fial-on`; did you mean "--fail-on"?',
    "There is no option `--token`",
    "There is no option `-z`",
    'There is no option `--no-allow`; did you mean "--allow"?',
    "`--offline` is given more than once; give it once",
    "`--fail-on` needs a value",
  ]);
});

test("general options stand beside the others", () => {
  expect(parse("-v", "--quiet", "--format=json", "-h").general).toEqual({
    help: true,
    verbose: true,
    quiet: true,
    format: "json",
  });
  expect(parse("--format").problems).toEqual(["`--format` needs a value"]);
});

test("names of Object.prototype are no options", () => {
  expect(parse("--constructor", "--__proto__=x").problems).toHaveLength(2);
});
