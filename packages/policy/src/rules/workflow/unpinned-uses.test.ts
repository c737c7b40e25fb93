import { expect, test } from "vitest";
import { PIN, said, steps } from "../../test/workflows.ts";
import { unpinnedUses } from "./unpinned-uses.ts";

const MOVES = "is not pinned: a tag or branch can be moved.";

test.each([
  ["a whole commit", `- uses: ${PIN}`],
  ["a commit in upper case", `- uses: ${PIN.toUpperCase()}`],
  ["a local action", "- uses: ./a"],
  ["an action of the same repository", "- uses: $/a"],
  ["an image, which is another rule's", "- uses: docker://alpine:3"],
  ["no action", "- run: echo"],
])("%s is fine", async (_, text) => {
  expect(await said(unpinnedUses, steps(text))).toEqual([]);
});

test.each([
  ["a/b@v4", MOVES],
  ["a/b/c@main", MOVES],
  ["a/b@0123456", "is not pinned: a short commit name can be taken by a tag."],
  ["a/b@${{ env.REF }}", "is not pinned: an expression decides which code runs."],
])("uses: %s", async (uses, message) => {
  expect(await said(unpinnedUses, steps(`- uses: ${uses}`))).toEqual([
    `6:15 \`${uses}\` ${message}`,
  ]);
});

test("what has no ref can't be run", async () => {
  expect(await said(unpinnedUses, steps("- uses: a/b"))).toEqual([
    "6:15 `uses: a/b` can't be run: it has no `@` and a commit, tag or branch behind it.",
  ]);
});

test("calls of reusable workflows and steps of composite actions count", async () => {
  const call = "on: push\njobs:\n  a:\n    uses: o/r/.github/workflows/x.yml@v1\n";
  const files = { "a/action.yml": "runs:\n  using: composite\n  steps:\n    - uses: o/s@v1\n" };
  expect(await said(unpinnedUses, call, { files })).toEqual([
    `4:11 \`o/r/.github/workflows/x.yml@v1\` ${MOVES}`,
    `a/action.yml:4:13 \`o/s@v1\` ${MOVES}`,
  ]);
});

test("trusted owners and repositories may be used by tag, whatever the case", async () => {
  const text = steps("- uses: Octo/a@v1\n- uses: other/ci/x@v1\n- uses: other/b@v1");
  const settings = { trustedOwners: ["octo", "Other/ci"] };
  expect(await said(unpinnedUses, text, { settings })).toEqual([`8:15 \`other/b@v1\` ${MOVES}`]);
});

test("the lock pins actions of a workflow that it has, and no reusable workflow", async () => {
  const lock = (path: string) => `version: 0.0.2
workflows:
  '${path}': ['o/a/sub@v1', 'o/r/.github/workflows/x.yml@v1']
dependencies:
  'o/a@v1': { ref: refs/tags/v1, commit: 'sha1-${"0".repeat(40)}' }
  'o/r@v1': { ref: refs/tags/v1, commit: 'sha1-${"0".repeat(40)}' }
`;
  const text = `${steps("- uses: O/a/sub@v1\n- uses: o/b@v1")}  call:\n    uses: o/r/.github/workflows/x.yml@v1\n`;
  const at = (path: string) =>
    said(unpinnedUses, text, { files: { ".github/workflows/actions.lock": lock(path) } });
  expect(await at(".github/workflows/ci.yml")).toEqual([
    `9:11 \`o/r/.github/workflows/x.yml@v1\` ${MOVES}`,
    `7:15 \`o/b@v1\` ${MOVES}`,
  ]);
  expect(await at(".github/workflows/other.yml")).toHaveLength(3);
});

test("a step that is repeated by an alias is found once", async () => {
  const text = steps("- &a\n  uses: a/b@v1\n- *a");
  expect(await said(unpinnedUses, text)).toEqual([`7:15 \`a/b@v1\` ${MOVES}`]);
});
