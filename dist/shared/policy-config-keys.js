import{Xe,je,Le}from"./54-config.js";
const zg={rfcs:Xe(Le({package:je,rfc:je})).optional()};
export{zg as POLICY_KEYS};
