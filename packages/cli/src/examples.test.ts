import { readFileSync } from "node:fs";
import { type Command, isRecord, UsageError } from "@assay/core";
import { readYaml, type YamlNode } from "@assay/core/yaml";
import { type ExplicitInputs, inputsOf, resolveInputs } from "@assay/runtime";
import { describe, expect, test } from "vitest";
import { parseArguments } from "./arguments.ts";
import { loadCommand } from "./commands.ts";
import { HELPER_COMMANDS } from "./helper-commands.ts";
import { readPositionals } from "./positionals.ts";
import { subcommandOf } from "./subcommands.ts";

/** The pages whose examples people copy for signing and verifying. */
const PAGES = ["migrate-from-cosign", "signing-recipes", "verify", "keys", "images"];
const ROOT = new URL("../../../", import.meta.url);

const blocks = PAGES.flatMap((page) => {
  const text = readFileSync(new URL(`docs/${page}.md`, ROOT), "utf8");
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, kind = "", code = ""]) => ({
    page,
    kind,
    code,
  }));
});
const documents = blocks
  .filter(({ kind }) => kind === "yaml")
  .map((block) => {
    const { root, problems } = readYaml(block.code);
    return { ...block, problems, value: plain(root) };
  });

/** The words of each command line that runs Assay, in a script of a POSIX shell without substitutions in words. */
function assayLines(script: string): readonly (readonly string[])[] {
  const plain = script.replaceAll(/\\\n\s*/g, " ").replaceAll(/^\s*#.*$/gm, "");
  return plain.split(/\n|\|(?=\s)|;|&&/).flatMap((line) => {
    const words = [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
      word.replaceAll(/'([^']*)'|"([^"]*)"/g, "$1$2"),
    );
    const end = words.findIndex((word) => word.startsWith("#") || word === ">");
    const used = end < 0 ? words : words.slice(0, end);
    if (used[0] === "assay") return [used.slice(1)];
    return used[0] === "node" && used[1]?.endsWith("dist/cli.js") ? [used.slice(2)] : [];
  });
}

/** What is wrong with a command line. */
async function problemsOf([name = "", ...rest]: readonly string[]): Promise<readonly string[]> {
  const helper = HELPER_COMMANDS.find((one) => one.name === name);
  if (helper !== undefined) {
    const { usage } = await helper.load();
    return rest.filter((word) => word.startsWith("--") && !usage.includes(word));
  }
  const command = await loadCommand(name);
  if (command === undefined) return [`there is no command ${name}`];
  const below = await subcommandOf(command, rest[0], ".");
  const meant: Command = below ?? command;
  const parsed = parseArguments(below === undefined ? rest : rest.slice(1), inputsOf(meant));
  const { explicit, problems } = await readPositionals(meant, parsed, ".");
  const all = { ...parsed.explicit, ...explicit };
  return [...parsed.problems, ...problems, ...valueProblems(meant, all)];
}

function valueProblems(command: Command, explicit: ExplicitInputs): readonly string[] {
  const config = { value: () => undefined, section: () => undefined, place: () => undefined };
  try {
    resolveInputs(inputsOf(command), { explicit, environment: {}, config, host: "cli", root: "/" });
    return [];
  } catch (error) {
    return error instanceof UsageError ? [error.message, ...error.problems] : [String(error)];
  }
}

describe("command lines", () => {
  const scripts = blocks.filter(({ kind }) => kind === "sh").map(({ code }) => code);
  const inYaml = documents.flatMap(({ value }) => textsOf(value));
  const lines = [...scripts, ...inYaml].flatMap(assayLines);

  test("there are many of each command", () => {
    const counts = ["sign", "attest", "verify", "key", "verify-bundle", "sign-bundle"].map(
      (name) => [name, lines.filter(([first]) => first === name).length > 0],
    );
    expect(counts.filter(([, isThere]) => !isThere)).toEqual([]);
    expect(lines.length).toBeGreaterThan(30);
  });

  test.each(lines.map((words) => [words.join(" "), words] as const))(
    "assay %s",
    async (_, words) => {
      expect(await problemsOf(words)).toEqual([]);
    },
  );

  test("one with a mistake would be found", async () => {
    expect(await problemsOf(["verify", "--keyy", "x", "dist"])).not.toEqual([]);
    expect(await problemsOf(["key", "generate", "--kms", "x"])).toEqual(["--kms"]);
    expect(await problemsOf(["sign", "--rekor-version", "9", "dist"])).not.toEqual([]);
  });
});

describe("YAML", () => {
  test.each(documents.map((one) => [one.page, one] as const))(
    "of %s is read whole",
    (_, { problems }) => {
      expect(problems).toEqual([]);
    },
  );

  const steps = documents.flatMap(({ page, value }) =>
    mapsOf(value).flatMap((step) => {
      const [, name] = /^assay-ci\/assay\/actions\/([a-z]+)@/.exec(String(step["uses"])) ?? [];
      return name === undefined ? [] : [{ page, name, with: step["with"] }];
    }),
  );
  test.each(steps.map((step) => [`${step.page}: ${step.name}`, step] as const))(
    "%s has inputs that the action has",
    async (_, { name, with: given }) => {
      const command = await loadCommand(name);
      const specs = command === undefined ? {} : inputsOf(command);
      const names = Object.keys(isRecord(given) ? given : {});
      expect(names.length).toBeGreaterThan(0);
      const wrong = names.filter((each) => specs[each] === undefined || specs[each].host === "cli");
      expect(wrong).toEqual([]);
    },
  );

  test("GoReleaser's signer is a command line too", async () => {
    const signers = documents.flatMap(({ value }) =>
      mapsOf(value).filter((one) => one["cmd"] === "assay"),
    );
    expect(signers).toHaveLength(1);
    for (const { args } of signers) expect(await problemsOf(args as string[])).toEqual([]);
  });
});

function mapsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(mapsOf);
  return isRecord(value) ? [value, ...Object.values(value).flatMap(mapsOf)] : [];
}

/** What a CI would run: single texts of `run`, `script` and `commands`. */
function textsOf(value: unknown): readonly string[] {
  return mapsOf(value).flatMap((each) =>
    ["run", "script", "commands"].flatMap((key) =>
      [each[key]].flat().filter((text) => typeof text === "string"),
    ),
  );
}

function plain(node: YamlNode | undefined): unknown {
  if (node === undefined) return null;
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]));
}
