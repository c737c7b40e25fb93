import { describe, expect, test } from "vitest";
import { readGitleaksConfig } from "../config/gitleaks-config.ts";
import { builtInRules } from "../rules/built-in-rules.ts";
import { createEngine } from "./engine.ts";

async function scan(toml: string, text: string, more: object = {}, maxDecodeDepth = 5) {
  const options = { builtIn: builtInRules, readExtended: async () => "", warn: () => {} };
  const ruleSet = await readGitleaksConfig({ name: "test.toml", text: toml }, options);
  const fragment = { text, path: "src/a.txt", commit: "", startLine: 10, ...more };
  return createEngine(ruleSet, { maxDecodeDepth }).scan(fragment);
}
const secrets = async (...args: Parameters<typeof scan>) =>
  (await scan(...args)).map(({ secret }) => secret);

const RULE = `[[rules]]
id = "acme"
regex = '''acme_([a-z0-9]{8})'''
keywords = ["ACME_"]
`;

test("the secret is the first group that matched something, the line counts from the fragment's", async () => {
  const [hit] = await scan(RULE, "one\nkey acme_abcd1234 end\n");
  expect(hit).toMatchObject({ secret: "abcd1234", match: "acme_abcd1234", startLine: 11 });
  expect(hit?.line).toBe("key acme_abcd1234 end");
});

test("without its keyword a rule does not run", async () => {
  const rule = RULE.replace("ACME_", "other");
  expect(await secrets(rule, "acme_abcd1234")).toEqual([]);
  // Anywhere in the fragment is enough.
  expect(await secrets(rule, "acme_abcd1234\n\nother")).toEqual(["abcd1234"]);
});

test("groups are looked for in the match alone", async () => {
  const rule = `[[rules]]\nid = "r"\nregex = '''(?:x(secret)|(y)secret)'''\nsecretGroup = 2`;
  expect(await secrets(rule, "xsecret ysecret")).toEqual(["", "y"]);
});

test("entropy must be strictly greater", async () => {
  const rule = (bits: number) => `[[rules]]\nid = "r"\nregex = '''[abcd]{4}'''\nentropy = ${bits}`;
  expect(await secrets(rule(2), "abcd")).toEqual([]);
  expect(await secrets(rule(1.99), "abcd")).toEqual(["abcd"]);
});

test("a mark counts on the lines of the match only", async () => {
  const marks = (await scan(RULE, "acme_abcd1234 # gitleaks:allow\nacme_efgh5678")).map(
    ({ secret, marked }) => [secret, marked],
  );
  expect(marks).toEqual([
    ["abcd1234", true],
    ["efgh5678", false],
  ]);
});

describe("allowlists", () => {
  const list = (body: string) => `${RULE}[[rules.allowlists]]\n${body}`;
  test.each([
    ["regexes = ['''^abcd''']", []],
    ["regexes = ['''acme_''']", ["abcd1234"]],
    ["regexTarget = 'match'\nregexes = ['''acme_''']", []],
    ["regexTarget = 'line'\nregexes = ['''^key''']", []],
    ["stopwords = ['BCD1']", []],
    ["paths = ['''^src/''']", []],
    ["paths = ['''^lib/''']", ["abcd1234"]],
    ["condition = 'AND'\npaths = ['''^src/''']\nstopwords = ['zzz']", ["abcd1234"]],
    ["condition = '&&'\npaths = ['''^src/''']\nstopwords = ['bcd']", []],
    ["commits = [' FFFF ']", []],
    ["condition = 'and'\ncommits = ['ffff']\nregexes = ['''nope''']", ["abcd1234"]],
  ])("%s", async (body, expected) => {
    expect(await secrets(list(body), "key acme_abcd1234", { commit: "ffff" })).toEqual(expected);
  });

  test("global ones come first, and targetRules narrows them", async () => {
    const global = (more: string) => `[[allowlists]]\nstopwords = ["abcd"]\n${more}\n${RULE}`;
    expect(await secrets(global(""), "acme_abcd1234")).toEqual([]);
    const other = `${global('targetRules = ["other"]')}\n[[rules]]\nid = "other"\nregex = "q"`;
    expect(await secrets(other, "acme_abcd1234")).toEqual(["abcd1234"]);
  });

  test("an inline flag reaches the later patterns of its list, as in gitleaks", async () => {
    const body = "regexes = ['''(?i)nope''', '''ABCD''']";
    expect(await secrets(list(body), "acme_abcd1234")).toEqual([]);
  });
});

test("a path rule fires once, on the name, also of a file without text", async () => {
  const rule = `[[rules]]\nid = "p12"\npath = '''\\.p12$'''`;
  const hits = await scan(rule, "", { path: "a/key.p12", startLine: 0 });
  expect(hits).toMatchObject([{ match: "file detected: a/key.p12", startLine: 0, secret: "" }]);
  expect(await scan(rule, "", { path: "a/key.pem" })).toEqual([]);
});

test("a rule with path and regex needs both", async () => {
  const rule = `${RULE}path = '''\\.env$'''`;
  expect(await secrets(rule, "acme_abcd1234")).toEqual([]);
  expect(await secrets(rule, "acme_abcd1234", { path: "x.env" })).toEqual(["abcd1234"]);
});

test("required rules must fire nearby", async () => {
  const rules = (within: string) => `${RULE}[[rules.required]]\nid = "id"\n${within}
[[rules]]\nid = "id"\nregex = '''id_[0-9]{4}'''\nskipReport = true`;
  expect(await secrets(rules(""), "acme_abcd1234")).toEqual([]);
  expect(await secrets(rules(""), "acme_abcd1234\n\n\nid_1234")).toEqual(["abcd1234"]);
  expect(await secrets(rules("withinLines = 2"), "acme_abcd1234\n\n\nid_1234")).toEqual([]);
  expect(await secrets(rules("withinColumns = 3"), "acme_abcd1234 id_1234")).toEqual([]);
});

test("a generic rule gives way to one that knows the provider", async () => {
  const rules = `${RULE}\n[[rules]]\nid = "Generic-key"\nregex = '''key = (\\S{8,})'''`;
  expect((await scan(rules, "key = acme_abcd1234")).map(({ ruleId }) => ruleId)).toEqual([
    "Generic-key",
    "acme",
  ]);
  const same = rules.replace("acme_([a-z0-9]{8})", "(acme_[a-z0-9]{8})");
  expect((await scan(same, "key = acme_abcd1234")).map(({ ruleId }) => ruleId)).toEqual(["acme"]);
});

test("encoded secrets are found down to the depth and placed where the code stands", async () => {
  const encoded = Buffer.from("the key is acme_abcd1234").toString("base64");
  const [hit] = await scan(RULE, `x\nk: ${encoded}\n`);
  expect(hit).toMatchObject({ secret: "abcd1234", startLine: 11, start: 5 });
  expect(hit?.tags).toEqual(["decoded:base64", "decode-depth:1"]);
  expect(await secrets(RULE, encoded, {}, 0)).toEqual([]);
});
