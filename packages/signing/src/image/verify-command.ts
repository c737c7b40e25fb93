import { COMMON_OUTPUTS, defineCommand, type InputValues } from "@assay/core";
import { REGISTRY_INPUTS, registryHosts, registryOptions } from "@assay/oci";
import { RECORDS_OUTPUT } from "../act/outputs.ts";
import { tufHosts } from "../services/hosts.ts";
import { VERIFY_INPUTS, verifyOptions } from "../verify/command.ts";
import { ANNOTATIONS, annotationsOf, DIGEST_OUTPUT, IMAGE_INPUT } from "./inputs.ts";
import type { ImageVerifyOptions } from "./options.ts";
import { IMAGE_VERIFY_RULES } from "./rules.ts";

const {
  files: _files,
  policy: _policy,
  bundle: _bundle,
  "bundle-suffix": _suffix,
  ...WHO
} = VERIFY_INPUTS;

export const IMAGE_VERIFY_INPUTS = {
  ...WHO,
  image: IMAGE_INPUT,
  "predicate-type": {
    ...WHO["predicate-type"],
    description:
      "Attestations that every platform must have, one of each of these types: a full type, or `provenance`, `spdx`, `cyclonedx`, `openvex`, `vuln`, `test-result`, `scai`, `link` or `release` for all versions of one. A bill of materials must describe the platform's own digest.",
  },
  "require-signature": {
    type: "boolean",
    default: true,
    loosened: "off",
    description:
      "Whether there must be a signature beside attestations. An attestation is none, whoever made it.",
  },
  "index-only": {
    type: "boolean",
    default: false,
    loosened: "any",
    description:
      "Let what is over the index count for all that it lists, instead of asking for as much of each platform.",
  },
  platforms: {
    type: "list",
    default: [],
    loosened: "any",
    description:
      "The platforms that the image must have, such as `linux/amd64`, and no others; by default those that its index lists.",
  },
  annotations: {
    ...ANNOTATIONS,
    loosened: "removed",
    description: "What signatures must have been made with, each as `name=value`.",
  },
  "check-layers": {
    type: "boolean",
    default: false,
    loosened: "off",
    description:
      "Read configs and layers too, and compare their digests; whoever pulls the image does the same.",
  },
  ...REGISTRY_INPUTS,
} as const;

/** What a run is given, under the names that code has for it. */
export function imageVerifyOptions(
  inputs: InputValues<typeof IMAGE_VERIFY_INPUTS>,
): ImageVerifyOptions {
  const none = { files: [], policy: undefined, bundle: undefined, "bundle-suffix": "" };
  return {
    ...verifyOptions({ ...inputs, ...none }),
    requireSignature: inputs["require-signature"],
    indexOnly: inputs["index-only"],
    platforms: inputs.platforms,
    annotations: annotationsOf(inputs.annotations),
    checkLayers: inputs["check-layers"],
  };
}

/** `assay image verify`. */
export const imageVerifyCommand = defineCommand({
  name: "verify",
  kind: "act",
  label: "Image verification",
  title: "Verify who signed a container image, platform by platform",
  description:
    "Verifies an image as a whole: its index and every platform that it lists must be signed by exactly the expected key or identity, and have the attestations that are asked for. Reads cosign's bundles and its older tags, in registries and OCI layouts. A registry that can't answer is an error of its own, never an unsigned image.",
  inputs: IMAGE_VERIFY_INPUTS,
  outputs: {
    ...COMMON_OUTPUTS,
    digest: DIGEST_OUTPUT,
    "verified-count": { description: "Manifests that were verified." },
    "failed-count": { description: "What was to be verified and was not." },
    records: RECORDS_OUTPUT,
  },
  permissions: [
    { scope: "packages", level: "read", reason: "to read the image, on GitHub's registry" },
  ],
  rules: IMAGE_VERIFY_RULES,
  positional: { input: "image", term: "<image>" },
  hosts: (inputs) => [
    ...registryHosts([inputs.image], registryOptions(inputs)),
    ...tufHosts(inputs["tuf-url"]),
  ],
  run: async (context, inputs) => {
    const [{ withImage }, { verifyImage }] = await Promise.all([
      import("./run.ts"),
      import("./verify-image.ts"),
    ]);
    const options = imageVerifyOptions(inputs);
    const where = registryOptions(inputs);
    const { result, digest } = await withImage(context, inputs.image, where, "verify", (image) =>
      verifyImage(context, image, options),
    );
    return {
      results: [],
      acts: [result],
      outputs: {
        ...(digest === undefined ? {} : { digest }),
        "verified-count": result.records.length,
        "failed-count": result.failures.length,
        records: JSON.stringify(result.records),
      },
    };
  },
});
