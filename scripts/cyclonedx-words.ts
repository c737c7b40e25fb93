import type { Plugin } from "rolldown";

const MODELS = /[\\/]cyclonedx-library[\\/]dist\.node[\\/]models[\\/]index\.js$/;

/**
 * Leaves the models out of the CycloneDX library. We ask only for the words of a version; the one question that it answers with models,
 * whether a licence may have properties, throws here.
 */
export const cycloneDxWords: Plugin = {
  name: "cyclonedx-words",
  load: (id) => (MODELS.test(id) ? { code: "module.exports = {};", moduleType: "js" } : undefined),
};
