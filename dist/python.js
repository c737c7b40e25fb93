import { Hp as runAction } from "./shared/48-action-kit-runner-run-action.js";
import { Hg as pythonCommand } from "./shared/python.js";

// actions/python/main.ts
await runAction(pythonCommand);

export {  };