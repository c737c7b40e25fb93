/** Signatures: cosign and we, both ways, on a registry without the referrers API and on one with it. */
import assert from "node:assert/strict";
import { peer } from "../peers.ts";
import {
  assay,
  config,
  cosign,
  EMAIL,
  emailToken,
  identity,
  must,
  mustNot,
  run,
  stack,
} from "../sigstore/session.ts";
import type { InteropCase } from "../suite.ts";
import { attachedTo, type PushedImage, pushIndex } from "./images.ts";
import { hostOf, REGISTRIES } from "./session.ts";

export const NO_LOG = ["--insecure-ignore-tlog"];

export function each(
  name: string,
  work: (host: string, image: PushedImage, repository: string) => Promise<void>,
): readonly InteropCase[] {
  return REGISTRIES.map((registry) => ({
    name: `${registry}: ${name}`,
    async run() {
      const host = hostOf(registry);
      const words = name
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "-")
        .slice(0, 60);
      const repository = `acme/${words.replaceAll(/^-+|-+$/g, "")}`;
      await work(host, await pushIndex(host, repository, undefined, "v1"), repository);
    },
  }));
}

/** All manifests of an image. */
export function all({ reference, platforms }: PushedImage): readonly string[] {
  return [reference, ...platforms.map((one) => one.reference)];
}

export const cosignCases: readonly InteropCase[] = [
  ...each("cosign verifies all that we sign with a key", async (host, image, repository) => {
    must(await assay(["image", "sign", "--key", "k.key", image.reference]));
    for (const reference of all(image)) {
      must(await cosign(["verify", "--key", "k.pub", ...NO_LOG, reference]));
      mustNot(await cosign(["verify", "--key", "other.pub", ...NO_LOG, reference]));
    }
    must(await assay(["image", "verify", "--key", "k.pub", image.reference]));
    // A second run adds nothing.
    must(await assay(["image", "sign", "--key", "k.key", image.reference]));
    for (const reference of all(image)) {
      const digest = reference.slice(reference.indexOf("@") + 1);
      const attached = await attachedTo(host, repository, digest);
      assert.equal(attached.length, 1, `${reference}: ${JSON.stringify(attached)}`);
    }
  }),
  ...each("we verify all that cosign signs with a key", async (_host, image) => {
    const log = config("log-only");
    must(await cosign(["sign", "--yes", "-r", "--key", "k.key", ...log, image.reference]));
    must(await assay(["image", "verify", "--key", "k.pub", image.reference]));
    const root = ["--trusted-root", `${stack.folder}/trusted_root.json`];
    must(await assay(["image", "verify", "--key", "k.pub", ...root, image.reference]));
    const other = await assay(["image", "verify", "--key", "other.pub", image.reference]);
    mustNot(other);
    assert.match(other.output, /image\.wrong-identity/);
  }),
  ...each(
    "cosign signs the index alone, which we tell from a whole image",
    async (_host, image) => {
      const log = config("log-only");
      must(await cosign(["sign", "--yes", "--key", "k.key", ...log, image.reference]));
      const whole = await assay(["image", "verify", "--key", "k.pub", image.reference]);
      mustNot(whole);
      for (const { digest } of image.platforms) {
        assert.match(whole.output, new RegExp(`image\\.unsigned +\\S+@${digest}`));
      }
      must(await assay(["image", "verify", "--key", "k.pub", "--index-only", image.reference]));
    },
  ),
  ...each("keyless, with Fulcio, Rekor v2 and timestamps", async (_host, image) => {
    const token = { SIGSTORE_ID_TOKEN: emailToken() };
    must(await assay(["image", "sign", ...config("signing"), image.reference], token));
    for (const reference of all(image)) {
      must(await cosign(["verify", ...identity(EMAIL, ""), reference]));
      mustNot(await cosign(["verify", ...identity("evil@acme.test", ""), reference]));
    }
    must(await assay(["image", "verify", ...identity(EMAIL, ""), image.reference]));
    const other = identity("evil@acme.test", "");
    const wrong = await assay(["image", "verify", ...other, image.reference]);
    mustNot(wrong);
    assert.match(wrong.output, /image\.wrong-identity/);
  }),
  ...each("keyless by cosign", async (_host, image) => {
    const token = ["--identity-token", emailToken()];
    must(await cosign(["sign", "--yes", "-r", ...token, ...config("signing"), image.reference]));
    must(await assay(["image", "verify", ...identity(EMAIL, ""), image.reference]));
    mustNot(await assay(["image", "verify", ...identity(EMAIL, "/gh"), image.reference]));
  }),
  ...each("annotations, both ways", async (_host, image) => {
    const pair = "env=production";
    must(await assay(["image", "sign", "--key", "k.key", "--annotations", pair, image.reference]));
    for (const reference of all(image)) {
      must(await cosign(["verify", "--key", "k.pub", ...NO_LOG, "-a", pair, reference]));
      mustNot(await cosign(["verify", "--key", "k.pub", ...NO_LOG, "-a", "env=test", reference]));
    }
    const log = config("log-only");
    const theirs = ["sign", "--yes", "-r", "--key", "other.key", ...log, "-a", pair];
    must(await cosign([...theirs, image.reference]));
    const verify = ["image", "verify", "--key", "other.pub", image.reference];
    must(await assay([...verify, "--annotations", pair]));
    const wrong = await assay([...verify, "--annotations", "env=test"]);
    mustNot(wrong);
    assert.match(wrong.output, /image\.wrong-annotation/);
  }),
  ...each("the older form, both ways", async (_host, image) => {
    const old = ["--new-bundle-format=false", "--use-signing-config=false", "--tlog-upload=false"];
    must(await cosign(["sign", "--yes", "-r", "--key", "k.key", ...old, image.reference]));
    must(await assay(["image", "verify", "--key", "k.pub", image.reference]));
    mustNot(await assay(["image", "verify", "--key", "other.pub", image.reference]));
    // One bundle of somebody else does not hide it, as it does for cosign.
    must(await assay(["image", "sign", "--key", "other.key", image.reference]));
    must(await assay(["image", "verify", "--key", "k.pub", image.reference]));
    const [first = ""] = all(image);
    mustNot(await cosign(["verify", "--key", "k.pub", ...NO_LOG, first]));
    must(await assay(["image", "sign", "--legacy", "--key", "other.key", image.reference]));
    const verify = ["verify", "--new-bundle-format=false", ...NO_LOG];
    for (const key of ["k.pub", "other.pub"]) {
      must(await cosign([...verify, "--key", key, first]));
    }
  }),
  ...each("what cosign saves in the older form", async (host, image) => {
    const old = ["--new-bundle-format=false", "--use-signing-config=false", "--tlog-upload=false"];
    must(await cosign(["sign", "--yes", "--key", "k.key", ...old, image.reference]));
    const folder = `saved-${host.replace(/.*:/, "")}`;
    must(await cosign(["save", "--dir", folder, image.reference]));
    must(await assay(["image", "verify", "--key", "k.pub", "--index-only", `oci:${folder}`]));
    mustNot(await assay(["image", "verify", "--key", "k.pub", `oci:${folder}`]));
  }),
  ...each("what oras copies, to another repository and to a layout", async (host, image) => {
    must(await assay(["image", "sign", "--key", "k.key", image.reference]));
    const copy = `${host}/acme/copied:v1`;
    const oras = ["cp", "-r", "--from-plain-http", `${image.repository}:v1`];
    must(await run(peer("oras"), [...oras, "--to-plain-http", copy]));
    must(await assay(["image", "verify", "--key", "k.pub", copy]));
    const layout = `layout-${host.replace(/.*:/, "")}:v1`;
    must(await run(peer("oras"), [...oras, "--to-oci-layout", layout]));
    must(await assay(["image", "verify", "--key", "k.pub", `oci:${layout}`]));
    // What is signed in a layout is found where it is copied to.
    must(await assay(["image", "sign", "--key", "other.key", `oci:${layout}`]));
    const back = `${host}/acme/back:v1`;
    const there = ["cp", "-r", "--from-oci-layout", layout, "--to-plain-http", back];
    must(await run(peer("oras"), there));
    for (const key of ["k.pub", "other.pub"]) {
      must(await assay(["image", "verify", "--key", key, back]));
      must(await cosign(["verify", "--key", key, ...NO_LOG, `${host}/acme/back@${image.digest}`]));
    }
  }),
];
