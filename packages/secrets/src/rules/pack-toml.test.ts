import { expect, test } from "vitest";
import { readGitleaksConfig } from "../config/gitleaks-config.ts";
import { builtInRules, PACK } from "./pack.ts";
import { packAsToml } from "./pack-toml.ts";

test("the pack as a gitleaks configuration reads back as the same rules", async () => {
  const read = await readGitleaksConfig(
    { name: "pack", text: packAsToml() },
    { builtIn: builtInRules, readExtended: async () => "", warn: () => {} },
  );
  expect(read.rules.map(({ id, entropy, keywords }) => ({ id, entropy, keywords }))).toEqual(
    builtInRules().rules.map(({ id, entropy, keywords }) => ({ id, entropy, keywords })),
  );
  expect(read.rules.map(({ regex }) => regex?.pattern)).toEqual(PACK.map(({ regex }) => regex));
});
