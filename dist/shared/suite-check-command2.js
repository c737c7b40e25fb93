import { t as checkCommand } from "./suite-check-command.js";
export { checkCommand };
