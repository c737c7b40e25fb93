import { expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";

const INNER = "1A".repeat(32);
const OUTER = "5E".repeat(32);
const COMMIT = "c0".repeat(20);

const LIST = `[{<<"cowboy">>,{pkg,<<"cowboy">>,<<"2.9.0">>},0},
 {<<"cowlib">>,{pkg,<<"cowlib">>,<<"2.11.0">>},1},
 {<<"jsx">>,{pkg,<<"jsx_real">>,<<"3.1.0">>},0},
 {<<"lager">>,
  {git,"https://user:secret@gitlab.com/group/sub/lager.git",
       {ref,"${COMMIT}"}},
  0},
 {<<"part">>,
  {git_subdir,"git@github.com:acme/mono.git",{ref,"${COMMIT}"},"apps/part"},
  1}]`;
const HASHED = ["cowboy", "cowlib", "jsx"];
const hashes = (value: string) =>
  HASHED.map((app) => ` {<<"${app}">>, <<"${value}">>}`).join(",\n");
const FILES = {
  "rebar.config": `%% -*- erlang -*-
{erl_opts, [debug_info, {d, 'X y', "a\\"b"}]}.
{deps, [cowboy, {jsx, "3.1.0", {pkg, jsx_real}}, {lager, {git, "https://gitlab.com/group/sub/lager.git", {tag, "3"}}}]}.
{profiles, [{test, [{deps, [meck]}]}]}.
`,
  "rebar.lock": `{"1.2.0",\n${LIST}}.\n[\n{pkg_hash,[\n${hashes(INNER)}]},\n{pkg_hash_ext,[\n${hashes(OUTER)}]}\n].\n`,
  "src/shop.app.src": "{application, shop, []}.",
};

test("level 0 is what the project asks for; who asks for the others is unknown", async () => {
  const graph = await graphOf(FILES);
  expect(graph.edgeCompleteness).toBe("direct");
  expect(edgesOf(graph)).toEqual([
    ". > cowboy runtime",
    ". > jsx runtime [as jsx]",
    ". > lager runtime",
  ]);
  expect(fieldOf(graph, "direct")).toEqual({
    ".": false,
    cowboy: true,
    cowlib: false,
    jsx: true,
    lager: true,
    part: false,
  });
  expect(graph.gaps).toEqual([]);
  expect(graph.covers).toEqual(["rebar.config"]);
});

test("names, purls, archives' checksums and lines", async () => {
  const graph = await graphOf(FILES);
  expect(fieldOf(graph, "purl")).toEqual({
    ".": "pkg:generic/shop",
    cowboy: "pkg:hex/cowboy@2.9.0",
    cowlib: "pkg:hex/cowlib@2.11.0",
    jsx: "pkg:hex/jsx_real@3.1.0",
    lager: `pkg:generic/lager?vcs_url=git%2Bhttps:%2F%2Fgitlab.com%2Fgroup%2Fsub%2Flager.git%40${COMMIT}`,
    part: `pkg:github/acme/mono@${COMMIT}#apps/part`,
  });
  expect(fieldOf(graph, "artifacts")["jsx"]).toEqual([
    { hashes: [{ algorithm: "SHA-256", value: OUTER.toLowerCase() }] },
  ]);
  expect(graph.components.map(({ location }) => location.startLine)).toEqual([
    undefined,
    2,
    3,
    4,
    5,
    9,
  ]);
});

test("applications of the project ask for each other and for packages, and are not locked", async () => {
  const graph = await graphOf({
    "rebar.config": "{deps, []}.",
    "apps/web/rebar.config": "{deps, [cowboy, store]}.",
    "apps/web/src/web.app.src": "",
    "apps/store/src/store.app.src": "",
    "rebar.lock": `[{<<"cowboy">>,{pkg,<<"cowboy">>,<<"2.9.0">>},0},
 {<<"near">>,{path,"libs/near",{mtime,<<"2022-06-09T11:57:54Z">>}},0},
 {<<"far">>,{path,"../far",{mtime,<<"2022-06-09T11:57:54Z">>}},0},
 {<<"recon">>,{pkg,<<"recon">>,<<"2.5.0">>},0}].`,
  });
  expect(graph.roots).toEqual(["rebar.lock#.", "rebar.lock#./apps/store", "rebar.lock#./apps/web"]);
  expect(edgesOf(graph)).toEqual([
    ". > far runtime",
    ". > near runtime",
    ". > recon runtime",
    "./apps/web > ./apps/store runtime",
    "./apps/web > cowboy runtime",
  ]);
  expect(fieldOf(graph, "purl")["near"]).toBe("pkg:generic/near#libs/near");
  expect(gapsOf(graph)).toEqual(["entry far: it is a folder outside the repository"]);
  expect(graph.covers).toEqual(["apps/web/rebar.config", "rebar.config"]);
});

test("the old list has no checksums of archives, and one of no version at all has none", async () => {
  const graph = await graphOf({ "rebar.lock": `${LIST}.` });
  expect(graph.components).toHaveLength(6);
  expect(graph.gaps.map(({ reason }) => reason)).toEqual([
    "3 of 5 packages that are downloaded have no checksum",
  ]);
  const inner = `{"1.1.0",\n${LIST}}.\n[{pkg_hash,[${hashes(INNER)}]}].`;
  const hashed = await graphOf({ "rebar.lock": inner });
  expect(hashed.gaps).toEqual([]);
  expect(fieldOf(hashed, "artifacts")["jsx"]).toEqual([]);
});

test("a lockfile that is newer, stale or odd is incomplete", async () => {
  const graph = await graphOf({
    "rebar.config": '{deps, [cowboy, recon, {<<"uuid">>, "1"}]}.',
    "apps/web/rebar.config": "{deps, [jsx].",
    "rebar.lock": `{"9.0.0",
[{<<"cowboy">>,{pkg,<<"cowboy">>,<<"2.9.0">>},0},
 {<<"cowboy">>,{pkg,<<"cowboy">>,<<"2.8.0">>},0},
 {<<"raw">>,{hg,"https://example.test/raw",{ref,"1"}},0},
 {<<"short">>,{git,"https://example.test/short.git",{ref,"abc"}},0},
 oops]}.`,
  });
  expect(gapsOf(graph)).toEqual([
    "entry cowboy: it stands in the file twice",
    "entry line 6: it is no package of a registry or repository that is known",
    "entry raw: it is no package of a registry or repository that is known",
    "stale rebar.config: it asks for other packages: recon is not locked, uuid is not locked",
    "entry rebar.lock: nobody can say whether it fits apps/web/rebar.config: apps/web/rebar.config can't be understood from line 1 on: a comma or } is missing",
    "entry short: no full git commit is named",
    "entry version 9.0.0: only versions 1.1.0 and 1.2.0 are known: something may be missing",
  ]);
});

test("what a script may change is not compared", async () => {
  const graph = await graphOf({
    ...FILES,
    "rebar.config": "{deps, [recon]}.",
    "rebar.config.script": "CONFIG.",
  });
  expect(graph.gaps).toEqual([]);
});

test.each([
  [
    "cut",
    FILES["rebar.lock"].slice(0, 200),
    "can't be understood from line 6 on: a quote is not closed",
  ],
  ["no list", "{deps, []}.", "is no list of packages"],
  ["empty", "", "is no list of packages"],
  ["without its full stop", "[]", "can't be understood from line 1 on: a full stop is missing"],
])("a lockfile that is %s is not read", async (_, text, reason) => {
  expect(await skippedOf({ "rebar.lock": text })).toEqual([
    `unreadable rebar.lock: rebar.lock ${reason}`,
  ]);
});

test("a project without a lockfile is reported where its default profile asks for packages", async () => {
  expect(await skippedOf({ "rebar.config": "{deps, [cowboy]}." })).toHaveLength(1);
  expect(await skippedOf({ "rebar.config": "{deps, []}.\n{erl_opts, [debug_info]}." })).toEqual([]);
  expect(await skippedOf({ "rebar.config": "{deps, [" })).toEqual([
    "unlocked rebar.config: no lockfile covers it, and what it asks for is not known: rebar.config can't be understood from line 1 on: it is no term",
  ]);
});

test("changed anywhere, a lockfile gives a sound graph or a reason", async () => {
  const entries = (text: string) => text.match(/\},\s*\d+\}/g)?.length ?? 0;
  await expectNothingSilent("rebar.lock", FILES, 300, (text) => entries(text) + 1);
});
