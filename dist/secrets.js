import { ag as runAction } from "./shared/52-action-kit-runner-run-action.js";
import { Db as secretsCommand } from "./shared/68-secrets.js";

// actions/secrets/main.ts
await runAction(secretsCommand);

export {  };