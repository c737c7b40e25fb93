import { t as checkCommand } from "./action-kit-suite-check-command2.js";

export { checkCommand };