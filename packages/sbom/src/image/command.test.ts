import { silentLogger } from "@assay/core";
import { createGuardedHttp } from "@assay/core/host";
import {
  checkContext,
  cleanUp,
  temporaryFolder,
  writeFiles,
  writeImageLayout,
} from "@assay/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { imageSbomCommand } from "./command.ts";

afterAll(cleanUp);

const FILES = {
  "etc/os-release": 'ID=debian\nVERSION_ID="12"\n',
  "var/lib/dpkg/status":
    "Package: libc6\nStatus: install ok installed\nArchitecture: amd64\nVersion: 2.36-9\n\n",
};
const NO_CONFIG = { section: () => undefined, place: () => undefined };

let root: string;
beforeAll(async () => {
  root = await temporaryFolder();
  const layers = [FILES, { "app/a.txt": "1" }];
  await writeImageLayout(`${root}/image`, [
    { platform: "linux/amd64", layers },
    { platform: "linux/arm64", layers },
  ]);
  await writeFiles(`${root}/rootfs`, FILES);
});

async function run(explicit: Record<string, unknown>) {
  const defaults = Object.entries(imageSbomCommand.inputs).map(([name, input]) => [
    name,
    "default" in input ? input.default : undefined,
  ]);
  const base = checkContext(root);
  const { clock, environment, signal } = base;
  const http = createGuardedHttp({
    ...{ hosts: [], offline: true, environment, clock, logger: silentLogger, signal },
  });
  const context = {
    ...{ ...base, http, config: NO_CONFIG, products: { write: async () => {} } },
    mask: () => {},
  };
  const inputs = { ...Object.fromEntries(defaults), ...explicit };
  const { results, outputs } = await imageSbomCommand.run(context, inputs as never);
  const artifacts = results.flatMap((result) => result.artifacts);
  return { results, outputs, names: artifacts.map(({ name }) => name), artifacts };
}

test("an image of two platforms gives a document of each and of the index", async () => {
  const { names, outputs, results } = await run({ image: "oci:image", formats: ["spdx-2.3"] });
  expect(names).toEqual([
    "sbom.index.spdx.json",
    "sbom.linux-amd64.spdx.json",
    "sbom.linux-arm64.spdx.json",
  ]);
  expect(outputs).toEqual({
    digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    "component-count": 4,
  });
  expect(results.map(({ check, coverage }) => [check, coverage.summary])).toEqual([
    [
      "inventory",
      expect.stringMatching(
        /^1 package in oci:image:latest@sha256:\w{64} \(linux\/amd64, linux\/arm64\)$/,
      ),
    ],
    ["sbom", "linux/amd64: 2 components; linux/arm64: 2 components"],
  ]);
});

test("of one platform there is no document of the index, for it would leave the others out", async () => {
  const { names, results } = await run({ image: "oci:image", platform: ["linux/arm64"] });
  expect(names).toEqual(["sbom.linux-arm64.cdx.json", "sbom.linux-arm64.spdx.json"]);
  expect(results[1]?.notices).toEqual(["1 image of other platforms is left out."]);
});

test("a folder is an image without a digest, and where it lies is in no document", async () => {
  const { names, outputs, artifacts } = await run({ image: "dir:rootfs" });
  expect(names).toEqual(["sbom.cdx.json", "sbom.spdx.json"]);
  expect(outputs).toEqual({ "component-count": 2 });
  for (const { bytes } of artifacts) expect(Buffer.from(bytes).includes(root)).toBe(false);
});

test("the standard output takes one document, not the first of several", async () => {
  const one = { image: "oci:image", formats: ["spdx-2.3"], output: "-" };
  await expect(run(one)).rejects.toThrow("`--output -` prints one document, and the image has 3");
  expect((await run({ ...one, platform: ["linux/arm64"] })).names).toHaveLength(1);
});
