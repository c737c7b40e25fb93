import { fuzzRuns } from "@assay/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { expectSound } from "../../assemble/test/mutations.ts";
import { memorySource, readInventory } from "../../index.ts";
import { changedText, textChanges } from "../../test/mutated-text.ts";

const TOKENS = [
  "(",
  ")",
  '"',
  "`",
  "//",
  "=>",
  "require",
  "replace",
  "tool",
  "use",
  "__proto__",
  "../..",
  "9".repeat(400),
  "\u0000",
  "\r\n",
  " ",
];

const FILES = {
  "go.work":
    "go 1.25\n\nuse (\n\t./a\n\t./b\n)\n\nreplace example.test/r => example.test/theirs v2.0.0\n",
  "a/go.mod": `module example.test/a

go 1.25

tool example.test/x/cmd

require (
	example.test/r v1.0.0
	example.test/x v1.2.3 // indirect
)

require example.test/local v0.0.0

replace example.test/local => ../local
`,
  "b/go.mod": "module example.test/b\n\ngo 1.25\n\nrequire example.test/x v1.2.4-rc.1\n",
  "local/go.mod": "module example.test/local\n\ngo 1.25\n\nrequire example.test/x v1.0.0\n",
  "local/go.sum": "example.test/x v1.0.0/go.mod h1:AA=\n",
  "go.work.sum":
    "example.test/theirs v2.0.0/go.mod h1:AA=\nexample.test/x v1.2.4-rc.1/go.mod h1:AA=\n",
  "vendor/modules.txt":
    "## workspace\n# example.test/r v1.0.0 => example.test/theirs v2.0.0\n## explicit\nexample.test/r\n# example.test/x v1.2.4-rc.1\n## explicit; go 1.20\nexample.test/x/cmd\n# example.test/local v0.0.0 => ./local\n## explicit\nexample.test/local\n",
};

test("changed anywhere, files give sound graphs or a reason, and no module is lost without a word", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(Object.keys(FILES) as (keyof typeof FILES)[])),
      textChanges(TOKENS),
      fc.boolean(),
      async (path, changes, isVendored) => {
        const files: Record<string, string> = {
          ...FILES,
          [path]: changedText(FILES[path], changes),
        };
        if (!isVendored) delete files["vendor/modules.txt"];
        const inventory = await readInventory(memorySource(files));
        const { graphs, skipped } = inventory;
        expect(graphs.length + skipped.length).toBeGreaterThanOrEqual(2);
        expectSound(inventory);
        const isReported = skipped.length > 0 || graphs.some(({ gaps }) => gaps.length > 0);
        const known = new Set(
          graphs.flatMap(({ components }) => components.map(({ name }) => name)),
        );
        if (!isReported && path !== "go.work") expect(known.has("example.test/x")).toBe(true);
      },
    ),
    fuzzRuns(500),
  );
});
