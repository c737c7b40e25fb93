export { verifyVsaCommand } from "./vsa/command.ts";
