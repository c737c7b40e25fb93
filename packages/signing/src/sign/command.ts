import { ACT_INPUTS, ACTION_INPUTS, COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { RECORDS_OUTPUT } from "../act/outputs.ts";
import { SIGN_RULES } from "./rules.ts";
import { DRY_RUN, ID_TOKEN, SIGNER_INPUTS, signerHosts, signerOptions } from "./signer-inputs.ts";

const INPUTS = {
  ...ACT_INPUTS,
  ...ACTION_INPUTS,
  files: {
    type: "list",
    default: [],
    configKey: "sign.files",
    description:
      "The files to sign: globs (`*` within a folder, `**` across) and paths. `!` in front excludes. Symbolic links are not followed.",
  },
  "subjects-from-checksums": {
    type: "string",
    description:
      "A list of checksums, as `sha256sum` writes it, that names more files; one whose content differs is not signed. `-` is stdin.",
  },
  checksums: {
    type: "path",
    configKey: "sign.checksums",
    description:
      "Write a list of checksums of all files here, such as `dist/SHA256SUMS` or `SHA512SUMS`, and sign it too. Names are relative to its folder.",
  },
  "dry-run": DRY_RUN,
  ...SIGNER_INPUTS,
  "bundle-suffix": {
    type: "string",
    default: ".sigstore.json",
    configKey: "sign.bundle-suffix",
    description: "What is added to a file's name for the bundle beside it.",
  },
  replace: {
    type: "boolean",
    default: false,
    configKey: "sign.replace",
    description:
      "Overwrite a bundle of another signer, or an attestation, where the new bundle belongs. A signer's own bundle is always replaced when it is stale.",
  },
} as const;

/** `assay sign`: one Sigstore bundle beside each file. */
export const signCommand = defineCommand({
  name: "sign",
  kind: "act",
  label: "Signing",
  title: "Sign files with a key or the identity of the run",
  description:
    "Signs every file that a list of globs names, and writes a Sigstore bundle beside each. cosign v3 and every other Sigstore client can verify them. Signs with cosign's keys or keyless: one certificate serves the whole batch. Each new bundle is verified before it is written.",
  inputs: INPUTS,
  outputs: {
    ...COMMON_OUTPUTS,
    "signed-count": { description: "Files that were signed in this run." },
    "kept-count": { description: "Files whose bundle was valid already and was kept." },
    "failed-count": { description: "What was to be signed and was not." },
    "bundle-paths": {
      description: "The new bundles, relative to the working directory, one a line.",
    },
    records: RECORDS_OUTPUT,
  },
  permissions: [{ scope: "contents", level: "read", reason: "to read the repository" }, ID_TOKEN],
  rules: SIGN_RULES,
  config: {
    description: "Which files are signed, with what, and which services witness it.",
    example: `files:
  - "release/*.tar.gz"
  - "release/*.whl"
# A key of your own; leave it out to sign as the workflow itself.
key: env://SIGNING_KEY
`,
  },
  positional: { input: "files", term: "[file]..." },
  hosts: (inputs, run) => (inputs["dry-run"] ? [] : signerHosts(inputs, run)),
  run: async (context, inputs) => {
    const { runSign } = await import("./run-sign.ts");
    const result = await runSign(context, {
      ...signerOptions(inputs, context.environment),
      files: inputs.files,
      subjectsFromChecksums: inputs["subjects-from-checksums"],
      checksums: inputs.checksums,
      dryRun: inputs["dry-run"],
      bundleSuffix: inputs["bundle-suffix"],
      replace: inputs.replace,
    });
    const { records, failures } = result;
    const signed = records.filter(({ act }) => act === "signed");
    return {
      results: [],
      acts: [result],
      outputs: {
        "signed-count": signed.length,
        "kept-count": records.length - signed.length,
        "failed-count": failures.length,
        "bundle-paths": signed.map(({ product }) => product ?? "").join("\n"),
        records: JSON.stringify(records),
      },
    };
  },
});
