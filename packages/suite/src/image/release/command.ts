import { ACT_INPUTS, ACTION_INPUTS, COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { REGISTRY_INPUTS, registryOptions } from "@assay/oci";
import { imageHosts, imageSbomCommand } from "@assay/sbom/image";
import {
  annotationsOf,
  ID_TOKEN,
  imageAttestCommand,
  imageSignCommand,
  imageVerifyCommand,
  SIGNER_INPUTS,
  signerHosts,
  signerOptions,
  tufHosts,
} from "@assay/signing/image";

/** `assay image release`: documents, signatures and attestations of an image in one step, verified from the registry. */
export const imageReleaseCommand = defineCommand({
  name: "release",
  kind: "act",
  label: "Image release",
  title: "Sign an image with its SBOMs and provenance, and verify it as a stranger would",
  description:
    "Takes an image that a builder has pushed: writes a bill of materials for each platform and for the index, signs the index and every platform, attests the documents and, in CI, the provenance, and then reads all of it back from the registry and verifies it by nothing but the signer's name. Can be run again wherever it was stopped: what is there and holds is kept.",
  inputs: {
    ...ACT_INPUTS,
    ...ACTION_INPUTS,
    image: imageSignCommand.inputs.image,
    "base-image": imageSbomCommand.inputs["base-image"],
    formats: {
      type: "list",
      choices: ["cyclonedx-1.6", "cyclonedx-1.7", "spdx-2.3", "spdx-3.0.1"],
      default: ["cyclonedx-1.6", "spdx-2.3"],
      description: "The bills of materials that are attested; none with an empty list.",
    },
    output: imageSbomCommand.inputs.output,
    provenance: {
      type: "boolean",
      description:
        "Attest SLSA provenance from the CI's own claims. Without it, that is done where there are such claims.",
    },
    annotations: imageSignCommand.inputs.annotations,
    legacy: imageSignCommand.inputs.legacy,
    "dry-run": imageSignCommand.inputs["dry-run"],
    "tuf-url": imageVerifyCommand.inputs["tuf-url"],
    "tuf-root": imageVerifyCommand.inputs["tuf-root"],
    ...REGISTRY_INPUTS,
    ...SIGNER_INPUTS,
  },
  outputs: {
    ...COMMON_OUTPUTS,
    digest: imageSignCommand.outputs.digest,
    "signed-count": { description: "Signatures and attestations that were made in this run." },
    "kept-count": { description: "Those that were there already and were kept." },
    "verified-count": { description: "Manifests that were verified from the registry." },
    "failed-count": { description: "What was not done, or does not hold." },
    records: imageSignCommand.outputs.records,
  },
  permissions: [
    { scope: "packages", level: "write", reason: "to attach signatures, on GitHub's registry" },
    ID_TOKEN,
  ],
  rules: { ...imageVerifyCommand.rules, ...imageAttestCommand.rules, ...imageSignCommand.rules },
  documents: { formats: "formats", output: "output", folder: true },
  positional: { input: "image", term: "<image>" },
  hosts: (inputs, run) => [
    ...imageHosts({ ...inputs, platform: [] }),
    ...(inputs["dry-run"]
      ? []
      : [...signerHosts(inputs, run, inputs.provenance !== false), ...tufHosts(inputs["tuf-url"])]),
  ],
  async run(context, inputs) {
    const { releaseImage } = await import("./release-image.ts");
    const { acts, result, digest } = await releaseImage(context, {
      ...signerOptions(inputs, context.environment),
      registry: registryOptions(inputs),
      image: inputs.image,
      baseImage: inputs["base-image"],
      formats: inputs.formats,
      provenance: inputs.provenance,
      annotations: annotationsOf(inputs.annotations),
      legacy: inputs.legacy,
      dryRun: inputs["dry-run"],
      tufUrl: inputs["tuf-url"],
      tufRoot: inputs["tuf-root"],
    });
    const records = acts.flatMap((act) => act.records);
    const count = (...kinds: readonly string[]) =>
      records.filter(({ act }) => kinds.includes(act)).length;
    return {
      results: result === undefined ? [] : [result],
      acts,
      outputs: {
        digest,
        "signed-count": count("signed"),
        "kept-count": count("kept"),
        "verified-count": count("verified"),
        "failed-count": acts.flatMap(({ failures }) => failures).length,
        records: JSON.stringify(records),
      },
    };
  },
});
