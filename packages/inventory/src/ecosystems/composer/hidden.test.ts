import { expect, test } from "vitest";
import { memorySource, readInventory } from "../../index.ts";

const REF = "a".repeat(40);
const PUBLIC = "https://packagist.org/downloads/";
const own = {
  name: "s/a",
  version: "1.0.0",
  "notification-url": PUBLIC,
  source: { type: "git", url: "https://github.com/S/a.git", reference: REF },
  dist: { type: "zip", url: `https://api.github.com/repos/s/a/zipball/${REF}`, reference: REF },
};

async function read(entry: object, more: object = {}) {
  const { graphs } = await readInventory(
    memorySource({
      "composer.lock": JSON.stringify({ packages: [entry], "packages-dev": [] }),
      "composer.json": JSON.stringify({ require: { "s/a": "*" }, ...more }),
    }),
  );
  const found = graphs[0]?.components.find(({ name }) => name === "s/a");
  const gaps = graphs[0]?.gaps.filter(({ kind }) => kind === "entry").map(({ reason }) => reason);
  return { purl: found?.purl, firstParty: found?.firstParty, scope: found?.scope, gaps };
}

test("a package of packagist.org whose archive lies elsewhere is not that of packagist.org", async () => {
  const url = "https://evil.example/a.zip";
  const purl = "pkg:composer/s/a@1.0.0?download_url=https:%2F%2Fevil.example%2Fa.zip";
  const mirrors = [{ url, preferred: true }];
  expect((await read(own)).purl).toBe("pkg:composer/s/a@1.0.0");
  expect((await read({ ...own, dist: { ...own.dist, url } })).purl).toBe(purl);
  expect((await read({ ...own, dist: { ...own.dist, mirrors } })).purl).toBe(purl);
});

test.each([
  [`https://api.github.com/repos/evil/a/zipball/${REF}`],
  [`https://api.github.com/repos/s/a/zipball/${"b".repeat(40)}`],
])("an archive of another repository or commit than the source: %s", async (url) => {
  expect((await read({ ...own, dist: { ...own.dist, url } })).gaps).toEqual([
    "its archive is of another repository or commit than its `source`",
  ]);
});

test("a folder with a repository beside it is not the project's own", async () => {
  const dist = { type: "path", url: "packages/a" };
  const { source, ...folder } = { ...own, dist };
  expect(await read(folder)).toMatchObject({ firstParty: true, gaps: [] });
  expect(await read({ ...folder, source })).toMatchObject({
    firstParty: false,
    gaps: ["its archive has no URL, or lies on one machine"],
  });
});

test("what stands in `packages` is installed without development too, whoever asks for it", async () => {
  expect(await read(own, { require: {}, "require-dev": { "s/a": "*" } })).toMatchObject({
    scope: "runtime",
  });
});
