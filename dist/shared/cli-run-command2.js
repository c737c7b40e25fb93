import { n as runCommand, t as commandLineError } from "./cli-run-command.js";
export { runCommand };
