import { expect, test } from "vitest";
import { said, steps } from "../../test/workflows.ts";
import { unpinnedImages } from "./unpinned-images.ts";

const DIGEST = `sha256:${"0a".repeat(32)}`;
const job = (text: string) => `on: push\njobs:\n  a:\n    ${text.replaceAll("\n", "\n    ")}\n`;

test.each([
  ["a digest", `container: node@${DIGEST}`],
  ["a tag and a digest", `container: { image: "node:24@${DIGEST}" }`],
  ["no image", "container: ''"],
  ["no image by the matrix", "container: ${{ matrix.i }}\nstrategy: { matrix: { i: [''] } }"],
  [
    "digests in the matrix",
    `container: \${{ matrix.i }}\nstrategy: { matrix: { i: ["a@${DIGEST}"] } }`,
  ],
  ["an expression that ends in a digest", `container: "\${{ env.R }}/node@${DIGEST}"`],
])("%s is fine", async (_, text) => {
  expect(await said(unpinnedImages, job(text))).toEqual([]);
});

test.each([
  ["container: node", "4:16 high The image `node` has neither tag nor digest."],
  ["container: node:latest", "4:16 high The image `node` has the tag `latest` and no digest."],
  [
    "container:\n  image: localhost:5000/a:1",
    "5:14 medium The image `localhost:5000/a` has the tag `1` and no digest.",
  ],
  [
    "services:\n  db: { image: postgres:16 }",
    "5:20 medium The image `postgres` has the tag `16` and no digest.",
  ],
  ["container: node@sha256:00", "4:16 high The image `node` has neither tag nor digest."],
  [
    "container: ${{ matrix.i }}\nstrategy: { matrix: { include: [{ i: a:1 }] } }",
    "5:42 medium The image `a` has the tag `1` and no digest.",
  ],
  [
    "container: ${{ inputs.i }}",
    "4:16 low Which image runs is decided by `${{ inputs.i }}`: nobody can see whether it is pinned.",
  ],
])("%s", async (text, found) => {
  expect(await said(unpinnedImages, job(text))).toEqual([found]);
});

test("images of steps and of actions count", async () => {
  const files = { "a/action.yaml": "runs:\n  using: docker\n  image: docker://alpine:3\n" };
  expect(await said(unpinnedImages, steps("- uses: docker://alpine"), { files })).toEqual([
    "6:15 high The image `alpine` has neither tag nor digest.",
    "a/action.yaml:3:10 medium The image `alpine` has the tag `3` and no digest.",
  ]);
});
