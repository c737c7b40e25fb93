/** The commands `assay image sign`, `attest` and `verify`; what they do lies behind `@assay/signing/image/acts`. */

export { tufHosts } from "../services/hosts.ts";
export { ID_TOKEN, SIGNER_INPUTS, signerHosts, signerOptions } from "../sign/signer-inputs.ts";
export { imageAttestCommand } from "./attest-command.ts";
export { annotationsOf } from "./inputs.ts";
export { imageSignCommand } from "./sign-command.ts";
export { imageVerifyCommand } from "./verify-command.ts";
