import { vp as runAction } from "./shared/48-action-kit-runner-run-action.js";
import { Fh as licensesCommand } from "./shared/42-licenses.js";

// actions/licenses/main.ts
await runAction(licensesCommand);

export {  };