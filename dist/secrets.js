import { pp as runAction } from "./shared/action-kit-runner-run-action.js";
import { rg as secretsCommand } from "./shared/part-secrets.js";

// actions/secrets/main.ts
await runAction(secretsCommand);

export {  };