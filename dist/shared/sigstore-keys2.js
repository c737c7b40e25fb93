import"./sigstore-keys-private-key.js";
export{n as readTrustedKey}from"./sigstore-keys.js";
