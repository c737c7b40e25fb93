export { signCommand } from "./sign/command.ts";
export { verifyCommand } from "./verify/command.ts";
