/** Every way in which an image is not what it should be, or can't be known to be: each with a code and a message of its own. */
import assert from "node:assert/strict";
import { assay, cosign, must, type Run } from "../sigstore/session.ts";
import type { InteropCase } from "../suite.ts";
import { each } from "./cosign-cases.ts";
import { type Fault, startFaultProxy } from "./fault-proxy.ts";
import { attachedTo, INDEX, type PushedImage, pushIndex, pushManifest } from "./images.ts";
import { hostOf } from "./session.ts";

const VERIFY = ["image", "verify", "--key", "k.pub"];

function fails({ status, output }: Run, code: 1 | 3, rule: string, message: RegExp): void {
  assert.equal(status, code, output);
  assert.match(output, new RegExp(`failed +${rule.replace(".", "\\.")} `), output);
  // Lines are folded for people.
  assert.match(output.replaceAll(/\s+/g, " "), message, output);
}

async function signed(image: PushedImage): Promise<void> {
  must(await assay(["image", "sign", "--key", "k.key", image.reference]));
}

/** A signed image behind a registry that has these faults. */
function onBadDay(
  name: string,
  faults: (image: PushedImage) => readonly Fault[],
  check: (verify: (...args: readonly string[]) => Promise<Run>, reference: string) => Promise<void>,
): readonly InteropCase[] {
  return each(name, async (host, image, repository) => {
    await signed(image);
    const proxy = await startFaultProxy(host);
    try {
      const reference = `${proxy.host}/${repository}@${image.digest}`;
      must(await assay([...VERIFY, reference]));
      proxy.faults = faults(image);
      await check((...args) => assay([...VERIFY, ...args, reference]), reference);
    } finally {
      await proxy.stop();
    }
  });
}

function status(name: string, code: number, rule: string, message: RegExp) {
  return onBadDay(
    `${name} is no unsigned image`,
    () => [
      {
        on: /GET .*(?:referrers\/|manifests\/sha256-[0-9a-f]{64}(?:$|\?))/,
        status: code,
        headers: { "retry-after": "1" },
      },
    ],
    async (verify, reference) => {
      fails(await verify(), 3, rule, message);
      if (code === 401) return;
      // As docs/images.md says.
      const theirs = ["verify", "--key", "k.pub", "--insecure-ignore-tlog", reference];
      const { status: exit, output } = await cosign(theirs);
      assert.equal(exit, 10, output);
      assert.match(output, /no signatures found/);
    },
  );
}

export const negativeCases: readonly InteropCase[] = [
  ...each("an image that nobody signed", async (_host, image) => {
    fails(
      await assay([...VERIFY, image.reference]),
      1,
      "image.unsigned",
      /nothing is attached to it that is a signature/,
    );
  }),
  ...each("wrong identity", async (_host, image) => {
    await signed(image);
    const other = ["image", "verify", "--key", "other.pub", image.reference];
    fails(await assay(other), 1, "image.wrong-identity", /signed with another key/);
  }),
  ...each("a signature of another image", async (host, image, repository) => {
    const other = await pushIndex(host, repository, ["linux/s390x"]);
    await signed(other);
    const [bundle] = await attachedTo(host, repository, other.digest);
    const url = `http://${host}/v2/${repository}/manifests/${bundle?.digest}`;
    const answer = await fetch(url, { headers: { accept: bundle?.mediaType ?? "" } });
    const manifest = (await answer.json()) as { mediaType: string; subject: object };
    const { mediaType, digest, size } = image;
    const moved = { ...manifest, subject: { mediaType, digest, size } };
    await attach(host, repository, image, await pushManifest(host, repository, moved));
    fails(
      await assay([...VERIFY, "--index-only", image.reference]),
      1,
      "image.wrong-digest",
      /the signature is of another image/,
    );
  }),
  ...each("a swapped referrer", async (host, image, repository) => {
    const other = await pushIndex(host, repository, ["linux/s390x"]);
    await signed(other);
    const [bundle] = await attachedTo(host, repository, other.digest);
    if (bundle === undefined) throw new Error("nothing is attached");
    const manifests = [bundle];
    const list = { schemaVersion: 2, mediaType: INDEX, manifests };
    await pushManifest(host, repository, list, image.digest.replace(":", "-"));
    fails(
      await assay([...VERIFY, "--index-only", image.reference]),
      1,
      "image.wrong-digest",
      /what is attached to it is of another image/,
    );
    // Beside a right one it is ignored, and named.
    await signed(image);
    const verified = await assay([...VERIFY, image.reference]);
    must(verified);
  }),
  ...each("a missing platform", async (_host, image) => {
    await signed(image);
    const wanted = ["--platforms", "linux/amd64", "--platforms", "linux/arm64"];
    must(await assay([...VERIFY, ...wanted, image.reference]));
    const more = [...wanted, "--platforms", "linux/s390x"];
    fails(
      await assay([...VERIFY, ...more, image.reference]),
      1,
      "image.missing-platform",
      /has no linux\/s390x/,
    );
    const fewer = wanted.slice(0, 2);
    fails(
      await assay([...VERIFY, ...fewer, image.reference]),
      1,
      "image.extra-platform",
      /platform linux\/arm64, which `platforms` does not name/,
    );
  }),
  ...onBadDay(
    "a platform that is gone",
    ({ platforms: [, second] }) => [{ on: new RegExp(`manifests/${second?.digest}`), status: 404 }],
    async (verify) =>
      fails(
        await verify(),
        1,
        "image.missing-platform",
        /lists it for linux\/arm64, and \S+ does not have it/,
      ),
  ),
  ...onBadDay(
    "a tampered layer",
    () => [{ on: /GET .*\/blobs\//, change: flipped }],
    async (verify) => fails(await verify("--check-layers"), 3, "image.tampered", /is not verified/),
  ),
  ...onBadDay(
    "a truncated blob",
    () => [{ on: /GET .*\/blobs\//, cut: true }],
    async (verify) => fails(await verify(), 3, "image.truncated", /is not verified/),
  ),
  ...onBadDay(
    "a tampered manifest",
    ({ platforms: [first] }) => [
      { on: new RegExp(`GET .*manifests/${first?.digest}`), change: flipped },
    ],
    async (verify) => fails(await verify(), 3, "image.tampered", /is not verified/),
  ),
  ...status("401", 401, "image.unauthorized", /401/),
  ...status("403", 403, "image.forbidden", /403/),
  ...status("429", 429, "image.rate-limited", /429/),
  ...status("500", 500, "image.unreachable", /500/),
  ...each("403 for one of two bundles", async (host, image, repository) => {
    await signed(image);
    const [first] = await attachedTo(host, repository, image.digest);
    must(await assay(["image", "sign", "--key", "other.key", image.reference]));
    const proxy = await startFaultProxy(host);
    try {
      proxy.faults = [{ on: new RegExp(`manifests/${first?.digest}`), status: 403 }];
      const reference = `${proxy.host}/${repository}@${image.digest}`;
      fails(await assay([...VERIFY, reference]), 3, "image.forbidden", /403/);
      const other = await assay(["image", "verify", "--key", "other.pub", reference]);
      fails(other, 3, "image.forbidden", /403/);
      // As docs/images.md says: it is passed over, and what is left is judged as if it were all.
      const theirs = ["--insecure-ignore-tlog", reference];
      must(await cosign(["verify", "--key", "other.pub", ...theirs]));
      const { status: exit, output } = await cosign(["verify", "--key", "k.pub", ...theirs]);
      assert.equal(exit, 1, output);
      assert.match(output, /no matching attestations/);
      assert.doesNotMatch(output, /403/);
    } finally {
      await proxy.stop();
    }
  }),
  {
    name: "an unreachable registry",
    async run() {
      const reference = `127.0.0.1:9/acme/app@sha256:${"0".repeat(64)}`;
      fails(await assay([...VERIFY, reference]), 3, "image.unreachable", /127\.0\.0\.1:9/);
    },
  },
  {
    name: "an image that is not there",
    async run() {
      const reference = `${hostOf("ociregistry")}/acme/none@sha256:${"0".repeat(64)}`;
      for (const act of ["verify", "sign"]) {
        const key = act === "verify" ? "k.pub" : "k.key";
        const none = await assay(["image", act, "--key", key, reference]);
        assert.equal(none.status, 2, none.output);
        assert.match(none.output, /There is no image/);
      }
    },
  },
];

/** Where there is no API, the manifest has to be listed under the fallback tag. */
async function attach(
  host: string,
  repository: string,
  image: PushedImage,
  manifest: object,
): Promise<void> {
  if (host === hostOf("ociregistry")) return;
  const list = { schemaVersion: 2, mediaType: INDEX, manifests: [manifest] };
  await pushManifest(host, repository, list, image.digest.replace(":", "-"));
}

function flipped(body: Buffer): Buffer {
  const copy = Buffer.from(body);
  const middle = copy.length >> 1;
  copy.writeUInt8(copy.readUInt8(middle) ^ 1, middle);
  return copy;
}
