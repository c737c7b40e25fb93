import "./shared/rolldown-runtime.js";
import { t as runAction } from "./shared/action-kit.js";
import { t as licensesCommand } from "./shared/licenses.js";

// actions/licenses/main.ts
await runAction(licensesCommand);

export {  };