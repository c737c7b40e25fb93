import { pp as runAction } from "./shared/action-kit-runner-run-action.js";
import { Ah as licensesCommand } from "./shared/part-licenses.js";

// actions/licenses/main.ts
await runAction(licensesCommand);

export {  };