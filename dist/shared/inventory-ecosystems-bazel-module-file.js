export{n as moduleAsks}from"./part-inventory-bazel.js";
