import { describe, expect, test } from "vitest";
import { createEngine } from "../engine/engine.ts";
import { SECRETS_RULES } from "../findings/finding-rules.ts";
import { translate } from "../regex/translate.ts";
import { sampleMatch, seededNumbers } from "../test/sample-match.ts";
import { BUILT_IN, builtInRules } from "./built-in-rules.ts";
import { base62Crc32, hasCrc32 } from "./checksum.ts";

const engine = createEngine(builtInRules(), { maxDecodeDepth: 5 });

function scan(text: string) {
  return engine.scan({ text, path: "src/settings.txt", commit: "", startLine: 1 });
}

/** What needs a text around it has samples of its own. */
const ALONE = BUILT_IN.filter(({ nativeOnly }) => !nativeOnly);

describe.each(ALONE.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const random = seededNumbers(id.length * 1000 + id.charCodeAt(0));
  const sample = () => {
    // A sample may miss the entropy or hold a placeholder by chance; most do not.
    for (let i = 0; i < 50; i++) {
      const text = sampleMatch(translate(rule.regex).root, random);
      const hit = scan(` ${text}\n`).find(({ ruleId }) => ruleId === id);
      if (hit !== undefined) return { text, hit };
    }
    throw new Error(`no sample of ${id} is found`);
  };

  test("finds a token of its form, in the middle of a text", () => {
    const { hit } = sample();
    expect(hit.secret.length).toBeGreaterThan(5);
    expect(hit.match).toContain(hit.secret);
  });

  test("does not find a cut token, its keywords in prose, or a run of one letter", () => {
    const { hit } = sample();
    const ids = (text: string) => scan(text).map(({ ruleId }) => ruleId);
    expect(ids(`${hit.match.replace(hit.secret, hit.secret.slice(0, 5))}\n`)).not.toContain(id);
    for (const keyword of rule.keywords) {
      expect(ids(`The ${keyword} is described in the manual.\n`)).not.toContain(id);
      expect(ids(`${keyword}${"a".repeat(7)} = "${keyword}"\n`)).not.toContain(id);
    }
  });

  test("every match holds one of its keywords", () => {
    const text = sampleMatch(translate(rule.regex).root, random).toLowerCase();
    expect(rule.keywords.some((keyword) => text.includes(keyword))).toBe(true);
  });

  test("says how to revoke it", () => {
    expect(rule.help.length).toBeGreaterThan(30);
    expect(rule.title.length).toBeLessThanOrEqual(80);
    expect(SECRETS_RULES[`secrets.${id}`]).toMatchObject({ severity: rule.severity });
  });
});

test("ids are unique, and there are many families", () => {
  expect(new Set(BUILT_IN.map(({ id }) => id)).size).toBe(BUILT_IN.length);
  expect(BUILT_IN.length).toBeGreaterThanOrEqual(40);
});

describe("checksums", () => {
  // The example of GitHub's own documentation, put together so that no scanner trips over it.
  const body = ["zQWBuTSOoRi4", "A9spHcVY5ncn", "sDkxkJ"].join("");
  const github = `ghp_${body}${base62Crc32(body)}`;

  test("six digits of base 62 over CRC-32", () => {
    expect(base62Crc32(body)).toBe(["0mL", "q17"].join(""));
    expect(hasCrc32(github)).toBe(true);
    expect(hasCrc32(`${github.slice(0, -1)}8`)).toBe(false);
  });

  test("a hit says whether the checksum is right", () => {
    const holds = (text: string) =>
      scan(text).find(({ ruleId }) => ruleId.startsWith("github"))?.checksumHolds;
    expect(holds(`token ${github}\n`)).toBe(true);
    expect(holds(`token ghp_${"x1Y".repeat(12)}\n`)).toBe(false);
  });
});

test("examples and templates are not reported", () => {
  const lines = [
    `aws_access_key_id = ${"AKIA"}IOSFODNN7EXAMPLE`,
    "postgres://user:${PASSWORD}@db.example.com/x",
    "postgres://user:<password>@db/x",
    `https://user:${"hunter"}2@registry.example.org/x`,
    `https://user:${"hunter"}2@127.0.0.1:99/x`,
    'api_key: "your-api-key-goes-here"',
    'const secretKey = "some.name.of.a.setting";',
    "Authorization: Bearer $TOKEN",
    '"integrity": "sha512-AbC0123456789abcdefABCDEF0123456789+/abcdefABCDEF0123456789abcd=="',
  ];
  for (const line of lines) expect(scan(`${line}\n`).map(({ ruleId }) => ruleId)).toEqual([]);
});

test("hostile text does not make a built-in rule slow", () => {
  const texts = [
    "a".repeat(200_000),
    "-----BEGIN PRIVATE KEY-----".repeat(3000),
    "eyJ".repeat(60_000),
    "password".repeat(20_000),
    "://a:".repeat(40_000),
    "authorization: bearer ".repeat(9000),
    `${"%41".repeat(50_000)}`,
    "aws_secret".repeat(20_000),
    "cloudflare=".repeat(20_000),
    "passtoken=".repeat(20_000),
    "secret = ${".repeat(20_000),
    `kind: Secret\n${`  a: ${"QUJD".repeat(5)}\n`.repeat(8000)}`,
  ];
  // No time is asserted: a rule that backtracks would run into the test's own limit.
  for (const text of texts) scan(text);
});
