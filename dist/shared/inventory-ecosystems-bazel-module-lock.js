export{t as readModuleLock}from"./part-inventory-bazel.js";
