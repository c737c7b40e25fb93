import { test } from "vitest";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";
import { dependencies, managed, modules, parent, pom, properties, TEST } from "./test/poms.ts";

const FILES = {
  "pom.xml": pom(
    "g:root:1",
    modules("m"),
    properties({ v: "2" }),
    managed(["x:managed:1"]),
    dependencies(["x:a:1"], ["x:b:${v}"], ["x:managed", TEST]),
  ),
  "m/pom.xml": pom(":m", parent("g:root:1"), dependencies(["x:c:1"], ["x:d:1"])),
};
const artifactsIn = (text: string) =>
  new Set(text.match(/<dependency><groupId>x<\/groupId><artifactId>[^<]+/g)).size;

test.each(["pom.xml", "m/pom.xml"] as const)(
  "whatever is done to %s, nothing is lost without a word",
  async (path) => {
    const others = Object.entries(FILES).filter(([each]) => each !== path);
    // Two modules, and what the other one asks for.
    const rest = others.reduce((count, [, text]) => count + artifactsIn(text), 2);
    await expectNothingSilent(path, FILES, 400, (text) => artifactsIn(text) + rest);
  },
);
