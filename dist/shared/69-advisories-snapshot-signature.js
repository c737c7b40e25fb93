import{ep}from"./26-sigstore.js";
import{Yp}from"./12-advisories.js";
export{ep as expectedSigner,Yp as verifySnapshot};
