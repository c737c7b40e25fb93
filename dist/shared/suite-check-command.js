import { d as checkCommand } from "./part-cli.js";
export { checkCommand };
