/**
 * Stands for the package `debug` in the bundle: what proxy libraries write where an environment variable asks for it. Nothing is written
 * that `--verbose` and masking do not know.
 */
module.exports = () => () => {};
