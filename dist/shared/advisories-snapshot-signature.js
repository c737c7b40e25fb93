import{op}from"./44-sigstore.js";
import{am}from"./38-advisories.js";
export{op as expectedSigner,am as verifySnapshot};
