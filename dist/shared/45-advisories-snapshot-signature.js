import{Kg}from"./15-sigstore.js";
import{Pv}from"./49-advisories.js";
export{Kg as expectedSigner,Pv as verifySnapshot};
