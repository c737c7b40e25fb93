import { fingerprint } from "@assay/core";
import { describe, expect, test } from "vitest";
import { readGitleaksConfig } from "../config/gitleaks-config.ts";
import { createEngine } from "../engine/engine.ts";
import { createFindings } from "../findings/collect-findings.ts";
import { findingRuleId, SECRETS_RULES } from "../findings/finding-rules.ts";
import { toHit } from "../findings/hit.ts";
import { redacted } from "../redaction/redacted.ts";
import { parseIgnoreFile } from "../suppressions/ignore-file.ts";
import { sampleMatch, seededNumbers } from "../test/sample-match.ts";
import { BUILT_IN, builtInRules } from "./built-in-rules.ts";

const rules = builtInRules();
const engine = createEngine(rules, { maxDecodeDepth: 5 });
const body = (length: number) => "q7Zx3Lm9Kp".repeat(length).slice(0, length);

/** A token, gitleaks' id for it, the id of earlier versions. Put together so that no scanner trips over this file. */
const RENAMED: readonly (readonly [string, string, string])[] = [
  [`gh${"p_"}${body(36)}`, "github-pat", "github-personal-access-token"],
  [`gh${"o_"}${body(36)}`, "github-oauth", "github-oauth-token"],
  [`gl${"pat-"}${body(20)}`, "gitlab-pat", "gitlab-personal-access-token"],
  [`gl${"ft-"}${body(20)}`, "gitlab-feed-token", "gitlab-deploy-token"],
  [`xox${"b-"}${body(40)}`, "slack-bot-token", "slack-token"],
  [`xox${"e.xoxp-"}${body(40)}`, "slack-config-access-token", "slack-token"],
  [`pscale${"_tkn_"}${body(40)}`, "planetscale-api-token", "planetscale-token"],
  [`AI${"za"}${body(35)}`, "gcp-api-key", "google-api-key"],
  [`dop${"_v1_"}${"0a1b2c3d4e5f6789".repeat(4)}`, "digitalocean-pat", "digitalocean-token"],
  [`sk_${"live_"}${body(30)}`, "stripe-access-token", "stripe-secret-key"],
  [`API_KEY=${"Rf2vB8nW5c"}${body(10)}${"hG4sD6jYtE"}`, "generic-api-key", "generic-secret"],
];

function findingsIn(text: string, ignore = "") {
  const findings = createFindings({
    ignore: parseIgnoreFile(ignore),
    rules: rules.rules,
    deleted: new Map(),
    today: new Date("2026-06-01T00:00:00Z"),
  });
  const fragment = { text: `${text}\n`, path: "a.env", commit: "", startLine: 1 };
  for (const candidate of engine.scan(fragment)) findings.add(toHit(candidate, undefined));
  return { findings: findings.all(), unused: findings.unused(), secrets: findings.secrets() };
}

describe.each(RENAMED)("%#: the rule of a token", (token, id, former) => {
  test("has gitleaks' id", () => {
    expect(findingsIn(token).findings.map(({ ruleId }) => ruleId)).toEqual([`secrets.${id}`]);
  });

  test("keeps the fingerprint that it had, and knows the one of its present id", () => {
    const { findings, secrets } = findingsIn(token);
    const value = secrets[0]?.reveal() ?? "";
    const under = (rule: string) =>
      fingerprint(`secrets.${rule}`, "a.env", redacted(value).hash(rule));
    expect(findings[0]?.fingerprint).toBe(under(former));
    expect(findings[0]?.aliases).toContain(under(id));
  });

  test.each([id, former])("is found in an ignore file under either id (%s)", (name) => {
    const { findings, unused } = findingsIn(token, `a.env:${name}:1\n`);
    expect(findings.map(({ suppression }) => suppression?.by)).toEqual(["inline"]);
    expect(unused).toBe(0);
  });

  test("can be asked for by the former id", () => {
    expect(SECRETS_RULES[`secrets.${id}`]?.aliases).toContain(`secrets.${former}`);
  });
});

test("a secret in a commit that stands can be accepted by an entry to paste, and it alone", () => {
  const [token] = RENAMED[0] ?? [""];
  const [finding] = findingsIn(token).findings;
  const pasted = finding?.evidence?.find(({ verbatim }) => verbatim === true)?.value ?? "";
  expect(pasted).toContain(`fingerprint: "${finding?.fingerprint}"`);
  expect(finding?.remediation).toMatch(/accept it with the entry to paste\.$/);
  // The finding's own id names the rule.
  expect(finding?.evidence?.map(({ label }) => label)).not.toContain("Rule");
});

async function withConfig(toml: string) {
  const warnings: string[] = [];
  const set = await readGitleaksConfig(
    { name: "t.toml", text: `[extend]\nuseDefault = true\n${toml}` },
    {
      builtIn: builtInRules,
      readExtended: async () => "",
      warn: (message) => warnings.push(message),
    },
  );
  return { set, ids: set.rules.map(({ id }) => id), warnings };
}

describe("a gitleaks configuration", () => {
  test("switches off by gitleaks' id, by a former one, and by one that stands for several", async () => {
    const { ids, warnings } = await withConfig(
      'disabledRules = ["github-pat", "generic-secret", "slack-token", "heroku-api-key"]',
    );
    expect(warnings).toEqual([]);
    const gone = BUILT_IN.map(({ id }) => id).filter((id) => !ids.includes(id));
    expect(gone).toEqual([
      "generic-api-key",
      "github-pat",
      // An id that a rule has now means that rule alone, though another one had it before.
      "heroku-api-key",
      "slack-bot-token",
      "slack-config-access-token",
      "slack-config-refresh-token",
      "slack-legacy-token",
      "slack-legacy-workspace-token",
      "slack-user-token",
    ]);
  });

  test("an id that nothing has is a warning", async () => {
    expect((await withConfig('disabledRules = ["no-such-rule"]')).warnings).toHaveLength(1);
  });

  test("allowlists and rules of its own reach a rule by its former id", async () => {
    const { set, ids } = await withConfig(
      '[[allowlists]]\ntargetRules = ["github-personal-access-token"]\nstopwords = ["q7zx"]\n' +
        '[[rules]]\nid = "json-web-token"\nentropy = 5.0\n',
    );
    const list = set.rules.find(({ id }) => id === "github-pat")?.allowlists;
    expect(list?.flatMap(({ stopwords }) => stopwords)).toEqual(["q7zx"]);
    expect(set.rules.find(({ id }) => id === "jwt")).toMatchObject({ entropy: 5 });
    expect(ids).not.toContain("json-web-token");
  });

  test("a copy of gitleaks' rules gets our severity and help, by any of its ids", () => {
    expect(findingRuleId("github-pat")).toBe("secrets.github-pat");
    expect(findingRuleId("slack-legacy-bot-token")).toBe("secrets.slack-bot-token");
    expect(findingRuleId("curl-auth-user")).toBe("secrets.custom-rule");
  });
});

test("samples of a token of several parts stay one finding", () => {
  const random = seededNumbers(7);
  const rule = rules.rules.find(({ id }) => id === "slack-config-access-token");
  if (rule?.regex === undefined) throw new Error("the rule is gone");
  for (let i = 0; i < 20; i++) {
    const ids = engine
      .scan({
        text: ` ${sampleMatch(rule.regex.root, random)} `,
        path: "a",
        commit: "",
        startLine: 1,
      })
      .map(({ ruleId }) => ruleId);
    expect(ids).toEqual(["slack-config-access-token"]);
  }
});
