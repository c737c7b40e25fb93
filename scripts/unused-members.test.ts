import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { withoutUnusedMembers } from "./unused-members.ts";

afterAll(cleanUp);

test("members of libraries' classes that nobody names are left out, and nothing else is", async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, {
    "shared/vendor-a.js":
      'export class A{constructor(){}used(){}unused(){}get never(){return 1}"quoted"(){}["computed"](){}static spare(){}named(){}}',
    "shared/own.js":
      'import{A}from"./vendor-a.js";class B{alone(){}}new A().used();A[`named`]();new B;',
  });
  withoutUnusedMembers(folder);
  expect(await readFile(join(folder, "shared/vendor-a.js"), "utf8")).toBe(
    'export class A{constructor(){}used(){}"quoted"(){}["computed"](){}named(){}}',
  );
  expect(await readFile(join(folder, "shared/own.js"), "utf8")).toContain("class B{alone(){}}");
});
