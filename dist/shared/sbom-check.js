import{n as e}from"./part-inventory.js";
import{t}from"./part-sbom-check.js";
export{e as memberPlace,t as runSbom};
