import type { CheckResult } from "@assay/core";
import { expect, test } from "vitest";
import { redacted } from "./redacted.ts";
import { withhold } from "./withhold.ts";

const SECRET = `tok/${"en".repeat(10)}`;

const result = (text: string): CheckResult => ({
  check: "secrets",
  title: "Secrets",
  findings: [
    {
      ruleId: "secrets.x",
      severity: "high",
      message: `Key in ${text}`,
      location: { path: text, startLine: 1 },
      relatedLocations: [{ path: `a/${text}` }],
      subject: { name: text },
      fingerprint: "f",
      aliases: [`${text}:x:1`],
      evidence: [{ label: "Rule", value: text }],
    },
  ],
  artifacts: [],
  coverage: { inspected: {}, skipped: [{ item: text, reason: "binary" }], summary: "" },
  notices: [`adds ${text}`],
});

test("a secret is kept out of every field, as it is and percent-encoded", () => {
  for (const form of [SECRET, encodeURIComponent(SECRET)]) {
    const withheld = withhold(result(`dir/${form}.txt`), [redacted(SECRET)]);
    expect(JSON.stringify(withheld)).not.toContain(form);
    expect(withheld.findings[0]?.location?.path).toBe("dir/***.txt");
  }
});

test("of one secret that holds another nothing is left over", () => {
  const withheld = withhold(result(`${SECRET}-and-more`), [
    redacted(SECRET),
    redacted(`${SECRET}-and-more`),
  ]);
  expect(withheld.findings[0]?.location?.path).toBe("***");
});

test("everything else stays as it is", () => {
  const plain = result("production/a.txt");
  expect(withhold(plain, [redacted(SECRET), redacted("production")])).toBe(plain);
});
