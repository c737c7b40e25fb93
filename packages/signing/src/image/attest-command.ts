import { ACT_INPUTS, ACTION_INPUTS, COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { REGISTRY_INPUTS, registryHosts, registryOptions } from "@assay/oci";
import { RECORDS_OUTPUT } from "../act/outputs.ts";
import { ID_TOKEN, SIGNER_INPUTS, signerHosts, signerOptions } from "../sign/signer-inputs.ts";
import { DIGEST_OUTPUT, DRY_RUN_OF_IMAGE, IMAGE_INPUT } from "./inputs.ts";
import { IMAGE_SIGN_RULES } from "./rules.ts";
import { LEGACY } from "./sign-command.ts";

/** `assay image attest`. */
export const imageAttestCommand = defineCommand({
  name: "attest",
  kind: "act",
  label: "Image attestation",
  title: "Attest how a container image was made, and what is in it",
  description:
    "Signs in-toto statements about an image and attaches them as cosign v3 does: SLSA provenance from the CI's own claims, a bill of materials of each platform, VEX, or anything else. A bill of materials goes to the manifest whose digest it names; one of another image is refused.",
  inputs: {
    ...ACT_INPUTS,
    ...ACTION_INPUTS,
    image: IMAGE_INPUT,
    "predicate-type": {
      type: "string",
      default: "provenance",
      description:
        "What is said of the image: `provenance` (SLSA v1), `cyclonedx`, `spdx`, `openvex`, `test-result`, `scai`, `link`, or an https URI.",
    },
    predicate: {
      type: "list",
      default: [],
      description:
        "The JSON documents that say it, `PLATFORM=PATH` for that of one platform (`linux/arm64=arm64.spdx.json`); provenance needs none.",
    },
    platform: {
      type: "list",
      default: [],
      description:
        "Attest these platforms alone, such as `linux/amd64`; by default the index and every platform that it lists.",
    },
    legacy: LEGACY,
    "dry-run": DRY_RUN_OF_IMAGE,
    ...REGISTRY_INPUTS,
    ...SIGNER_INPUTS,
  },
  outputs: {
    ...COMMON_OUTPUTS,
    digest: DIGEST_OUTPUT,
    "attested-count": { description: "Attestations that were made in this run." },
    "kept-count": { description: "Attestations that were there already and were kept." },
    "failed-count": { description: "What was to be attested and was not." },
    attestations: { description: "Where the attestations are, one a line." },
    records: RECORDS_OUTPUT,
  },
  permissions: [
    { scope: "packages", level: "write", reason: "to attach attestations, on GitHub's registry" },
    ID_TOKEN,
  ],
  rules: IMAGE_SIGN_RULES,
  positional: { input: "image", term: "<image>" },
  hosts: (inputs, run) => {
    const tokens =
      inputs.predicate.length === 0 &&
      inputs["identity-token"] === undefined &&
      inputs["identity-token-file"] === undefined;
    return [
      ...registryHosts([inputs.image], registryOptions(inputs)),
      ...(inputs["dry-run"] ? [] : signerHosts(inputs, run, tokens)),
    ];
  },
  run: async (context, inputs) => {
    const [{ madeIn, withImage }, { attestImage }] = await Promise.all([
      import("./run.ts"),
      import("./attest-image.ts"),
    ]);
    const options = {
      ...signerOptions(inputs, context.environment),
      predicateType: inputs["predicate-type"],
      predicates: inputs.predicate,
      platforms: inputs.platform,
      legacy: inputs.legacy,
      dryRun: inputs["dry-run"],
    };
    const where = registryOptions(inputs);
    const done = await withImage(context, inputs.image, where, "attest", (image) =>
      attestImage(context, image, options),
    );
    const { made, places, outputs } = madeIn(done);
    return {
      results: [],
      acts: [done.result],
      outputs: { ...outputs, "attested-count": made, attestations: places },
    };
  },
});
