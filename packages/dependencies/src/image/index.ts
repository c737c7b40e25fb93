export { dependenciesCommand, GATE_INPUTS, gateOptions, runGate } from "../command.ts";
