import {
  cleanUp,
  type MiniRegistry,
  type RegistryFault,
  startMiniRegistry,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { SIGN_DEFAULTS, testContext, VERIFY_DEFAULTS } from "../test/run.ts";
import { withImage } from "./run.ts";
import { signImage } from "./sign-image.ts";
import { writeKeys } from "./test/run.ts";
import { verifyImage } from "./verify-image.ts";

let registry: MiniRegistry;
let root: string;
let digest: string;

async function start(options: Parameters<typeof startMiniRegistry>[0] = {}): Promise<void> {
  registry = await startMiniRegistry(options);
  root = await temporaryFolder();
  await writeKeys(root, "k");
  const platforms = ["amd64", "arm64"].map((architecture) => ({
    ...registry.putImage("team/app", {
      layers: [architecture],
      config: { os: "linux", architecture },
    }),
    platform: { os: "linux", architecture },
  }));
  const mediaType = "application/vnd.oci.image.index.v1+json";
  const index = { schemaVersion: 2, mediaType, manifests: platforms };
  digest = registry.putManifest("team/app", index, "1.0");
}

afterEach(() => registry.close());
afterAll(cleanUp);

function context() {
  const environment = { HOME: root, RUNNER_TEMP: root };
  return testContext({ root, hosts: [registry.url], environment });
}

async function sign(reference = `${registry.host}/team/app@${digest}`) {
  const options = {
    ...SIGN_DEFAULTS,
    key: "k.key",
    recursive: true,
    annotations: {},
    legacy: false,
  };
  const run = context();
  return await withImage(run, reference, {}, "sign", (image) => signImage(run, image, options));
}

async function verify(reference = `${registry.host}/team/app@${digest}`) {
  const options = {
    ...{ ...VERIFY_DEFAULTS, key: "k.pub", requireSignature: true, indexOnly: false },
    ...{ platforms: [], annotations: {}, checkLayers: false },
  };
  const run = context();
  return await withImage(run, reference, {}, "verify", (image) => verifyImage(run, image, options));
}

async function causes(): Promise<readonly (readonly [string, string])[]> {
  const { result } = await verify();
  const all = result.failures.map(({ ruleId, kind }) => [ruleId, kind] as const);
  return [...new Map(all.map((one) => [one.join(), one])).values()];
}

describe.each([
  ["with the referrers API", { referrers: true }],
  ["without the referrers API", { referrers: false }],
] as const)("a registry %s", (_name, options) => {
  it("keeps one signature of each manifest, however often the image is signed", async () => {
    await start(options);
    expect((await verify()).result.failures.map(({ ruleId }) => ruleId)).toEqual(
      Array(3).fill("image.unsigned"),
    );
    expect((await sign()).result.records.map(({ act }) => act)).toEqual(Array(3).fill("signed"));
    expect((await sign()).result.records.map(({ act }) => act)).toEqual(Array(3).fill("kept"));
    const { result, digest: found } = await verify();
    expect(result.failures).toEqual([]);
    expect(found).toBe(digest);
  });

  it("names the digest that a tag stood for", async () => {
    await start(options);
    const { result } = await sign(`${registry.host}/team/app:1.0`);
    expect(result.records).toHaveLength(3);
    expect(result.notices?.[0]).toBe(
      `The tag 1.0 stood for ${digest} when this run looked: name the digest, and nothing else can come in between.`,
    );
  });
});

describe("a registry that can't answer is no registry without signatures", () => {
  it.each<readonly [string, RegistryFault, readonly (readonly [string, string])[]]>([
    ["401", { path: /referrers/, status: 401 }, [["image.unauthorized", "external"]]],
    ["403", { path: /referrers/, status: 403 }, [["image.forbidden", "external"]]],
    ["429", { path: /referrers/, status: 429 }, [["image.rate-limited", "external"]]],
    ["500", { path: /referrers/, status: 500 }, [["image.unreachable", "external"]]],
    [
      "a connection that is cut",
      { path: /referrers/, hangUp: true },
      [["image.unreachable", "external"]],
    ],
    ["403 on the older tag", { path: /\.sig$/, status: 403 }, [["image.forbidden", "external"]]],
    ["403 on a bundle", { path: /blobs/, status: 403 }, [["image.forbidden", "external"]]],
    ["half a bundle", { path: /blobs/, cutAfter: 100 }, [["image.truncated", "external"]]],
    [
      "a bundle with other bytes",
      { path: /blobs/, change: (body) => Buffer.from(body).fill(0x20, 0, 1) },
      [["image.tampered", "external"]],
    ],
    [
      "403 on the image itself",
      { path: /manifests/, status: 403 },
      [["image.forbidden", "external"]],
    ],
  ])("%s", async (_name, fault, expected) => {
    await start();
    await sign();
    registry.faults.push({ method: "GET", ...fault });
    expect(await causes()).toEqual(expected);
  });
});

it("what is listed as a referrer and refers to another image is named, and is no signature", async () => {
  await start({ referrers: false });
  await sign();
  const [amd64] = JSON.parse(
    registry.manifest("team/app", digest)?.bytes.toString() ?? "",
  ).manifests;
  const other = registry.manifest("team/app", amd64.digest.replace(":", "-"));
  registry.putManifest(
    "team/app",
    JSON.parse(other?.bytes.toString() ?? ""),
    digest.replace(":", "-"),
  );
  const { result } = await verify();
  expect(result.failures.map(({ ruleId, message }) => [ruleId, message])).toEqual([
    [
      "image.wrong-digest",
      `${registry.host}/team/app@${digest} is not verified: what is attached to it is of another image (expected ${digest}, found ${amd64.digest})`,
    ],
  ]);
  expect(result.notices?.[0]).toMatch(/was ignored: it is of another image \(sha256:/);
});

it("an image that is not there is a mistake in the reference", async () => {
  await start();
  await expect(verify(`${registry.host}/team/none:1.0`)).rejects.toThrow("There is no image");
  await expect(sign(`${registry.host}/team/none:1.0`)).rejects.toThrow("There is no image");
});
