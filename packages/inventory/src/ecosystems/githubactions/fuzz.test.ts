import { fuzzRuns } from "@assay/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { expectSound } from "../../assemble/test/mutations.ts";
import { CI_ECOSYSTEMS, memorySource, readInventory } from "../../index.ts";
import { changedText, textChanges } from "../../test/mutated-text.ts";

const CI = ".github/workflows/ci.yml";
const TOKENS = ["uses: a/b@v1\n", "- ", "&a ", "{", "'", "\t", "${{", "jobs:\n", "\u0000", "#"];
const WORKFLOW = `name: CI
jobs:
  a:
    container: {image: "alpine:3"}
    steps:
      - uses: actions/checkout@${"c0".repeat(20)} # v6
      - name: b
        uses: acme/x/y@v1
      - uses: ./own
  b:
    uses: acme/z/.github/workflows/w.yml@main
`;
const OWN = "runs:\n  steps:\n    - uses: acme/deep@v3\n    - uses: ./own\n";

test("changed anywhere, a workflow gives a sound graph, and no line with `uses` is lost without a word", async () => {
  await fc.assert(
    fc.asyncProperty(textChanges(TOKENS), fc.boolean(), async (changes, isOwn) => {
      const files = {
        [CI]: isOwn ? WORKFLOW : changedText(WORKFLOW, changes),
        "own/action.yml": isOwn ? changedText(OWN, changes) : OWN,
      };
      const options = { ecosystems: CI_ECOSYSTEMS };
      const inventory = await readInventory(memorySource(files), options);
      expectSound(inventory);
      const { graphs, skipped } = inventory;
      for (const { components, gaps, path } of graphs) {
        if (path !== CI || gaps.length + skipped.length > 0) continue;
        // Exact lines of steps that are still lists of texts.
        const steps = files[CI].match(/^ {6}- uses: acme\/x\/y@v1$/gm)?.length ?? 0;
        expect(components.length).toBeGreaterThan(Math.min(steps, 1));
      }
    }),
    fuzzRuns(300),
  );
});
