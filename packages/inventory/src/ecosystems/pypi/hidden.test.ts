import { describe, expect, test } from "vitest";
import { listed } from "../../test/listed.ts";

const SHA = "ab".repeat(32);

describe("requirements.txt, as pip reads it", () => {
  test.each(["\f", "\v", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\r"])(
    "a line ends with %j",
    async (end) => {
      const { packages } = await listed({ "requirements.txt": `a==1\n# x${end}evil==6\n` });
      expect(packages).toEqual(["a@1", "evil@6"]);
    },
  );

  test.each([
    "--pre -r more.txt",
    "-i https://h.example/simple --requirement=more.txt",
    "-c pins.txt -r more.txt",
    "--requirem more.txt",
    "-rmore.txt",
    "-r mo\\re.txt",
    "-r 'more.txt'",
    '--pre -r "more.txt"',
  ])("`%s` includes a file", async (line) => {
    const files = {
      "requirements.txt": `a==1\n${line}\n`,
      "more.txt": "evil==6\n",
      "mo\\re.txt": "",
      "pins.txt": "",
    };
    expect((await listed(files)).packages).toEqual(["a@1", "evil@6"]);
    expect((await listed(files)).gaps).toEqual([]);
  });

  test.each(["-c", "--cons", "--pre -c"])("%s with an address says where from", async (option) => {
    const { packages, gaps } = await listed({
      "requirements.txt": `a==1\n${option} pins.txt\n`,
      "pins.txt": "a @ https://h.example/a-6.tar.gz\na==1\n",
    });
    expect(packages).toEqual(["a@6"]);
    expect(gaps).toEqual([]);
  });

  test("another encoding is a gap", async () => {
    const text = (encoding: string) => `# -*- coding: ${encoding} -*-\na==1\n# x+AAo-evil==6\n`;
    expect((await listed({ "requirements.txt": text("utf-7") })).gaps).toEqual([
      "requirements.txt: it says that it is written in utf-7, and it was read as UTF-8",
    ]);
    expect((await listed({ "requirements.txt": text("UTF-8") })).gaps).toEqual([]);
  });

  test("a version has no control characters", async () => {
    expect((await listed({ "requirements.txt": "a==1\nb==2\x1f#\n" })).gaps).toEqual([
      "requirements.txt: the line is no requirement",
    ]);
  });
});

test("a line break in a field of Pipfile.lock is another requirement for Pipenv", async () => {
  const entry = {
    version: "==1",
    hashes: [`sha256:${SHA}`],
    markers: "python_version > '2'\nevil==6",
  };
  const meta = { hash: {}, "pipfile-spec": 6, sources: [] };
  expect((await listed({ "Pipfile.lock": { _meta: meta, default: { a: entry } } })).gaps).toEqual([
    "a 1: one of its fields has a line break",
  ]);
});

describe("wheels of other packages", () => {
  const lock = (file: string, version = "1.0") => `version = 1
[[package]]
name = "my-a"
version = "${version}"
source = { registry = "https://pypi.org/simple" }
wheels = [{ url = "https://h.example/${file}", hash = "sha256:${SHA}" }]
`;

  test.each([
    ["evil-1.0-py3-none-any.whl", "1.0"],
    ["my_a-6.6-py3-none-any.whl", "1.0"],
  ])("%s for %s", async (file, version) => {
    const { gaps } = await listed({ "uv.lock": lock(file, version) });
    expect(gaps).toContain(`my-a ${version}: its file ${file} is of another package or version`);
  });

  test.each([
    ["my_a-1.0-py3-none-any.whl", "1.0"],
    ["My.A-1.0.0-1-py3-none-any.whl", "1.0"],
    ["my_a-1.0%2Bcpu-py3-none-any.whl", "1.0+cpu"],
    ["my_a-1.0-py3-none-any.whl", "1.0+cpu"],
    ["evil-6.tar.gz", "1.0"],
  ])("its own: %s for %s", async (file, version) => {
    const { gaps } = await listed({ "uv.lock": lock(file, version) });
    expect(gaps.filter((gap) => gap.includes("its file"))).toEqual([]);
  });
});

test("of the scope that Poetry's groups state and the one of the manifest, the one that needs more counts", async () => {
  const { readInventory } = await import("../../inventory.ts");
  const { memorySource } = await import("../../source.ts");
  const { graphs } = await readInventory(
    memorySource({
      "pyproject.toml":
        '[project]\nname = "app"\nversion = "1"\n[tool.poetry.group.dev.dependencies]\na = "*"\n',
      "poetry.lock": `[[package]]\nname = "a"\nversion = "1"\ngroups = ["main", "dev"]\noptional = false\nfiles = []\n[metadata]\nlock-version = "2.1"\npython-versions = "*"\ncontent-hash = "x"\n`,
    }),
  );
  expect(graphs[0]?.components.map(({ name, scope }) => [name, scope])).toEqual([
    ["app", "runtime"],
    ["a", "runtime"],
  ]);
});

test("uv.lock of both names of its list", async () => {
  const text = `version = 1\n[[distribution]]\nname = "evil"\nversion = "6"\n# [[package]]\n[manifest]\n`;
  expect((await listed({ "uv.lock": text })).gaps).toEqual([
    "uv.lock: it has a list `distribution` too, which was not read",
  ]);
});
