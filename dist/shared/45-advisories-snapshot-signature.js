import{xh}from"./15-sigstore.js";
import{cg}from"./49-advisories.js";
export{xh as expectedSigner,cg as verifySnapshot};
