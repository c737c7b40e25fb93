import { n as commandLineError, r as runCommand } from "./part-cli.js";
export { runCommand };
