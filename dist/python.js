import { em as runAction } from "./shared/47-action-kit-runner-run-action.js";
import { nv as pythonCommand } from "./shared/python.js";

// actions/python/main.ts
await runAction(pythonCommand);

export {  };