import type { Plugin } from "rolldown";

/** What libraries load and we never ask for: picomatch's lists of a pattern's parts. */
const UNREACHED = /[\\/]picomatch[\\/]lib[\\/]scan\.js$/;

/** Leaves these modules out: CommonJS modules are kept whole, whoever asks for one name of them. */
export const withoutUnreached: Plugin = {
  name: "unreached",
  load: (id) =>
    UNREACHED.test(id) ? { code: "module.exports = {};", moduleType: "js" } : undefined,
};
