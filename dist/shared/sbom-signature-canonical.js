import{$t as e,bn as t}from"./part-base.js";
import{T as n}from"./part-sbom-check.js";
import"./sbom-validate-json-schema.js";
import"./sigstore-bundle-repeated-field.js";
import{a as r,d as i,f as a,t as o}from"./sigstore-keys-private-key.js";
import{constants as s,createHash as c,createPublicKey as l,sign as u,verify as d}from"node:crypto";
const f=new Map([[`ES256`,{type:`ec`,curve:`prime256v1`,hash:`sha256`}],[`ES384`,{type:`ec`,curve:`secp384r1`,hash:`sha384`}],[`ES512`,{type:`ec`,curve:`secp521r1`,hash:`sha512`}],...[`256`,`384`,`512`].flatMap(e=>[[`RS${e}`,{type:`rsa`,hash:`sha${e}`}],[`PS${e}`,{type:`rsa`,hash:`sha${e}`,isPss:!0}]]),[`Ed25519`,{type:`ed25519`}],[`Ed448`,{type:`ed448`}]]);
async function p(e,t,n){let s=await o(e,t,n),d=r(l(s)),{algorithm:f}=d,p=e=>c(f.digest).update(e).digest();switch(f.kind){case`ec`:return{algorithm:`ES${f.digest.slice(3)}`,publicKey:d,sign:e=>a(s,f,p(e))};case`rsa`:return{algorithm:`RS256`,publicKey:d,sign:e=>i(s,f,p(e))};case`ed25519ph`:return{algorithm:`Ed25519`,publicKey:d,sign:e=>u(null,e,s)}}}
function m(e){return f.has(e)}
function h(e,t,n,r){let i=f.get(t);if(i===void 0||i.type!==e.asymmetricKeyType||i.curve!==e.asymmetricKeyDetails?.namedCurve)return!1;try{return d(i.hash,n,{key:e,dsaEncoding:`ieee-p1363`,...i.isPss===!0&&{padding:s.RSA_PKCS1_PSS_PADDING,saltLength:s.RSA_PSS_SALTLEN_DIGEST}},r)}catch{return!1}}
function g(t){let r=_(t,0);if(n(r)===r)return r;throw new e(`a text in it has half of a surrogate pair, which has no canonical form`)}
function _(n,r){if(r>200)throw new e(`it is nested more than 200 levels deep`);if(Array.isArray(n))return`[${n.map(e=>_(e,r+1)).join(`,`)}]`;if(t(n))return`{${Object.keys(n).sort().map(e=>`${JSON.stringify(e)}:${_(n[e],r+1)}`).join(`,`)}}`;if(typeof n==`number`&&!Number.isFinite(n))throw new e(`a number in it is too large for a canonical form`);return JSON.stringify(n)}
export{h as i,m as n,p as r,g as t};
