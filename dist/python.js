import { ag as runAction } from "./shared/52-action-kit-runner-run-action.js";
import { Fb as pythonCommand } from "./shared/20-python.js";

// actions/python/main.ts
await runAction(pythonCommand);

export {  };