import{Ze,Ne,He}from"./52-config.js";
const Qg={rfcs:Ze(He({package:Ne,rfc:Ne})).optional()};
export{Qg as POLICY_KEYS};
