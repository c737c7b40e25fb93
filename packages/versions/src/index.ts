export { type OrderName, orderOfEcosystem, orderOfType } from "./orders.ts";
