import { t as cycloneDxDocument } from "./sbom-cyclonedx-document.js";

export { cycloneDxDocument };