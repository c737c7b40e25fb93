import { em as runAction } from "./shared/47-action-kit-runner-run-action.js";
import { hg as licensesCommand } from "./shared/41-licenses.js";

// actions/licenses/main.ts
await runAction(licensesCommand);

export {  };