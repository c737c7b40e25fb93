import { expect, test } from "vitest";
import { optionsOf } from "./options.ts";

test("inputs have the names that code writes, and only those that are declared", () => {
  const specs = {
    "on-unknown": { type: "choice", choices: ["low", "high"], default: "low", description: "A." },
    base: { type: "string", description: "B." },
  } as const;
  const given = { "on-unknown": "high", base: undefined, other: 1 } as const;
  const options = optionsOf(specs, given);
  const severity: "low" | "high" = options.onUnknown;
  expect(severity).toBe("high");
  expect(options).toEqual({ onUnknown: "high", base: undefined });
});
