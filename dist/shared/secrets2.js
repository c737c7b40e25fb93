import { t as SECRETS_RULES } from "./secrets-rules-catalog.js";
import { t as secretsCommand } from "./secrets.js";

export { secretsCommand };