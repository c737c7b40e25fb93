import { Xm as runAction } from "./shared/26-action-kit-runner-run-action.js";
import { xl as dependenciesCommand } from "./shared/13-dependencies.js";

// actions/dependencies/main.ts
await runAction(dependenciesCommand);

export {  };