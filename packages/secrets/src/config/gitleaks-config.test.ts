import { describe, expect, test } from "vitest";
import { builtInRules } from "../rules/built-in-rules.ts";
import { readGitleaksConfig } from "./gitleaks-config.ts";

async function read(text: string, files: Readonly<Record<string, string>> = {}) {
  const warnings: string[] = [];
  const set = await readGitleaksConfig(
    { name: "x.toml", text },
    {
      builtIn: builtInRules,
      readExtended: async (path) => files[path] ?? "",
      warn: (message) => warnings.push(message),
    },
  );
  return { set, warnings, rule: (id: string) => set.rules.find((rule) => rule.id === id) };
}

const A = `[[rules]]\nid = "a"\ndescription = "base"\nregex = '''a(b)(c)'''\nentropy = 2.5\nkeywords = ["K"]\ntags = ["t"]\n`;

test("keys are read in any case", async () => {
  const { rule } = await read(
    `[[RULES]]\nID = "a"\nRegex = "(x)"\nSecretGroup = 1\nKEYWORDS = ["X"]\nskipREPORT = true`,
  );
  expect(rule("a")).toMatchObject({ secretGroup: 1, keywords: ["x"], skipReport: true });
});

test("the extending file wins where it says something, and lists are appended", async () => {
  const upper = `[extend]\npath = "base.toml"\n[[rules]]\nid = "a"\ndescription = "upper"\nkeywords = ["L"]\ntags = ["u"]
[[rules.allowlists]]\nstopwords = ["x"]\n`;
  const base = `${A}[rules.allowlist]\nstopwords = ["y"]\n[[rules]]\nid = "b"\nregex = "b"\n`;
  const { rule, set } = await read(upper, { "base.toml": base });
  expect(rule("a")).toMatchObject({
    description: "upper",
    entropy: 2.5,
    keywords: ["k", "l"],
    tags: ["t", "u"],
    allowlists: [{ stopwords: ["y"] }, { stopwords: ["x"] }],
  });
  expect(rule("a")?.regex?.pattern).toBe("a(b)(c)");
  expect(set.rules.map(({ id }) => id)).toEqual(["a", "b"]);
});

test("useDefault means the built-in rules, disabledRules takes some out", async () => {
  const { set, warnings } = await read(
    `[extend]\nuseDefault = true\ndisabledRules = ["private-key", "nope"]\n${A}`,
  );
  expect(set.rules.length).toBe(builtInRules().rules.length);
  expect(set.rules.some(({ id }) => id === "private-key")).toBe(false);
  expect(warnings.join()).toContain('"nope"');
});

test("two levels are followed, a third one is a warning", async () => {
  const level = (next: string, id: string) =>
    `[extend]\npath = "${next}"\n[[rules]]\nid = "${id}"\nregex = "${id}"`;
  const files = { one: level("two", "r1"), two: level("three", "r2"), three: level("", "r3") };
  const { set, warnings } = await read(level("one", "r0"), files);
  expect(set.rules.map(({ id }) => id)).toEqual(["r0", "r1", "r2"]);
  expect(warnings.join()).toContain("2 levels");
});

test("global allowlists of all levels count; targetRules only in the top file", async () => {
  const base = `[[allowlists]]\nstopwords = ["low"]\n[[allowlists]]\ntargetRules = ["a"]\nstopwords = ["t"]\n${A}`;
  const { set, warnings } = await read(`[extend]\npath = "b"\n[allowlist]\nstopwords = ["top"]`, {
    b: base,
  });
  expect(set.allowlists.map(({ stopwords }) => stopwords)).toEqual([["low"], ["top"]]);
  expect(warnings.join()).toContain("targetRules");
});

test("the last of several rules with one id counts", async () => {
  const { rule, set } = await read(`${A}[[rules]]\nid = "a"\nregex = "z"`);
  expect(set.rules).toHaveLength(1);
  expect(rule("a")?.regex?.pattern).toBe("z");
});

describe("errors name the file and the rule", () => {
  test.each([
    ["no TOML", "a = ", /x\.toml, line 1 is no valid TOML/],
    ["no id", `[[rules]]\nregex = "a"`, /\[\[rules\]\] number 1: the rule has no `id`/],
    ["neither regex nor path", `[[rules]]\nid = "a"`, /"a": the rule has neither/],
    [
      "bad regex",
      `[[rules]]\nid = "a"\nregex = "(?=x)"`,
      /"a": the expression in `regex` .* character 1/,
    ],
    ["secretGroup", `[[rules]]\nid = "a"\nregex = "(x)"\nsecretGroup = 2`, /has 1 groups/],
    ["unknown required", `${A}[[rules.required]]\nid = "zz"`, /requires the rule "zz"/],
    ["required without id", `${A}[[rules.required]]\nwithinLines = 2`, /no `id`/],
    [
      "unknown target",
      `[[allowlists]]\ntargetRules = ["q"]\nstopwords = ["x"]\n${A}`,
      /"q", which does not exist/,
    ],
    ["empty allowlist", `${A}[[rules.allowlists]]\ndescription = "x"`, /at least one of/],
    [
      "both forms",
      `${A}[rules.allowlist]\nstopwords = ["x"]\n[[rules.allowlists]]\nstopwords = ["x"]`,
      /side by side/,
    ],
    [
      "condition",
      `${A}[[rules.allowlists]]\ncondition = "xor"\nstopwords = ["x"]`,
      /allowed are AND and OR/,
    ],
    [
      "target",
      `${A}[[rules.allowlists]]\nregexTarget = "file"\nregexes = ["x"]`,
      /allowed are secret, match and line/,
    ],
    [
      "more keywords than a search takes",
      `[[rules]]\nid = "a"\nregex = "a"\nkeywords = ["${"é".repeat(50_001)}"]`,
      /^x\.toml: the `keywords` of all rules have 50001 characters, 1 different ones; at most 50000 and 250/,
    ],
    [
      "more characters in keywords than a search takes",
      `[[rules]]\nid = "a"\nregex = "a"\nkeywords = ["${Array.from({ length: 251 }, (_, i) => String.fromCharCode(0x4e00 + i)).join("")}"]`,
      /have 251 characters, 251 different ones/,
    ],
    ["both bases", `[extend]\nuseDefault = true\npath = "b"`, /can't both be set/],
    ["url", `[extend]\nurl = "https://x"`, /never loaded from the network/],
    ["wrong type", `[[rules]]\nid = "a"\nregex = 5`, /`regex` must be a string/],
    ["rules is no list", `rules = 5`, /`rules` must be a list of tables/],
  ])("%s", async (_, text, message) => {
    await expect(read(text)).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringMatching(message),
    });
  });
});

test("prototype names are ordinary keys", async () => {
  await expect(read(`__proto__ = 1\nconstructor = 2\n${A}`)).resolves.toBeDefined();
});
