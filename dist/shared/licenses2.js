import { n as DEFAULT_ALLOW, t as licensesCommand } from "./licenses.js";
import { t as LICENSE_RULES } from "./licenses-rules.js";

export { licensesCommand };