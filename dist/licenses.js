import { Xm as runAction } from "./shared/26-action-kit-runner-run-action.js";
import { Sv as licensesCommand } from "./shared/14-licenses.js";

// actions/licenses/main.ts
await runAction(licensesCommand);

export {  };