import { n as TomlDate, r as TomlError, t as parse } from "./npm-smol-toml.js";
export { parse };
