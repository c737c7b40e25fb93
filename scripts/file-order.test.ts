import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanUp, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { inOrder } from "./file-order.ts";

afterAll(cleanUp);

test("files get their number, and who loads them follows; a file that is not in the list keeps its name", async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, {
    "cli.js": 'import{a}from"./shared/part-base.js";await import("./shared/part-base.js");\n',
    "shared/part-base.js": "const late=()=>import(`./new.js`);export{late as a};\n",
    "shared/new.js": 'import{a}from"./part-base.js";const text="see part-base.js";\n',
  });
  inOrder(folder);
  const [, file = ""] = /"\.\/shared\/(\d\d-base\.js)"/.exec(read("cli.js")) ?? [];
  expect(read("cli.js")).toBe(
    `import{a}from"./shared/${file}";await import("./shared/${file}");\n`,
  );
  expect(read(`shared/${file}`)).toBe("const late=()=>import(`./new.js`);export{late as a};\n");
  expect(read("shared/new.js")).toBe(`import{a}from"./${file}";const text="see part-base.js";\n`);
  expect(existsSync(join(folder, "shared/part-base.js"))).toBe(false);

  function read(name: string): string {
    return readFileSync(join(folder, name), "utf8");
  }
});

test.each([
  'import{a}from"./part-cli-keys.js";\n',
  'import"./part-cli-keys.js";\n',
  'export{a}from"./part-cli-keys.js";\n',
])(
  "a file of the archive that can't be loaded without the command line's ends the build: %s",
  async (text) => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { "shared/part-base.js": text, "shared/part-cli-keys.js": "" });
    expect(() => inOrder(folder)).toThrow("part-base.js is in the archive");
  },
);

test("what is loaded late may be left out, and the command line loads its own at once", async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, {
    "cli.js": 'import"./shared/part-cli-keys.js";\n',
    "shared/part-base.js": 'const late=()=>import("./part-cli-keys.js");\n',
    "shared/part-cli-helpers.js": 'import"./part-cli-keys.js";\n',
    "shared/part-cli-keys.js": "",
  });
  expect(() => inOrder(folder)).not.toThrow();
});
