import { expect, test } from "vitest";
import { readInventory } from "../../../inventory.ts";
import { memorySource } from "../../../source.ts";

const lock = (source: string) => `version = 1
[[package]]
name = "demo"
version = "1"
source = { virtual = "." }
dependencies = [{ name = "other" }]
[package.metadata]
requires-dist = [{ name = "other" }]
[[package]]
name = "other"
version = "1"
source = { ${source} }
`;
const pyproject = (name: string, dependencies = "") =>
  `[project]\nname = "${name}"\nversion = "1"\ndependencies = [${dependencies}]\n`;

test.each([
  ['editable = "other"', undefined, "no manifest that is here is its own"],
  ['virtual = "."', undefined, "pyproject.toml is that of another package"],
  ['editable = "../other"', undefined, "it is a folder outside the repository"],
  ['editable = "other"', pyproject("third"), "other/pyproject.toml is that of another package"],
  ['editable = "other"', pyproject("Other"), undefined],
])(
  "what a lockfile calls the project's own must be here: %s with %j",
  async (source, other, reason) => {
    const { graphs } = await readInventory(
      memorySource({
        "uv.lock": lock(source),
        "pyproject.toml": pyproject("demo", '"other"'),
        ...(other === undefined ? {} : { "other/pyproject.toml": other }),
      }),
    );
    const gaps = graphs.flatMap((graph) => graph.gaps).map((gap) => gap.reason);
    expect(gaps).toEqual(reason === undefined ? [] : expect.arrayContaining([reason]));
  },
);
