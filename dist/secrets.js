import { em as runAction } from "./shared/47-action-kit-runner-run-action.js";
import { Kg as secretsCommand } from "./shared/34-secrets.js";

// actions/secrets/main.ts
await runAction(secretsCommand);

export {  };