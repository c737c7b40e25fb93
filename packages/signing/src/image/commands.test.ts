import { join } from "node:path";
import type { Command } from "@assay/core";
import { cleanUp, temporaryFolder, writeImageLayout } from "@assay/testkit";
import { afterAll, expect, it } from "vitest";
import { testContext } from "../test/run.ts";
import { imageAttestCommand, imageSignCommand } from "./index.ts";
import { writeKeys } from "./test/run.ts";

afterAll(cleanUp);

/** The outputs of a run with the defaults of all that is not given. */
async function outputsOf({ inputs, run }: Command, root: string, given: object) {
  const defaults = Object.entries(inputs).map(([name, input]) => [
    name,
    "default" in input ? input.default : undefined,
  ]);
  const { outputs } = await run(testContext({ root }), {
    ...Object.fromEntries(defaults),
    ...given,
  });
  return outputs;
}

it.each([
  ["sign", imageSignCommand as Command, "signed-count", "signatures"],
  ["attest", imageAttestCommand as Command, "attested-count", "attestations"],
])("%s puts out what was made and what was kept", async (_, command, count, places) => {
  const root = await temporaryFolder();
  await writeKeys(root, "k");
  const written = await writeImageLayout(join(root, "image"), [
    { platform: "linux/amd64", layers: [{ a: "amd64" }] },
    { platform: "linux/arm64", layers: [{ a: "arm64" }] },
  ]);
  const given = { image: "oci:image", key: "k.key", predicate: ["image/oci-layout"] };
  const type = { "predicate-type": "https://acme.test/layout/v1" };
  const first = await outputsOf(command, root, { ...given, ...type });
  expect(first).toEqual({
    digest: written.digest,
    [count]: 3,
    ...{ "kept-count": 0, "failed-count": 0 },
    [places]: expect.stringMatching(/^(?:image@sha256:\w{64}\n){2}image@sha256:\w{64}$/),
    records: expect.stringMatching(/^\[\{.*"act":"signed"/),
  });
  expect(await outputsOf(command, root, { ...given, ...type })).toMatchObject({
    ...{ [count]: 0, "kept-count": 3, "failed-count": 0 },
    [places]: first[places],
  });
});
