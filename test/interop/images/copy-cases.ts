/** Copies by us of what cosign signed: cosign still verifies them where they come to, on whatever way. */
import { assay, cosign, must, mustNot } from "../sigstore/session.ts";
import type { InteropCase } from "../suite.ts";
import { all, each, NO_LOG } from "./cosign-cases.ts";
import type { PushedImage } from "./images.ts";
import { hostOf, REGISTRIES } from "./session.ts";

const OLD = ["--new-bundle-format=false", "--use-signing-config=false", "--tlog-upload=false"];
const KEY = ["--key", "k.pub"];

function otherHost(host: string): string {
  return REGISTRIES.map(hostOf).find((each) => each !== host) ?? "";
}

/** The same manifests in another repository. */
function movedTo(repository: string, image: PushedImage): readonly string[] {
  return all(image).map((reference) => reference.replace(/^[^@]+/, repository));
}

export const copyCases: readonly InteropCase[] = [
  ...each("a copy of what we signed for cosign, into the other registry", async (host, image) => {
    must(await assay(["image", "sign", "--key", "k.key", image.reference]));
    const copy = `${otherHost(host)}/copied/new`;
    must(await assay(["image", "copy", `${image.repository}:v1`, `${copy}:v1`]));
    for (const reference of movedTo(copy, image)) {
      must(await cosign(["verify", ...KEY, ...NO_LOG, reference]));
    }
    must(await assay(["image", "verify", ...KEY, `${copy}:v1`]));
    mustNot(await assay(["image", "verify", "--key", "other.pub", `${copy}:v1`]));
  }),
  ...each("a copy of cosign's older signatures, through a layout", async (host, image) => {
    must(await cosign(["sign", "--yes", "-r", "--key", "k.key", ...OLD, image.reference]));
    const layout = `oci:copied-${host.replace(/.*:/, "")}`;
    must(await assay(["image", "copy", `${image.repository}:v1`, layout]));
    must(await assay(["image", "verify", ...KEY, layout]));
    const copy = `${otherHost(host)}/copied/old`;
    must(await assay(["image", "copy", layout, `${copy}:v1`]));
    const verify = ["verify", "--new-bundle-format=false", ...NO_LOG, ...KEY];
    for (const reference of movedTo(copy, image)) must(await cosign([...verify, reference]));
    must(await assay(["image", "verify", ...KEY, `${copy}:v1`]));
  }),
  // cosign 3.1.2 finds what it saved of an image, and not what it saved of an index: both are among the blobs, and nothing lists them.
  ...each("what cosign saved, pushed by us", async (host, image) => {
    must(await assay(["image", "sign", "--key", "k.key", image.reference]));
    for (const [at, name] of ["index", "image"].entries()) {
      const folder = `${name}-${host.replace(/.*:/, "")}`;
      must(await cosign(["save", "--dir", folder, all(image)[at] ?? ""]));
      const copy = `${otherHost(host)}/copied/${name}`;
      must(await assay(["image", "copy", `oci:${folder}`, `${copy}:v1`]));
      const there = movedTo(copy, image)[at] ?? "";
      must(await cosign(["verify", ...KEY, ...NO_LOG, there]));
    }
  }),
];
