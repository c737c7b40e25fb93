import { n as signCommand, t as verifyCommand } from "./signing.js";
export { signCommand, verifyCommand };
