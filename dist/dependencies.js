import { em as runAction } from "./shared/47-action-kit-runner-run-action.js";
import { Lc as dependenciesCommand } from "./shared/40-dependencies.js";

// actions/dependencies/main.ts
await runAction(dependenciesCommand);

export {  };