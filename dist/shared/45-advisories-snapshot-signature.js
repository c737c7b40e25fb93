import{Jg}from"./15-sigstore.js";
import{Iv}from"./49-advisories.js";
export{Jg as expectedSigner,Iv as verifySnapshot};
