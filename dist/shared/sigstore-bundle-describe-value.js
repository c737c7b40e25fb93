import{a as e,i as t,n,r,t as i}from"./npm-noble-curves.js";
const {constants:a,createHash:o,privateEncrypt:s,publicDecrypt:c}=process.getBuiltinModule("node:crypto");
const l={"P-256":i,"P-384":n,"P-521":r},u={sha256:`3031300d060960864801650304020105000420`,sha384:`3041300d060960864801650304020205000430`,sha512:`3051300d060960864801650304020305000440`},d=Object.assign(e=>new Uint8Array(o(`sha512`).update(e).digest()),{outputLen:64,blockLen:128,canXOF:!1,create:()=>{throw Error(`not streamed`)}}),f=e(t.Point,d,{adjustScalarBytes:e=>(e[0]=(e[0]??0)&248,e[31]=(e[31]??0)&127|64,e),domain:e=>new Uint8Array(Buffer.concat([Buffer.from(`SigEd25519 no Ed25519 collisions`),Buffer.from([1,0]),e])),zip215:!1});
function p(e,t,n){switch(t.kind){case`ec`:return h(e,t,n,{format:`der`,extraEntropy:!0});case`rsa`:return s({key:e,padding:a.RSA_PKCS1_PADDING},_(t.digest,n));case`ed25519ph`:return Buffer.from(f.sign(n,v(e,`d`)))}}
function m(e,t,n){return h(e,t,n,{format:`compact`,extraEntropy:!1})}
function h(e,{curve:t=`P-256`},n,r){let i={prehash:!1,lowS:!1,...r};return Buffer.from(l[t].sign(n,v(e,`d`),i))}
function g(e,t,n,r,i){try{switch(t){case`ec`:{let t=l[String(e.export({format:`jwk`}).crv)],n=Buffer.concat([Buffer.from([4]),v(e,`x`),v(e,`y`)]);return t.verify(i,r,n,{prehash:!1,lowS:!1,format:`der`})}case`rsa`:return c({key:e,padding:a.RSA_PKCS1_PADDING},i).equals(_(n,r));case`ed25519ph`:return f.verify(i,r,v(e,`x`))}}catch{return!1}}
function _(e,t){return Buffer.concat([Buffer.from(u[e],`hex`),t])}
function v(e,t){return Buffer.from(e.export({format:`jwk`})[t]??``,`base64url`)}
function y(e){return e===void 0?`nothing`:Array.isArray(e)?`a list`:typeof e==`object`&&e?`an object`:typeof e==`string`?`"${e.slice(0,80)}"`:String(e)}
export{g as i,p as n,m as r,y as t};
