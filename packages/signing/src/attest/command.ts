import { ACT_INPUTS, ACTION_INPUTS, COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { RECORDS_OUTPUT } from "../act/outputs.ts";
import { hostOf } from "../services/hosts.ts";
import {
  DRY_RUN,
  ID_TOKEN,
  SIGNER_INPUTS,
  signerHosts,
  signerOptions,
} from "../sign/signer-inputs.ts";
import { ATTESTATIONS_WRITE, apiUrlOf } from "./github-inputs.ts";
import { ATTEST_RULES } from "./rules.ts";

const INPUTS = {
  ...ACT_INPUTS,
  ...ACTION_INPUTS,
  files: {
    type: "list",
    default: [],
    configKey: "attest.files",
    description:
      "The files to attest: globs (`*` within a folder, `**` across) and paths. `!` in front excludes. Symbolic links are not followed.",
  },
  "subjects-from-checksums": {
    type: "string",
    description:
      "A list of checksums, as `sha256sum` writes it, or of the runner's artifacts, whose names and digests are attested without reading the files; `-` is stdin. Where neither this nor `files` names anything, the list in `GITHUB_ARTIFACTS_LIST`.",
  },
  "predicate-type": {
    type: "string",
    default: "provenance",
    configKey: "attest.predicate-type",
    description:
      "What is said of the files: `provenance` (SLSA v1), `cyclonedx`, `spdx`, `openvex`, `test-result`, `scai`, `link`, or an https URI.",
  },
  predicate: {
    type: "path",
    outside: true,
    description:
      "The JSON document that says it; provenance needs none. It is made from the claims of the CI's identity token.",
  },
  "per-subject": {
    type: "boolean",
    default: false,
    configKey: "attest.per-subject",
    description:
      "Make an attestation for each file, `<file>.<kind>.sigstore.json`, instead of one for all of them, `<kind>.sigstore.json` in the folder that holds them.",
  },
  bundle: {
    type: "path",
    description: "The file that takes the bundles; `.jsonl` takes several, a line each.",
  },
  "output-directory": {
    type: "path",
    configKey: "attest.output-directory",
    description: "The folder that bundles are written to, instead of beside the files.",
  },
  "github-attestation": {
    type: "boolean",
    default: false,
    host: "action",
    description:
      "Upload each attestation to GitHub's attestations API, where `gh attestation verify` finds it. Needs `attestations: write`.",
  },
  "dry-run": DRY_RUN,
  ...SIGNER_INPUTS,
  replace: {
    type: "boolean",
    default: false,
    configKey: "attest.replace",
    description:
      "Overwrite a bundle of another signer or kind where the new one belongs. A signer's own attestation of that kind is replaced when it says something else.",
  },
} as const;

/** `assay attest`: signed statements about files. */
export const attestCommand = defineCommand({
  name: "attest",
  kind: "act",
  label: "Attestation",
  title: "Attest how files were made, and what is in them",
  description:
    "Signs in-toto statements about files: SLSA provenance from the CI's own claims, a bill of materials, VEX, test results or anything else. Writes Sigstore bundles that cosign, gh and every other client verify. Signs with a key or keyless, as `sign` does.",
  inputs: INPUTS,
  outputs: {
    ...COMMON_OUTPUTS,
    "attested-count": { description: "Files that were attested in this run." },
    "kept-count": { description: "Files whose attestation was there already and was kept." },
    "failed-count": { description: "What was to be attested and was not." },
    "bundle-paths": {
      description: "The new bundles, relative to the working directory, one a line.",
    },
    "attestation-urls": { description: "The pages of uploaded attestations, one a line." },
    records: RECORDS_OUTPUT,
  },
  permissions: [
    { scope: "contents", level: "read", reason: "to read the repository" },
    ID_TOKEN,
    ATTESTATIONS_WRITE,
  ],
  rules: ATTEST_RULES,
  config: {
    description:
      "Which files are attested, and what is said of them. Key and services are those of `sign`.",
    example: `files:
  - "release/*.tar.gz"
predicate-type: provenance
`,
  },
  positional: { input: "files", term: "[file]..." },
  hosts: (inputs, run) => {
    const tokens =
      inputs.predicate === undefined &&
      inputs["identity-token"] === undefined &&
      inputs["identity-token-file"] === undefined;
    const github = inputs["github-attestation"] ? hostOf(apiUrlOf(run.environment)) : [];
    return inputs["dry-run"] ? [] : [...signerHosts(inputs, run, tokens), ...github];
  },
  run: async (context, inputs) => {
    const { runAttest } = await import("./run-attest.ts");
    const result = await runAttest(context, {
      ...signerOptions(inputs, context.environment),
      files: inputs.files,
      subjectsFromChecksums: inputs["subjects-from-checksums"],
      predicateType: inputs["predicate-type"],
      predicate: inputs.predicate,
      perSubject: inputs["per-subject"],
      bundle: inputs.bundle,
      outputDirectory: inputs["output-directory"],
      replace: inputs.replace,
      githubAttestation: inputs["github-attestation"],
      dryRun: inputs["dry-run"],
    });
    const { records, failures } = result;
    const made = records.filter(({ act }) => act === "signed");
    return {
      results: [],
      acts: [result],
      outputs: {
        "attested-count": made.length,
        "kept-count": records.length - made.length,
        "failed-count": failures.length,
        "bundle-paths": [...new Set(made.map(({ product }) => product ?? ""))].join("\n"),
        "attestation-urls": [
          ...new Set(records.flatMap(({ destination }) => destination ?? [])),
        ].join("\n"),
        records: JSON.stringify(records),
      },
    };
  },
});
