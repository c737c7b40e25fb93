import { t as runAction } from "./shared/action-kit-runner-run-action.js";
import { t as secretsCommand } from "./shared/secrets.js";

// actions/secrets/main.ts
await runAction(secretsCommand);

export {  };