import { t as licensesCommand } from "./licenses.js";
export { licensesCommand };
