import { t as runAction } from "./shared/action-kit-runner-run-action.js";
import { t as licensesCommand } from "./shared/licenses.js";

// actions/licenses/main.ts
await runAction(licensesCommand);

export {  };