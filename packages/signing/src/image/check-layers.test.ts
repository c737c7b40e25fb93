import type { CommandContext } from "@assay/core";
import { type ImageStore, parseManifest, StoreError, type StoreFailure } from "@assay/oci";
import { checkContext } from "@assay/testkit";
import { expect, test } from "vitest";
import { checkLayers } from "./check-layers.ts";

const digestOf = (digit: string) => `sha256:${digit.repeat(64)}`;
const FOREIGN = "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip";

/** What is found of an image of two layers, of which the older one can't be read. */
async function checked(mediaType: string, failure: StoreFailure) {
  const config = {
    mediaType: "application/vnd.oci.image.config.v1+json",
    ...{ digest: digestOf("c"), size: 2 },
  };
  const layers = [
    { mediaType, digest: digestOf("1"), size: 2 },
    { mediaType: "application/vnd.oci.image.layer.v1.tar", digest: digestOf("2"), size: 2 },
  ];
  const manifest = { schemaVersion: 2, config, layers };
  const type = "application/vnd.oci.image.manifest.v1+json";
  const stored = parseManifest(Buffer.from(JSON.stringify(manifest)), {
    what: "The manifest",
    mediaType: type,
  });
  const store = {
    kind: "registry",
    name: "image",
    blob: async function* ({ digest }: { digest: string }) {
      if (digest === digestOf("1")) throw new StoreError(failure, "no layer");
      yield Buffer.from("{}");
    },
  } as unknown as ImageStore;
  const context = checkContext("/") as unknown as CommandContext;
  const { failures, skipped } = await checkLayers(context, store, [{ name: "image", stored }]);
  return [...failures.map(({ ruleId }) => ruleId), ...skipped.map(({ reason }) => reason)];
}

test("a layer that its maker keeps elsewhere may be missing", async () => {
  expect(await checked(FOREIGN, "failed")).toEqual(["a layer that registries do not keep"]);
});

test.each([
  [FOREIGN, "digest-mismatch", "image.tampered"],
  [FOREIGN, "forbidden", "image.forbidden"],
  ["application/vnd.example.foreign", "failed", "image.unreadable"],
] as const)("a layer of type %s that fails as %s is no such", async (type, failure, rule) => {
  expect(await checked(type, failure)).toEqual([rule]);
});
