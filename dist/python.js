import { Xm as runAction } from "./shared/26-action-kit-runner-run-action.js";
import { py as pythonCommand } from "./shared/15-python.js";

// actions/python/main.ts
await runAction(pythonCommand);

export {  };