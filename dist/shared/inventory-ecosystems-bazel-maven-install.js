export{i as readMavenInstall}from"./part-inventory-bazel.js";
