import { n as readPositionals, r as runCommand, t as commandLineError } from "./cli-run-command.js";

export { runCommand };