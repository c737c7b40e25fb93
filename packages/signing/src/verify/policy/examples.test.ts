import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { testContext } from "../../test/run.ts";
import { readPolicy } from "./read.ts";

const ROOT = new URL("../../../../../", import.meta.url);

afterAll(cleanUp);

test("every policy of the pages is one", async () => {
  const policies: string[] = [];
  for (const page of ["verify", "signing-recipes"]) {
    const text = await readFile(new URL(`docs/${page}.md`, ROOT), "utf8");
    for (const [, code = ""] of text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm))
      if (/^signers:/m.test(code)) policies.push(code);
  }
  expect(policies).toHaveLength(3);
  const root = await temporaryFolder();
  await mkdir(root, { recursive: true });
  for (const policy of policies) {
    await writeFile(join(root, "policy.yml"), policy);
    const read = await readPolicy(testContext({ root }), "policy.yml");
    expect(read.rules.length).toBeGreaterThan(0);
  }
});
