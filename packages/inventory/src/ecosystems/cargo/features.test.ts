import { expect, test } from "vitest";
import { memorySource, readInventory } from "../../index.ts";

const LOCK = `version = 4
[[package]]
name = "a"
version = "1.0.0"
dependencies = ["evil"]
[[package]]
name = "b"
version = "1.0.0"
dependencies = ["a"]
[[package]]
name = "evil"
version = "1.0.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
checksum = "${"ab".repeat(32)}"
`;
const A = `[package]\nname = "a"\nversion = "1.0.0"\n[dependencies]\nevil = { version = "1", optional = true }\n[features]\nextra = ["dep:evil"]\n`;

test.each([
  ["optional", 'a = { path = "../a" }\n'],
  ["runtime", 'a = { path = "../a", features = ["extra"] }\n'],
  ["runtime", 'a = { path = "../a" }\n[features]\ndefault = ["a/extra"]\n'],
])("what a feature of a member brings is %s by %j of another member", async (scope, asks) => {
  const { graphs } = await readInventory(
    memorySource({
      "Cargo.toml": '[workspace]\nmembers = ["a", "b"]\n',
      "a/Cargo.toml": A,
      "b/Cargo.toml": `[package]\nname = "b"\nversion = "1.0.0"\n[dependencies]\n${asks}`,
      "Cargo.lock": LOCK,
    }),
  );
  expect(graphs[0]?.gaps).toEqual([]);
  expect(graphs[0]?.components.find(({ name }) => name === "evil")?.scope).toBe(scope);
});
