export { signCommand, verifyCommand } from "./command.ts";
export { signCheck } from "./sign/check.ts";
export type { SignOptions } from "./sign/options.ts";
export { verifyCheck } from "./verify/check.ts";
export type { VerifyRunOptions } from "./verify/options.ts";
