import { COMMON_INPUTS, COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { REGISTRY_INPUTS, registryHosts, registryOptions } from "@assay/oci";

/** `assay image inspect`: what an image is made of, and what hangs on it. */
export const imageInspectCommand = defineCommand({
  name: "inspect",
  label: "Image inspection",
  title: "Say what a container image is made of, and what is attached to it",
  description:
    "Reads the manifests of an image in a registry, an OCI layout or an archive, and none of its layers: platforms, sizes, layers, config, labels and base image. Lists signatures, attestations and bills of materials that are attached, whoever wrote them: referrers, tags of older tools, BuildKit's. Says what `unknown/unknown` is. Values of environment variables are never shown.",
  inputs: {
    image: {
      type: "string",
      required: true,
      description:
        "The image: `registry/repository:tag` or `@sha256:…`, `oci:FOLDER[:tag]`, `oci-archive:FILE[:tag]` or `docker-archive:FILE[:tag]`.",
    },
    formats: {
      type: "list",
      choices: ["inspect-json"],
      default: [],
      description: "`inspect-json` writes all of it as `image-inspect.json` beside the report.",
    },
    output: {
      type: "path",
      outside: true,
      description:
        "The file or folder that `formats` is written to, relative to the folder that the run starts in; in the CLI `-` is the standard output.",
    },
    ...REGISTRY_INPUTS,
    ...COMMON_INPUTS,
  },
  outputs: {
    ...COMMON_OUTPUTS,
    digest: { description: "The digest of the image, or of its index." },
    platforms: { description: "The platforms of the image, one a line." },
  },
  permissions: [
    { scope: "packages", level: "read", reason: "to read images of GitHub's registry" },
  ],
  rules: {},
  positional: { input: "image", term: "<image>" },
  documents: { formats: "formats", output: "output" },
  hosts: (inputs) => registryHosts([inputs.image], registryOptions(inputs)),
  async run(context, inputs) {
    const { runInspect } = await import("./run-inspect.ts");
    const { result, digest, platforms } = await runInspect(context, {
      image: inputs.image,
      json: inputs.formats.length > 0,
      registry: registryOptions(inputs),
    });
    return {
      results: [result],
      outputs: { ...(digest === undefined ? {} : { digest }), platforms: platforms.join("\n") },
    };
  },
});
