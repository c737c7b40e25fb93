import { expect, test } from "vitest";
import { escapeWorkflowCommands } from "./workflow-commands.ts";

test("leaves the runner no command", () => {
  const text = escapeWorkflowCommands(
    "ok :: fine\n  ::set-output name=a::b\r::x::\nsee ##[error]boo",
  );
  expect(text.split(/[\r\n]/).some((line) => line.trimStart().startsWith("::"))).toBe(false);
  expect(text).not.toContain("##[");
  expect(text).toContain("ok :: fine");
});

test.each(["##vso[task.setvariable variable=x]y", "a ##VSO[build.addbuildtag]b", "##teamcity[x]"])(
  "leaves no other runner one: %s",
  (text) => {
    expect(escapeWorkflowCommands(text)).not.toMatch(/##\w*\[/);
    expect(escapeWorkflowCommands(text).replaceAll("\u200b", "")).toBe(text);
  },
);
