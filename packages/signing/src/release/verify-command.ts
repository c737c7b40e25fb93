import { defineCommand, UsageError } from "@assay/core";
import { uploadHost } from "@assay/core/github";
import { apiUrlOf } from "../attest/github-inputs.ts";
import { hostOf, tufHosts } from "../services/hosts.ts";
import { VERIFY_INPUTS, verifyCommand, verifyOptions, verifyOutcome } from "../verify/command.ts";
import { VERIFY_RELEASE_RULES } from "./verify-rules.ts";

const { files: _files, bundle: _bundle, ...WHO } = VERIFY_INPUTS;
const FORM = /^([\w.-]+\/[\w.-]+)@([^\s~^:?*[\\]+)$/;

/** `assay verify release`: everything that a published release holds. */
export const verifyReleaseCommand = defineCommand({
  name: "release",
  kind: "act",
  label: "Release verification",
  title: "Verify that everything in a release on GitHub is signed by whom it should",
  description:
    "Downloads a published release to a temporary folder and verifies every file of it as `verify` does: an unsigned file more, a missing bundle and a wrong checksum are failures. A file without a bundle counts as signed where a list of checksums names it that is signed. What the certificates say of the source is compared with the tag.",
  inputs: {
    ...WHO,
    release: {
      type: "string",
      required: true,
      description: "The release: `owner/name@tag`.",
    },
    "require-commit": {
      type: "boolean",
      default: true,
      description:
        "Whether certificates of the repository must be of the commit that the tag points at.",
    },
    "github-attestations": {
      type: "boolean",
      default: true,
      description:
        "Whether attestations that GitHub keeps are asked for where a file has no bundle.",
    },
    "max-size": {
      type: "integer",
      default: 8192,
      minimum: 1,
      maximum: 2_097_152,
      description: "How many MiB a release may have in all.",
    },
    "github-token": {
      type: "string",
      secret: true,
      environment: "GITHUB_TOKEN",
      description: "A token for a private repository, or for more requests in an hour.",
    },
  },
  outputs: verifyCommand.outputs,
  permissions: verifyCommand.permissions,
  rules: { ...verifyCommand.rules, ...VERIFY_RELEASE_RULES },
  positional: { input: "release", term: "<owner/name@tag>" },
  hosts: (inputs, { environment }) => {
    const api = apiUrlOf(environment);
    const isOwnServer = uploadHost(new URL(api)) === new URL(api).host;
    return [
      ...hostOf(api),
      ...tufHosts(inputs["tuf-url"]),
      // Where downloads of assets are redirected to.
      ...(isOwnServer ? [] : ["*.githubusercontent.com"]),
    ];
  },
  run: async (context, inputs) => {
    const [, repository, tag] = FORM.exec(inputs.release) ?? [];
    if (repository === undefined || tag === undefined) {
      throw new UsageError(
        `\`release\` is ${inputs.release.slice(0, 100)}; it must be \`owner/name@tag\``,
        { hint: "The name and the tag alone, such as `acme/app@v1.0.0`; no URL." },
      );
    }
    const { runVerifyRelease } = await import("./run-verify-release.ts");
    const result = await runVerifyRelease(context, {
      ...verifyOptions({ ...inputs, files: [], bundle: undefined }),
      repository,
      releaseTag: tag,
      token: inputs["github-token"],
      requireCommit: inputs["require-commit"],
      githubAttestations: inputs["github-attestations"],
      maxBytes: inputs["max-size"] * 1024 * 1024,
    });
    return verifyOutcome(result);
  },
});
