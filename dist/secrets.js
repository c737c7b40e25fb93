import "./shared/rolldown-runtime.js";
import { t as runAction } from "./shared/action-kit.js";
import { t as secretsCommand } from "./shared/secrets.js";

// actions/secrets/main.ts
await runAction(secretsCommand);

export {  };