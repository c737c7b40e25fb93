import { expect, it } from "vitest";
import { imageCommand } from "./image-command.ts";

it("has the inputs of all operations on GitHub, and none of theirs on the command line", () => {
  const { inputs } = imageCommand;
  const hostOf = (name: string) => inputs[name]?.host;
  expect(["key", "platform", "operation", "fail-on"].map(hostOf)).toEqual(Array(4).fill("action"));
  const shown = Object.entries(inputs).filter(([, { host }]) => host !== "action");
  expect(shown.map(([name]) => name)).toEqual(["image"]);
  expect(Object.values(inputs).filter(({ required }) => required)).toEqual([]);
});
