import { fuzzRuns } from "@assay/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { expectSound } from "../../assemble/test/mutations.ts";
import { memorySource, readInventory } from "../../index.ts";
import { changedText, textChanges } from "../../test/mutated-text.ts";

const TOKENS = [
  "[[package]]",
  "{",
  "]",
  '"""',
  "=",
  "\\",
  "name",
  "__proto__",
  "../..",
  "9".repeat(400),
  "\u0000",
  "\r\n",
  "#",
  "**/*",
];
const CRATES = 'source = "registry+https://github.com/rust-lang/crates.io-index"';
const SUM = `checksum = "${"5e".repeat(32)}"`;

const LOCK = `version = 4

[[package]]
name = "app"
version = "0.1.0"
dependencies = [
 "itoa 0.4.8",
 "itoa 1.0.9",
 "near",
]

[[package]]
name = "itoa"
version = "0.4.8"
${CRATES}
${SUM}

[[package]]
name = "itoa"
version = "1.0.9"
${CRATES}
${SUM}

[[package]]
name = "near"
version = "0.1.0"
dependencies = [
 "g",
]

[[package]]
name = "g"
version = "0.2.0"
source = "git+https://git.example.test/g?branch=x#${"c".repeat(40)}"
`;

const MANIFEST = `[package]
name = "app"
version = "0.1.0"

[workspace]
members = ["crates/*"]

[dependencies]
old = { package = "itoa", version = "0.4" }
itoa = "1"
near = { path = "crates/near" }
`;

const NEAR =
  '[package]\nname = "near"\nversion = "0.1.0"\n\n[build-dependencies]\ng = { git = "x" }\n';

test("changed anywhere, files give a sound graph or a reason, and no entry is lost without a word", async () => {
  const files = { "Cargo.lock": LOCK, "Cargo.toml": MANIFEST, "crates/near/Cargo.toml": NEAR };
  const whole = await readInventory(memorySource(files));
  expect(whole.graphs[0]?.gaps).toEqual([]);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(Object.keys(files) as (keyof typeof files)[])),
      textChanges(TOKENS),
      async (path, changes) => {
        const changed = { ...files, [path]: changedText(files[path], changes) };
        const inventory = await readInventory(memorySource(changed));
        const { graphs, skipped } = inventory;
        expect(graphs.length + skipped.length).toBeGreaterThanOrEqual(1);
        expectSound(inventory);
        for (const { components, gaps } of graphs) {
          const entries = changed["Cargo.lock"].match(/^\[\[package\]\]/gm)?.length ?? 0;
          if (!gaps.some(({ kind }) => kind === "entry"))
            expect(components.length).toBeGreaterThanOrEqual(entries);
        }
      },
    ),
    fuzzRuns(500),
  );
});
