import {
  ACTION_INPUTS,
  COMMON_INPUTS,
  COMMON_OUTPUTS,
  defineCommand,
  type InputValues,
  UsageError,
} from "@assay/core";
import { IMAGE_INVENTORY_RULES } from "@assay/inventory/image/rules";
import { REGISTRY_INPUTS, registryHosts, registryOptions } from "@assay/oci";
import { DEFAULT_FORMATS, SBOM_FORMATS } from "../options.ts";

/** The inputs by which every command says which image it is about. */
export const IMAGE_INPUTS = {
  image: {
    type: "string",
    required: true,
    description:
      "The image: `registry/repository:tag` or `@sha256:…`, `oci:FOLDER[:tag]`, `oci-archive:FILE`, `docker-archive:FILE`, or `dir:FOLDER` for an unpacked file system.",
  },
  platform: {
    type: "list",
    default: [],
    description:
      "The only platforms that are looked at, each as `os/architecture[/variant]`, such as `linux/arm64`. Without it, all that the image has.",
  },
  "base-image": {
    type: "string",
    description:
      "The image that it was built on, such as `debian:12@sha256:…`: its layers must be the first ones. Without it, annotations, layers and history say what the base is, and how sure that is.",
  },
  ...REGISTRY_INPUTS,
} as const;

/** The registries that a command with these inputs reaches. */
export function imageHosts(inputs: InputValues<typeof IMAGE_INPUTS>): readonly string[] {
  const { image, "base-image": base } = inputs;
  return registryHosts(base === undefined ? [image] : [image, base], registryOptions(inputs));
}

/** `assay image sbom`: what is in an image. */
export const imageSbomCommand = defineCommand({
  name: "sbom",
  label: "Bill of materials",
  title: "Write the bills of materials of an image",
  description:
    "Reads every layer of an image and writes a document for each platform and one for the index that composes them, as CycloneDX and as SPDX. Each is about the digest of its image, and lists the packages of the distribution and of every language with path, layer and whether the base image brought them, and every program that no record explains. The same image gives the same bytes.",
  inputs: {
    ...IMAGE_INPUTS,
    "image-name": {
      type: "string",
      description:
        "What the documents call the image, as `registry/repository` without a tag. Without it, the repository that it is in; for an archive or a folder its file's name.",
    },
    formats: {
      type: "list",
      choices: SBOM_FORMATS,
      default: DEFAULT_FORMATS,
      required: true,
      configKey: "sbom.formats",
      loosened: "removed",
      description:
        "The documents that are written: `cyclonedx-1.6` as `sbom.linux-amd64.cdx.json` and `sbom.index.cdx.json`, the others likewise.",
    },
    output: {
      type: "path",
      outside: true,
      description:
        "The folder that documents are written to, relative to the folder that the run starts in. Without it they go to `report-directory`, and where that is not given either, the CLI writes them to the folder that it is started in.",
    },
    ...COMMON_INPUTS,
    ...ACTION_INPUTS,
  },
  outputs: {
    ...COMMON_OUTPUTS,
    "component-count": { description: "Components in the documents of all platforms." },
    digest: { description: "The digest of the image that the documents are about." },
  },
  permissions: [],
  rules: IMAGE_INVENTORY_RULES,
  documents: { formats: "formats", output: "output", folder: true },
  positional: { input: "image", term: "<image>" },
  hosts: (inputs) => imageHosts(inputs),
  async run(context, inputs) {
    const [{ imageSbom }, { withImageInventories }] = await Promise.all([
      import("./check.ts"),
      import("@assay/inventory/image"),
    ]);
    const { image, formats, platform: platforms } = inputs;
    const given = { platforms, ...registryOptions(inputs), baseImage: inputs["base-image"] };
    const { result, inventory, documents, digest } = await withImageInventories(
      context,
      image,
      given,
      (inventories) =>
        imageSbom(context, inventories, { formats, platforms, imageName: inputs["image-name"] }),
    );
    if (inputs.output === "-" && documents.artifacts.length > 1) {
      throw new UsageError(
        `\`--output -\` prints one document, and the image has ${documents.artifacts.length}`,
        {
          hint: "Name one platform with `--platform` and one format, or a folder with `--output`.",
        },
      );
    }
    return {
      results: [inventory, result],
      outputs: {
        ...(digest === undefined ? {} : { digest }),
        "component-count": result.coverage.inspected["components"] ?? 0,
      },
    };
  },
});
