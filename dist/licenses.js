import { ag as runAction } from "./shared/52-action-kit-runner-run-action.js";
import { Wy as licensesCommand } from "./shared/22-licenses.js";

// actions/licenses/main.ts
await runAction(licensesCommand);

export {  };