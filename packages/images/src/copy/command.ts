import { ACT_INPUTS, ACTION_INPUTS, COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { REGISTRY_INPUTS, registryHosts, registryOptions } from "@assay/oci";

/** `assay image copy`: an image with everything that belongs to it. */
export const imageCopyCommand = defineCommand({
  name: "copy",
  kind: "act",
  label: "Image copy",
  title: "Copy a container image with its platforms, signatures and attestations",
  description:
    "Copies an image between registries and OCI layouts, and out of archives, with all platforms and all that is attached: signatures, attestations and bills of materials as referrers, those attached to these, the tags of older tools, BuildKit's attestations. The digest stays, so that every signature still fits. All of it is looked at in the target before the tag is moved.",
  inputs: {
    ...ACT_INPUTS,
    ...ACTION_INPUTS,
    images: {
      type: "list",
      default: [],
      required: true,
      description:
        "The image and where it goes, each as `registry/repository[:tag][@sha256:…]` or `oci:FOLDER[:tag]`; the image may lie in `oci-archive:FILE[:tag]` or `docker-archive:FILE[:tag]` too.",
    },
    "copy-platform": {
      type: "string",
      description:
        "Copy the image of this platform alone, such as `linux/amd64`: it has another digest than the whole, and what is attached to the whole stays behind.",
    },
    ...REGISTRY_INPUTS,
  },
  outputs: {
    ...COMMON_OUTPUTS,
    digest: { description: "The digest of the copy, which is that of the image." },
    image: { description: "The copy, with its digest." },
  },
  permissions: [
    { scope: "packages", level: "write", reason: "to write images to GitHub's registry" },
  ],
  rules: {},
  positional: { input: "images", term: "<from> <to>" },
  hosts: (inputs) => registryHosts(inputs.images, registryOptions(inputs)),
  run: async (context, inputs) => {
    const { runCopy } = await import("./run-copy.ts");
    const { result, digest, reference } = await runCopy(context, {
      images: inputs.images,
      platform: inputs["copy-platform"],
      registry: registryOptions(inputs),
    });
    return { results: [], acts: [result], outputs: { digest, image: reference } };
  },
});
