import { readFile, writeFile } from "node:fs/promises";
import { EOL } from "node:os";
import { join } from "node:path";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import {
  debug,
  endGroup,
  error,
  info,
  notice,
  setOutput,
  setSecret,
  startGroup,
  warning,
} from "./workflow-commands.ts";

afterAll(cleanUp);
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** The lines that something prints. */
function printed(work: () => void): readonly string[] {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  work();
  return write.mock.calls.map(([text]) => String(text).slice(0, -EOL.length));
}

test("each command is one line, whatever its text holds", () => {
  const lines = printed(() => {
    info("::a: line as it is");
    debug("50% of\r\na: b, c");
    setSecret("s3cret\n");
    startGroup("A group");
    endGroup();
    error("wrong");
    notice("seen", {});
    warning("a\nb", {
      title: "50%: a, b\n",
      file: "src/a,b.ts",
      startLine: 3,
      endLine: 4,
      startColumn: 5,
      endColumn: undefined,
    });
  });
  expect(lines).toEqual([
    "::a: line as it is",
    "::debug::50%25 of%0D%0Aa: b, c",
    "::add-mask::s3cret%0A",
    "::group::A group",
    "::endgroup::",
    "::error::wrong",
    "::notice::seen",
    "::warning title=50%25%3A a%2C b%0A,file=src/a%2Cb.ts,line=3,endLine=4,col=5::a%0Ab",
  ]);
});

test("an output stands in the runner's file between two words that nobody can know", async () => {
  const path = join(await temporaryFolder(), "output");
  await writeFile(path, "");
  vi.stubEnv("GITHUB_OUTPUT", path);
  setOutput("report", "a\nb<<c");
  setOutput("empty", "");
  const text = await readFile(path, "utf8");
  const [, first, , second] = /^report<<(\S+)\n(a\nb<<c)\n\1\nempty<<(\S+)\n\n\3\n$/.exec(
    text.replaceAll(EOL, "\n"),
  ) ?? [undefined];
  expect([first, second].map((each) => each?.length)).toEqual([40, 40]);
  expect(first).not.toBe(second);
});

test("without a file an output is a command, and a file that is missing is an error", async () => {
  vi.stubEnv("GITHUB_OUTPUT", "");
  expect(printed(() => setOutput("name", "a\n"))).toEqual(["", "::set-output name=name::a%0A"]);
  vi.stubEnv("GITHUB_OUTPUT", join(await temporaryFolder(), "none"));
  expect(() => setOutput("name", "a")).toThrow("no file is at");
});
