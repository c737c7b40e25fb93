import { i as signCheck, n as verifyCheck, r as signCommand, t as verifyCommand } from "./signing.js";

export { signCommand, verifyCommand };