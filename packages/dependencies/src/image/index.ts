export { dependenciesCommand, gateOptions, runGate } from "../command.ts";
