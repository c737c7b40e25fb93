import{Up}from"./39-advisories.js";
import{Yf}from"./45-sigstore.js";
export{Yf as expectedSigner,Up as verifySnapshot};
