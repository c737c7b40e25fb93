import{um}from"./58-sigstore.js";
import{$m}from"./47-advisories.js";
export{um as expectedSigner,$m as verifySnapshot};
