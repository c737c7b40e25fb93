import { defineCommand } from "@assay/core";
import { ATTEST_RULES } from "../attest/rules.ts";
import { SIGNER_INPUTS, signerHosts, signerOptions } from "../sign/signer-inputs.ts";
import { verifyCommand } from "../verify/command.ts";

const {
  key,
  "key-password": password,
  certificate,
  "trusted-root": root,
  ...services
} = SIGNER_INPUTS;

const { name, label, title, description, outputs, permissions, config, positional } = verifyCommand;

const INPUTS = {
  ...verifyCommand.inputs,
  vsa: {
    type: "path",
    description:
      "Write the verdict as a signed SLSA verification summary (VSA v1): `PASSED` where everything was verified, otherwise `FAILED`. What lies there must be an older one.",
  },
  "vsa-resource": {
    type: "string",
    description: "The URI under which consumers fetch what was verified.",
  },
  "vsa-verifier": {
    type: "string",
    description:
      "The URI that stands for whoever verifies; keyless it is by default the identity that signs.",
  },
  "vsa-level": {
    type: "list",
    default: ["SLSA_BUILD_LEVEL_UNEVALUATED"],
    description:
      "What `PASSED` says of the files, such as `SLSA_BUILD_LEVEL_2`: a level of the build track needs verified provenance, one of another track a verified summary.",
  },
  "vsa-policy-uri": {
    type: "string",
    description: "The URI of the policy; by default its path.",
  },
  "vsa-key": {
    ...key,
    description: "The private key that signs the summary, as `key` of `assay sign`.",
  },
  "vsa-key-password": password,
  "vsa-certificate": certificate,
  "vsa-trusted-root": {
    ...root,
    description:
      "The trusted root of the services that sign the summary: with it the summary is verified whole before it is written.",
  },
  ...services,
} as const;

/** `assay verify` as the command line has it: its verdict can be signed. */
export const verifyVsaCommand = defineCommand({
  ...{ name, kind: "act", label, title, description, outputs, permissions },
  ...(config === undefined ? {} : { config }),
  ...(positional === undefined ? {} : { positional }),
  inputs: INPUTS,
  rules: { ...verifyCommand.rules, ...ATTEST_RULES },
  subcommands: async () => [(await import("../release/verify-command.ts")).verifyReleaseCommand],
  hosts: (inputs, run) => [
    ...(verifyCommand.hosts?.(inputs, run) ?? []),
    ...(inputs.vsa === undefined ? [] : signerHosts({ ...inputs, ...signerOf(inputs) }, run)),
  ],
  run: async (context, inputs) => {
    if (inputs.vsa === undefined) return await verifyCommand.run(context, inputs);
    const { runVsa } = await import("./run-vsa.ts");
    const options = {
      place: inputs.vsa,
      resource: inputs["vsa-resource"],
      verifier: inputs["vsa-verifier"],
      levels: inputs["vsa-level"],
      policy: inputs.policy,
      policyUri: inputs["vsa-policy-uri"],
      // What else a verdict without a policy file depends on.
      asked: Object.fromEntries(
        Object.keys(verifyCommand.inputs).map((name) => [
          name,
          inputs[name as keyof typeof inputs],
        ]),
      ),
      signer: signerOptions({ ...inputs, ...signerOf(inputs) }, context.environment),
    };
    return await runVsa(context, options, () => verifyCommand.run(context, inputs));
  },
});

/** The names that `sign` has for what is called otherwise here: `key` and `trusted-root` are those that are verified by. */
function signerOf(inputs: {
  readonly "vsa-key": string | undefined;
  readonly "vsa-key-password": string | undefined;
  readonly "vsa-certificate": string | undefined;
  readonly "vsa-trusted-root": string | undefined;
}) {
  return {
    key: inputs["vsa-key"],
    "key-password": inputs["vsa-key-password"],
    certificate: inputs["vsa-certificate"],
    "trusted-root": inputs["vsa-trusted-root"],
  };
}
