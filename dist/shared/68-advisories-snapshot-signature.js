import{fm}from"./58-sigstore.js";
import{$m}from"./47-advisories.js";
export{fm as expectedSigner,$m as verifySnapshot};
