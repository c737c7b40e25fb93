export { attestCommand } from "./attest/command.ts";
export { releaseCommand } from "./release/command.ts";
export { signCommand } from "./sign/command.ts";
export { verifyCommand } from "./verify/command.ts";
