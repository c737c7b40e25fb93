import { n as sectionOf, t as inputKeys } from "./runtime-config-input-schema2.js";
export { sectionOf };
