import{pm}from"./58-sigstore.js";
import{th}from"./47-advisories.js";
export{pm as expectedSigner,th as verifySnapshot};
