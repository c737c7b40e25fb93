import { ACTION_INPUTS, COMMON_INPUTS, COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { IMAGE_INVENTORY_RULES } from "@assay/inventory/image/rules";
import { registryOptions } from "@assay/oci";
import { IMAGE_INPUTS, imageHosts, imageSbomCommand } from "@assay/sbom/image";
import { SECRETS_RULES, secretsCommand } from "@assay/secrets";
import { MATERIAL } from "./material-key.ts";
import { UNCOVERED_RULES } from "./uncovered.ts";

const CHECKS = ["sbom", "licenses", "dependencies", "secrets"] as const;

/** `assay image check`: the bill of materials, licences, vulnerabilities and secrets of an image in one report. */
export const imageCheckCommand = defineCommand({
  name: "check",
  label: "Image check",
  title: "Check an image: SBOM, licences, vulnerabilities, secrets in one report",
  description:
    "Reads every layer of an image once, for all platforms, and judges what it holds: packages of the distribution and of every language by advisories and licences, and the texts of all layers, also those that a later layer deletes, for secrets. Each check takes its settings from its own section of the config file. Nothing of the working directory is taken for the image's.",
  inputs: {
    ...IMAGE_INPUTS,
    checks: {
      type: "list",
      choices: CHECKS,
      default: CHECKS,
      required: true,
      loosened: "removed",
      description: "The checks that are run.",
    },
    "licenses-of": {
      type: "choice",
      choices: ["added", "all"],
      default: "added",
      loosened: { toward: ["all", "added"] },
      description:
        "`added`: licences are judged of what was added to the base image, and the base's packages are counted. Where the base is not known, the packages of the distribution in the oldest layer count as its. `all` judges every package.",
    },
    "image-name": imageSbomCommand.inputs["image-name"],
    formats: imageSbomCommand.inputs.formats,
    output: imageSbomCommand.inputs.output,
    "gitleaks-config": secretsCommand.inputs["gitleaks-config"],
    "max-decode-depth": secretsCommand.inputs["max-decode-depth"],
    ...COMMON_INPUTS,
    ...ACTION_INPUTS,
  },
  outputs: {
    ...COMMON_OUTPUTS,
    digest: { description: "The digest of the image that was checked." },
    "component-count": { description: "Components in the documents of all platforms." },
  },
  permissions: [],
  rules: { ...IMAGE_INVENTORY_RULES, ...SECRETS_RULES, ...UNCOVERED_RULES },
  settingsFiles: secretsCommand.settingsFiles ?? [],
  documents: { formats: "formats", output: "output", folder: true },
  positional: { input: "image", term: "<image>" },
  hosts: (inputs) => imageHosts(inputs),
  parts: async (inputs) => (await import("./parts.ts")).imageParts(inputs.checks),
  async run(context, inputs) {
    // Before anything else of the run: its parts wait for it.
    const { results, digest, componentCount } = await context.materials.once(MATERIAL, async () =>
      (await import("./material.ts")).checkImage(context, {
        ...registryOptions(inputs),
        image: inputs.image,
        platforms: inputs.platform,
        baseImage: inputs["base-image"],
        imageName: inputs["image-name"],
        formats: inputs.checks.includes("sbom") ? inputs.formats : [],
        licensesOf: inputs.checks.includes("licenses") ? inputs["licenses-of"] : "none",
        secrets: inputs.checks.includes("secrets") && {
          gitleaksConfig: inputs["gitleaks-config"],
          maxDecodeDepth: inputs["max-decode-depth"],
        },
      }),
    );
    return {
      results,
      outputs: {
        ...(digest === undefined ? {} : { digest }),
        "component-count": componentCount,
      },
    };
  },
});
