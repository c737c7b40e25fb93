import { expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";

const COMMIT = "c0".repeat(20);
const FILES = {
  Cartfile: `# what ships
github "Acme/Net" ~> 4.0 # the network
github "https://github.example.test/acme/Inner.git"
binary "https://example.test/releases/Maps.json" ~> 2.0
git "https://user:secret@gitlab.com/group/Deep.git" "main"
`,
  "Cartfile.private": 'github "Quick/Nimble"\n',
  "Cartfile.resolved": `binary "https://example.test/releases/Maps.json" "2.1.0"
git "https://user:secret@gitlab.com/group/Deep.git" "${COMMIT}"
github "Quick/Nimble" "v9.2.1"
github "acme/Net" "4.0.1"
github "acme/Below" "${COMMIT}"
github "https://github.example.test/acme/Inner.git" "1.0"
`,
};

test("repositories and binaries by their places; a commit is no version", async () => {
  const graph = await graphOf(FILES);
  expect(graph.components.map(({ name, version, purl }) => [name, version, purl])).toEqual([
    ["project", undefined, "pkg:generic/project"],
    ["Nimble", "v9.2.1", "pkg:github/quick/nimble@v9.2.1"],
    ["Below", undefined, `pkg:github/acme/below@${COMMIT}`],
    ["Net", "4.0.1", "pkg:github/acme/net@4.0.1"],
    [
      "Maps",
      "2.1.0",
      "pkg:generic/Maps@2.1.0?download_url=https:%2F%2Fexample.test%2Freleases%2FMaps.json",
    ],
    [
      "Inner",
      "1.0",
      "pkg:generic/Inner?vcs_url=git%2Bhttps:%2F%2Fgithub.example.test%2Facme%2FInner.git%401.0",
    ],
    [
      "Deep",
      undefined,
      `pkg:generic/Deep?vcs_url=git%2Bhttps:%2F%2Fgitlab.com%2Fgroup%2FDeep.git%40${COMMIT}`,
    ],
  ]);
  expect(graph.components.map(({ location }) => location.startLine)).toEqual([
    undefined,
    3,
    5,
    4,
    1,
    6,
    2,
  ]);
  expect(JSON.stringify(graph)).not.toContain("secret");
});

test("what the project asks for stands in its Cartfiles, the private one for development", async () => {
  const graph = await graphOf(FILES);
  expect(graph.edgeCompleteness).toBe("direct");
  expect(edgesOf(graph)).toEqual([
    ". > Quick/Nimble development",
    ". > acme/Net runtime",
    ". > https://example.test/releases/Maps.json runtime",
    ". > https://github.example.test/acme/Inner.git runtime",
    ". > https://gitlab.com/group/Deep.git runtime",
  ]);
  expect(fieldOf(graph, "direct")["acme/Below"]).toBe(false);
  expect(fieldOf(graph, "scope")["Quick/Nimble"]).toBe("development");
  expect(gapsOf(graph)).toEqual([]);
  expect(graph.covers).toEqual(["Cartfile", "Cartfile.private"]);
});

test("without them nothing is known of that, and what they ask for may not be locked", async () => {
  const alone = await graphOf({ "Cartfile.resolved": FILES["Cartfile.resolved"] });
  expect([alone.edgeCompleteness, alone.roots, alone.edges]).toEqual(["unknown", [], []]);
  const stale = await graphOf({ ...FILES, "Cartfile.private": 'github "Quick/Quick" ~> 4.0\n' });
  expect(gapsOf(stale)).toEqual([
    "stale Cartfile.private: it asks for other packages: Quick/Quick is not locked",
  ]);
});

test("lines that are broken, there twice or local are said", async () => {
  const graph = await graphOf({
    "Cartfile.resolved":
      'github "a/b" "1.0"\r\ngithub "a/b" "1.1"\r\ngithub "a/c"\r\n\ngit "/srv/x" "1.0"\r\nsvn "x" "1"\r\n',
  });
  expect(gapsOf(graph)).toEqual([
    "entry /srv/x: its repository is a local folder, or no URL",
    "entry a/b: it stands in the file twice",
    "entry line 3: it is no dependency",
    "entry line 6: it is no dependency",
  ]);
  expect(await skippedOf({ "Cartfile.resolved": "oops\n" })).toEqual([
    "unreadable Cartfile.resolved: Cartfile.resolved names no dependency",
  ]);
  expect((await graphOf({ "Cartfile.resolved": "" })).saysEmpty).toBe(true);
});

test("a Cartfile without a lockfile is reported where it asks for something", async () => {
  expect(await skippedOf({ Cartfile: 'github "a/b"\n' })).toHaveLength(1);
  expect(await skippedOf({ Cartfile: "# nothing\n" })).toEqual([]);
});

test("changed anywhere, a lockfile gives a sound graph or a reason", async () => {
  const entries = (text: string) => text.match(/^.*\S.*$/gm)?.length ?? 0;
  await expectNothingSilent("Cartfile.resolved", FILES, 300, (text) => entries(text) + 1);
});
