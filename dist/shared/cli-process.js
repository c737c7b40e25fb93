import { t as runOnProcess } from "./part-cli.js";
export { runOnProcess };
