import { generateKeyPairSync } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, expect, it, vi } from "vitest";
import { madeBy, sign } from "../test/run.ts";

/** Root may read everything, so the refusal is made up here: the test holds for every user. */
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const open: typeof real.open = (path, ...more) =>
    String(path).endsWith("/locked.tgz")
      ? Promise.reject(
          Object.assign(new Error(`EACCES: permission denied, open '${path}'`), {
            code: "EACCES",
            errno: -13,
            syscall: "open",
          }),
        )
      : real.open(path, ...more);
  return { ...real, open };
});
afterAll(cleanUp);

it("a file that can't be read is a finding without its absolute path, and the others are signed", async () => {
  const root = await temporaryFolder();
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  await writeFile(join(root, "k.key"), privateKey.export({ format: "pem", type: "pkcs8" }));
  await writeFile(join(root, "locked.tgz"), "a");
  await writeFile(join(root, "open.tgz"), "b");
  const result = await sign({ root }, { files: ["*.tgz"], key: "k.key" });
  expect(result.failures.map(({ message }) => message)).toEqual([
    "locked.tgz was not signed: it can't be read (EACCES)",
  ]);
  expect(madeBy(result)).toEqual(["open.tgz.sigstore.json"]);
});
