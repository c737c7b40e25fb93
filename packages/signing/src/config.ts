export { signSection } from "./sign/config.ts";
export { verifySection } from "./verify/config.ts";
