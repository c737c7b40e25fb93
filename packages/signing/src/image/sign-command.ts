import { ACT_INPUTS, ACTION_INPUTS, COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { REGISTRY_INPUTS, registryHosts, registryOptions } from "@assay/oci";
import { RECORDS_OUTPUT } from "../act/outputs.ts";
import { ID_TOKEN, SIGNER_INPUTS, signerHosts, signerOptions } from "../sign/signer-inputs.ts";
import {
  ANNOTATIONS,
  annotationsOf,
  DIGEST_OUTPUT,
  DRY_RUN_OF_IMAGE,
  IMAGE_INPUT,
} from "./inputs.ts";
import { IMAGE_SIGN_RULES } from "./rules.ts";

export const LEGACY = {
  type: "boolean",
  default: false,
  description:
    "Write cosign's older form too, under the tag `sha256-….sig` or `.att`, for readers of before OCI 1.1.",
} as const;

/** `assay image sign`. */
export const imageSignCommand = defineCommand({
  name: "sign",
  kind: "act",
  label: "Image signing",
  title: "Sign a container image with all its platforms",
  description:
    "Signs an image in a registry or an OCI layout: the index and every platform that it lists. Signatures are Sigstore bundles attached as OCI referrers, as cosign v3 attaches them, and any of its readers verifies them. A signature that is there and holds is kept: a second run adds nothing.",
  inputs: {
    ...ACT_INPUTS,
    ...ACTION_INPUTS,
    image: IMAGE_INPUT,
    recursive: {
      type: "boolean",
      default: true,
      description: "Sign every platform that an index lists, and not the index alone.",
    },
    annotations: {
      ...ANNOTATIONS,
      description:
        "What is signed with the digest, each as `name=value`, such as `env=production`.",
    },
    legacy: LEGACY,
    "dry-run": DRY_RUN_OF_IMAGE,
    ...REGISTRY_INPUTS,
    ...SIGNER_INPUTS,
  },
  outputs: {
    ...COMMON_OUTPUTS,
    digest: DIGEST_OUTPUT,
    "signed-count": { description: "Manifests that were signed in this run." },
    "kept-count": { description: "Manifests whose signature was there already and was kept." },
    "failed-count": { description: "What was to be signed and was not." },
    signatures: { description: "Where the signatures are, one a line." },
    records: RECORDS_OUTPUT,
  },
  permissions: [
    { scope: "packages", level: "write", reason: "to attach signatures, on GitHub's registry" },
    ID_TOKEN,
  ],
  rules: IMAGE_SIGN_RULES,
  positional: { input: "image", term: "<image>" },
  hosts: (inputs, run) => [
    ...registryHosts([inputs.image], registryOptions(inputs)),
    ...(inputs["dry-run"] ? [] : signerHosts(inputs, run)),
  ],
  run: async (context, inputs) => {
    const [{ madeIn, withImage }, { signImage }] = await Promise.all([
      import("./run.ts"),
      import("./sign-image.ts"),
    ]);
    const options = {
      ...signerOptions(inputs, context.environment),
      recursive: inputs.recursive,
      annotations: annotationsOf(inputs.annotations),
      legacy: inputs.legacy,
      dryRun: inputs["dry-run"],
    };
    const where = registryOptions(inputs);
    const done = await withImage(context, inputs.image, where, "sign", (image) =>
      signImage(context, image, options),
    );
    const { made, places, outputs } = madeIn(done);
    return {
      results: [],
      acts: [done.result],
      outputs: { ...outputs, "signed-count": made, signatures: places },
    };
  },
});
