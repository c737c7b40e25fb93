import{t as memberPlace}from"./part-inventory.js";
import{t as runSbom}from"./part-sbom-check.js";
export{memberPlace,runSbom};
