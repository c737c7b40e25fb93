import { t as loadSections } from "./action-kit-suite-sections2.js";

export { loadSections };