import { expect, it } from "vitest";
import { advisory, fixedIn } from "./test/advisories.ts";
import { suggest } from "./test/suggest.ts";

it("pins an action by its tag, and says how its commit is found", async () => {
  const sha = "a".repeat(40);
  const path = ".github/workflows/ci.yml";
  const text = `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: acme/act@${sha} # v1.0.0\n`;
  const [suggestion] = await suggest({ [path]: text }, [
    advisory("GHSA-1", ["GitHub Actions", "acme/act"], fixedIn("1.0.1")),
  ]);
  expect(suggestion).toMatchObject({
    to: "v1.0.1",
    updateType: "patch",
    edits: [
      {
        kind: "line",
        file: path,
        line: 6,
        before: `- uses: acme/act@${sha} # v1.0.0`,
        after: "- uses: acme/act@<commit of v1.0.1> # v1.0.1",
      },
    ],
    commands: ["git ls-remote https://github.com/acme/act refs/tags/v1.0.1 'refs/tags/v1.0.1^{}'"],
  });
});

it("edits the line of a requirements file, which is lockfile and manifest in one", async () => {
  const [suggestion] = await suggest({ "requirements.txt": "# x\nleft==1.0.0\n" }, [
    advisory("PYSEC-1", ["PyPI", "left"], fixedIn("1.0.1")),
  ]);
  expect(suggestion?.edits).toEqual([
    {
      kind: "line",
      file: "requirements.txt",
      line: 2,
      before: "left==1.0.0",
      after: "left==1.0.1",
    },
  ]);
});

it("moves a crate with cargo update --precise", async () => {
  const files = {
    "Cargo.toml": '[package]\nname = "app"\nversion = "1.0.0"\n\n[dependencies]\nleft = "1.0"\n',
    "Cargo.lock": `version = 4\n\n[[package]]\nname = "app"\nversion = "1.0.0"\ndependencies = [\n "left",\n]\n\n[[package]]\nname = "left"\nversion = "1.0.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\nchecksum = "${"a".repeat(64)}"\n`,
  };
  const [suggestion] = await suggest(files, [
    advisory("RUSTSEC-1", ["crates.io", "left"], fixedIn("1.2.0")),
  ]);
  expect(suggestion?.commands).toEqual(["cargo update -p left@1.0.0 --precise 1.2.0"]);
});

it("takes a module with go get", async () => {
  const files = {
    "go.mod": "module example.test/app\n\ngo 1.22\n\nrequire example.test/m v1.0.0\n",
  };
  const [suggestion] = await suggest(files, [
    advisory("GO-1", ["Go", "example.test/m"], fixedIn("1.2.0")),
  ]);
  expect(suggestion?.commands).toEqual(["go get example.test/m@v1.2.0", "go mod tidy"]);
});
