import { t as runAction } from "./shared/action-kit-runner-run-action.js";
import { n as dependenciesCommand } from "./shared/dependencies-command.js";

// actions/dependencies/main.ts
await runAction(dependenciesCommand);

export {  };