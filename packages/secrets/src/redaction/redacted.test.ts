import { inspect } from "node:util";
import { expect, test } from "vitest";
import { redacted } from "./redacted.ts";

const VALUE = `tok_${"s3cr3t".repeat(6)}`;

test("nothing that prints shows the value", () => {
  const secret = redacted(VALUE);
  const printed = [
    String(secret),
    `${secret}`,
    JSON.stringify({ secret }),
    inspect(secret),
    inspect({ deep: { secret } }, { depth: 9, showHidden: true, getters: true }),
    Object.values(secret).map(String).join(),
  ].join("\n");
  expect(printed).not.toContain("s3cr3t");
  expect(secret.reveal()).toBe(VALUE);
});

test("a long secret shows its beginning, a short or strange one only its length", () => {
  expect(redacted(VALUE).preview()).toBe("tok_… (40 characters)");
  expect(redacted("hunter2").preview()).toBe("(7 characters)");
  expect(redacted(`\u001b[31m${"x".repeat(20)}`).preview()).toBe("(25 characters)");
});

test("the hash depends on rule and value", () => {
  const hash = redacted(VALUE).hash("a");
  expect(hash).toBe(redacted(VALUE).hash("a"));
  expect(hash).not.toBe(redacted(VALUE).hash("b"));
  expect(hash).not.toBe(redacted(`${VALUE}x`).hash("a"));
});
