import { test } from "vitest";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";
import { dependencies, managed, modules, parent, pom, properties } from "./test/poms.ts";

const FILES = {
  "pom.xml": pom(
    "g:root:1",
    modules("m"),
    properties({ v: "2" }),
    managed(["x:managed:1"]),
    dependencies(["x:a:1"], ["x:b:${v}"], ["x:managed", "<scope>test</scope>"]),
  ),
  "m/pom.xml": pom(":m", parent("g:root:1"), dependencies(["x:c:1"], ["x:d:1"])),
};

const entriesIn = (files: typeof FILES) => (text: string) =>
  Math.min(
    ...[text.match(/<dependency><groupId>/g)?.length ?? 0].map(
      (count) => count + 1 + (Object.values(files).length - 1),
    ),
  );

test("whatever is done to a POM, nothing is lost without a word", async () => {
  await expectNothingSilent("m/pom.xml", FILES, 400, entriesIn(FILES));
});
