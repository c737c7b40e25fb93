import { ExternalError, InternalError, UsageError } from "@assay/core";
import { expect, test } from "vitest";
import { printError } from "./print-error.ts";
import { terminalLogger, terminalProgress, useColour } from "./terminal.ts";
import { fakeTerminal } from "./test/terminal.ts";

test("colour is for terminals that want it", () => {
  const colour = (isTTY: boolean, environment: Record<string, string>) =>
    useColour({ isTTY, write() {} }, environment);
  expect(colour(true, {})).toBe(true);
  expect(colour(true, { NO_COLOR: "" })).toBe(true);
  expect(colour(true, { NO_COLOR: "1" })).toBe(false);
  expect(colour(true, { TERM: "dumb" })).toBe(false);
  expect(colour(false, {})).toBe(false);
});

test("the log shows what is important enough, and no control characters", () => {
  const terminal = fakeTerminal("/");
  const logger = terminalLogger(terminal, "notice");
  logger.info("not shown");
  logger.warning("a\u001b[2Jb\rc");
  expect(terminal.err()).toBe("warning: a\uFFFD[2Jb\uFFFDc\n");
  logger.error("a\n ::stop-commands::x ##[add-mask]y");
  expect(terminal.err()).not.toMatch(/^\s*::|##\[/m);
  expect(terminal.out()).toBe("");
});

test("progress is one line on a terminal, and nothing elsewhere", () => {
  const pipe = fakeTerminal("/");
  terminalProgress(pipe).update("files", 1, 2);
  expect(pipe.err()).toBe("");
  const terminal = fakeTerminal("/", { isTTY: true, environment: {} });
  const progress = terminalProgress(terminal);
  progress.update("files", 1, 2);
  progress.update("files", 1, 2);
  progress.update("bytes", 7);
  progress.finish();
  progress.finish();
  expect(terminal.err()).toBe("\r\u001b[Kfiles 1/2\r\u001b[Kbytes 7\r\u001b[K");
});

test("an error tells what is wrong, all problems and what to do", () => {
  const terminal = fakeTerminal("/");
  printError(
    new UsageError("2 inputs are wrong", { problems: ["a", "b\u0007"], hint: "Mend them." }),
    terminal,
    false,
  );
  expect(terminal.err()).toBe("error: 2 inputs are wrong\n  - a\n  - b\uFFFD\nhint: Mend them.\n");
});

test("only a defect of ours shows its stack, and only when asked", () => {
  const shown = (error: InternalError | ExternalError, verbose: boolean) => {
    const terminal = fakeTerminal("/");
    printError(error, terminal, verbose);
    return terminal.err();
  };
  expect(shown(new InternalError("oops"), false)).toBe("error: oops\n");
  expect(shown(new InternalError("oops"), true)).toContain("terminal.test.ts");
  expect(shown(new ExternalError("down"), true)).toBe("error: down\n");
});
