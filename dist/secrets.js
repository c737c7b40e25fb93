import { vp as runAction } from "./shared/48-action-kit-runner-run-action.js";
import { cg as secretsCommand } from "./shared/35-secrets.js";

// actions/secrets/main.ts
await runAction(secretsCommand);

export {  };