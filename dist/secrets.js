import { Xm as runAction } from "./shared/26-action-kit-runner-run-action.js";
import { iy as secretsCommand } from "./shared/62-secrets.js";

// actions/secrets/main.ts
await runAction(secretsCommand);

export {  };