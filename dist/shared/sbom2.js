export{t as sbomCommand}from"./sbom.js";
import"./sbom-diff-compare.js";
