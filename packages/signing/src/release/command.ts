import { ACT_INPUTS, ACTION_INPUTS, COMMON_OUTPUTS, defineCommand, UsageError } from "@assay/core";
import { uploadHost } from "@assay/core/github";
import { RECORDS_OUTPUT } from "../act/outputs.ts";
import { apiUrlOf } from "../attest/github-inputs.ts";
import { ATTEST_RULES } from "../attest/rules.ts";
import { hostOf } from "../services/hosts.ts";
import { SIGN_RULES } from "../sign/rules.ts";
import {
  DRY_RUN,
  ID_TOKEN,
  SIGNER_INPUTS,
  signerHosts,
  signerOptions,
} from "../sign/signer-inputs.ts";
import { remoteFrom } from "./remote.ts";

const INPUTS = {
  ...ACT_INPUTS,
  ...ACTION_INPUTS,
  tag: {
    type: "string",
    description: "The tag of the release; by default that of the run.",
  },
  files: {
    type: "list",
    default: [],
    configKey: "release.files",
    description:
      "The files of the release: globs and paths. Each is called by the last part of its path.",
  },
  sbom: {
    type: "list",
    default: [],
    configKey: "release.sbom",
    description:
      "Bills of materials in JSON, a CycloneDX or SPDX document or both: released too, and attested of every file.",
  },
  provenance: {
    type: "boolean",
    default: false,
    configKey: "release.provenance",
    description: "Attest SLSA provenance of every file, from the CI's own claims.",
  },
  "output-directory": {
    type: "path",
    default: "release-documents",
    configKey: "release.output-directory",
    description:
      "The folder for `SHA256SUMS`, `VERIFY.md` and attestations. Signatures lie beside the files.",
  },
  title: { type: "string", description: "The title of the release; by default the tag." },
  notes: {
    type: "path",
    outside: true,
    description: "A Markdown file with the notes of the release.",
  },
  prerelease: { type: "boolean", default: false, description: "Mark it as a pre-release." },
  "create-tag": {
    type: "boolean",
    default: false,
    description: "Let publishing make a tag that is not there, at the commit of the run.",
  },
  adopt: {
    type: "boolean",
    default: false,
    description:
      "Take a draft of the tag that something else made. It may hold nothing but these files.",
  },
  replace: {
    type: "boolean",
    default: false,
    description:
      "Replace assets of the draft that have other content, and bundles of other signers.",
  },
  publish: {
    type: "boolean",
    default: true,
    description: "Publish the draft once all of it is verified.",
  },
  "dry-run": DRY_RUN,
  repository: {
    type: "string",
    host: "cli",
    environment: "GITHUB_REPOSITORY",
    description: "The repository on GitHub: `owner/name`.",
  },
  "github-token": {
    type: "string",
    secret: true,
    host: "cli",
    environment: "GITHUB_TOKEN",
    description: "A token that may write the repository's contents.",
  },
  ...SIGNER_INPUTS,
} as const;

/** `assay release`: a release that is whole and verified before anyone sees it. */
export const releaseCommand = defineCommand({
  name: "release",
  kind: "act",
  label: "Release",
  title: "Publish a release in which everything is signed",
  description:
    "Uploads files to a draft release on GitHub with a Sigstore bundle for each, signed checksums, attestations and a page on how to verify them. Downloads all of it again, verifies it, and only then publishes. Can be run again wherever it was stopped.",
  inputs: INPUTS,
  outputs: {
    ...COMMON_OUTPUTS,
    "release-id": { description: "The id of the release on GitHub." },
    "release-url": { description: "Its page." },
    published: { description: "`true` where it is published." },
    records: RECORDS_OUTPUT,
  },
  permissions: [{ scope: "contents", level: "write", reason: "to make the release" }, ID_TOKEN],
  rules: { ...SIGN_RULES, ...ATTEST_RULES },
  config: {
    description: "Which files are released. Key and services are those of `sign`.",
    example: `files:
  - "dist/*.tar.gz"
sbom: [dist/bom.cdx.json]
provenance: true
`,
  },
  positional: { input: "files", term: "[file]..." },
  hosts: (inputs, run) => {
    if (inputs["dry-run"]) return [];
    const api = apiUrlOf(run.environment);
    const { host, origin, protocol } = new URL(api);
    const uploads = uploadHost(new URL(api));
    return [
      ...signerHosts(inputs, run, inputs.provenance),
      ...hostOf(api),
      protocol === "http:" ? origin : uploads,
      // Where downloads of assets are redirected to.
      ...(uploads === host ? [] : ["*.githubusercontent.com"]),
    ];
  },
  run: async (context, inputs) => {
    const tag = inputs.tag ?? /^refs\/tags\/(.+)$/s.exec(context.event?.ref ?? "")?.[1];
    if (!tag || !/^[^\s~^:?*[\\]+$/.test(tag)) {
      throw new UsageError(tag ? "`tag` is no name of a tag" : "There is no `tag` to release", {
        hint: "Give `tag`, or run on a tag.",
      });
    }
    const { runRelease } = await import("./run-release.ts");
    const { acts, release } = await runRelease(context, {
      ...signerOptions(inputs, context.environment),
      remote: remoteFrom(context, inputs.repository, inputs["github-token"]),
      tag,
      files: inputs.files,
      sboms: inputs.sbom,
      provenance: inputs.provenance,
      outputDirectory: inputs["output-directory"],
      title: inputs.title,
      notes: inputs.notes,
      prerelease: inputs.prerelease,
      createTag: inputs["create-tag"],
      adopt: inputs.adopt,
      replace: inputs.replace,
      publish: inputs.publish,
      dryRun: inputs["dry-run"],
    });
    return {
      results: [],
      acts,
      outputs: {
        ...(release && {
          "release-id": release.id,
          "release-url": release.page,
          published: !release.isDraft,
        }),
        records: JSON.stringify(acts.flatMap(({ records }) => records)),
      },
    };
  },
});
