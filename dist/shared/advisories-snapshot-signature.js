import{Xf}from"./44-sigstore.js";
import{Yp}from"./38-advisories.js";
export{Xf as expectedSigner,Yp as verifySnapshot};
