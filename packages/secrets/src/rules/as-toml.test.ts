import { expect, test } from "vitest";
import { readGitleaksConfig } from "../config/gitleaks-config.ts";
import { builtInRulesAsToml } from "./as-toml.ts";
import { BUILT_IN, builtInRules } from "./built-in-rules.ts";

test("the built-in rules as a gitleaks configuration reads back as the same rules", async () => {
  const read = await readGitleaksConfig(
    { name: "pack", text: builtInRulesAsToml() },
    { builtIn: builtInRules, readExtended: async () => "", warn: () => {} },
  );
  const left = BUILT_IN.filter(({ nativeOnly }) => nativeOnly).map(({ id }) => id);
  const own = builtInRules().rules.filter(({ id }) => !left.includes(id));
  expect(left).toEqual(["kubernetes-secret-yaml"]);
  expect(read.rules.map(({ id, entropy, keywords }) => ({ id, entropy, keywords }))).toEqual(
    own.map(({ id, entropy, keywords }) => ({ id, entropy, keywords })),
  );
  expect(read.rules.map(({ regex }) => regex?.pattern)).toEqual(
    own.map(({ regex }) => regex?.pattern),
  );
});
