import { t as SECRETS_RULES } from "./secrets-findings-finding-rules.js";
import { t as secretsCommand } from "./secrets.js";
export { secretsCommand };
