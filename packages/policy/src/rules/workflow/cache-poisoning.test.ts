import { expect, test } from "vitest";
import { said, steps } from "../../test/workflows.ts";
import { cachePoisoning } from "./cache-poisoning.ts";

const CACHE = "- uses: actions/cache@v4";
const PUBLISH = "- run: npm publish";
const found = (name: string) =>
  `6:15 The job \`build\` publishes and reads a cache by \`${name}\`.`;

test.each([
  ["no release", CACHE],
  ["a rehearsal", `${CACHE}\n- run: npm publish --dry-run`],
  ["only written", `- uses: actions/cache/save@v4\n${PUBLISH}`],
  ["not for tags", `${CACHE}\n  if: a && !startsWith(github.ref, 'refs/tags/')\n${PUBLISH}`],
  ["for pull requests", `${CACHE}\n  if: github.event_name == 'pull_request'\n${PUBLISH}`],
  ["only looked up", `${CACHE}\n  with: { lookup-only: true }\n${PUBLISH}`],
  ["setup-node without a cache", `- uses: actions/setup-node@v4\n${PUBLISH}`],
  ["setup-go without one", `- uses: actions/setup-go@v5\n  with: { cache: false }\n${PUBLISH}`],
  ["setup-go before it had one", `- uses: actions/setup-go@v3\n${PUBLISH}`],
  ["switched off by true", `- uses: oven-sh/setup-bun@v2\n  with: { no-cache: true }\n${PUBLISH}`],
])("%s: fine", async (_, text) => {
  expect(await said(cachePoisoning, steps(text))).toEqual([]);
});

test.each([
  ["actions/cache", `${CACHE}\n${PUBLISH}`],
  ["actions/cache", `- uses: actions/cache/restore@v4\n${PUBLISH}`],
  ["actions/setup-go", `- uses: actions/setup-go@v5\n${PUBLISH}`],
  ["actions/setup-node", `- uses: actions/setup-node@v4\n  with: { cache: npm }\n${PUBLISH}`],
  [
    "docker/build-push-action",
    "- uses: docker/build-push-action@v6\n  with: { push: true, cache-from: type=gha }",
  ],
  ["docker/setup-buildx-action", `- uses: docker/setup-buildx-action@v3\n${PUBLISH}`],
  ["swatinem/rust-cache", "- uses: Swatinem/rust-cache@v2\n- run: cargo publish"],
])("a job that publishes reads a cache by %s", async (name, text) => {
  expect(await said(cachePoisoning, steps(text))).toEqual([found(name)]);
});

test.each([
  ["v4", "npm@11.0.0", "", false],
  ["v5", "pnpm@10.0.0", "", true],
  ["v6", "pnpm@10.0.0", "", false],
  ["v6", "npm@11.0.0", "", true],
  ["v6", "npm@11.0.0", "package-manager-cache: false", false],
  ["v6", "npm@11.0.0", "cache: ''", false],
])("setup-node@%s caches by itself for %s, %j: %s", async (version, packageManager, rest, is) => {
  const files = { "package.json": JSON.stringify({ packageManager }) };
  const text = `- uses: actions/setup-node@${version}\n  with: { x: y${rest && `, ${rest}`} }\n${PUBLISH}`;
  expect(await said(cachePoisoning, steps(text), { files })).toEqual(
    is ? [found("actions/setup-node")] : [],
  );
});

test("a job that hands an artifact to a publishing one counts, others do not", async () => {
  const job = (id: string, rest: string) => `  ${id}:\n    runs-on: x\n${rest}`;
  const cached = `    steps:\n      ${CACHE}\n`;
  const made = `${cached}      - uses: actions/upload-artifact@v4\n`;
  const text = `on: push\njobs:\n${job("a", made)}${job("b", made)}${job("t", cached)}${job("c", `    needs: [a, t]\n    steps:\n      ${PUBLISH}\n`)}`;
  expect(await said(cachePoisoning, text)).toEqual([
    "6:15 The job `a` publishes and reads a cache by `actions/cache`.",
  ]);
});

test("a workflow for releases counts as a whole", async () => {
  expect(await said(cachePoisoning, steps(CACHE, "{ push: { tags: [v*] } }"))).toEqual([
    "6:15 The job `build` runs for releases and reads a cache by `actions/cache`.",
  ]);
  expect(
    await said(cachePoisoning, steps(CACHE, "{ push: { tags: [v*], branches: [main] } }")),
  ).toEqual([]);
});

test("`cache-mode` counts both ways", async () => {
  const none = steps(`${CACHE}\n${PUBLISH}`).replace("jobs:", "cache-mode: none\njobs:");
  expect(await said(cachePoisoning, none)).toEqual([]);
  const write = steps("- run: a", "pull_request_target").replace(
    "jobs:",
    "cache-mode: write\njobs:",
  );
  expect(await said(cachePoisoning, write)).toEqual([
    "2:13 `cache-mode: write` lets a run that `pull_request_target` starts write the cache of the default branch.",
  ]);
});
