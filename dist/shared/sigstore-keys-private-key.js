import{$t as e}from"./part-base.js";
import{t}from"./npm-noble-ciphers.js";
import{t as n}from"./npm-sigstore-core.js";
import{a as r,i,n as a,r as o,t as s}from"./npm-noble-curves.js";
import{constants as c,createHash as l,createPrivateKey as u,createPublicKey as d,privateEncrypt as f,publicDecrypt as p,scrypt as m}from"node:crypto";
const h={"P-256":s,"P-384":a,"P-521":o},g={sha256:`3031300d060960864801650304020105000420`,sha384:`3041300d060960864801650304020205000430`,sha512:`3051300d060960864801650304020305000440`},_=Object.assign(e=>new Uint8Array(l(`sha512`).update(e).digest()),{outputLen:64,blockLen:128,canXOF:!1,create:()=>{throw Error(`not streamed`)}}),v=r(i.Point,_,{adjustScalarBytes:e=>(e[0]=(e[0]??0)&248,e[31]=(e[31]??0)&127|64,e),domain:e=>new Uint8Array(Buffer.concat([Buffer.from(`SigEd25519 no Ed25519 collisions`),Buffer.from([1,0]),e])),zip215:!1});
function y(e,t,n){switch(t.kind){case`ec`:return x(e,t,n,{format:`der`,extraEntropy:!0});case`rsa`:return f({key:e,padding:c.RSA_PKCS1_PADDING},C(t.digest,n));case`ed25519ph`:return Buffer.from(v.sign(n,w(e,`d`)))}}
function b(e,t,n){return x(e,t,n,{format:`compact`,extraEntropy:!1})}
function x(e,{curve:t=`P-256`},n,r){let i={prehash:!1,lowS:!1,...r};return Buffer.from(h[t].sign(n,w(e,`d`),i))}
function S(e,t,n,r,i){try{switch(t){case`ec`:{let t=h[String(e.export({format:`jwk`}).crv)],n=Buffer.concat([Buffer.from([4]),w(e,`x`),w(e,`y`)]);return t.verify(i,r,n,{prehash:!1,lowS:!1,format:`der`})}case`rsa`:return p({key:e,padding:c.RSA_PKCS1_PADDING},i).equals(C(n,r));case`ed25519ph`:return v.verify(i,r,w(e,`x`))}}catch{return!1}}
function C(e,t){return Buffer.concat([Buffer.from(g[e],`hex`),t])}
function w(e,t){return Buffer.from(e.export({format:`jwk`})[t]??``,`base64url`)}
function T(e){return e===void 0?`nothing`:Array.isArray(e)?`a list`:typeof e==`object`&&e?`an object`:typeof e==`string`?`"${e.slice(0,80)}"`:String(e)}
const E=[`ENCRYPTED SIGSTORE PRIVATE KEY`,`ENCRYPTED COSIGN PRIVATE KEY`];
async function D(n,r){let i=O(n),a=await k(r,i);try{return Buffer.from(t(a,i.nonce).decrypt(i.ciphertext))}catch(t){throw new e(r===``?`The key is encrypted and the empty password does not open it`:`The password does not open the key`,{hint:`Give the password of this key file, or set COSIGN_PASSWORD.`,cause:t})}finally{a.fill(0)}}
function O(e){let t;try{t=JSON.parse(Buffer.from(e).toString(`utf8`))}catch(e){throw N(`its body is no JSON`,e)}let n=A(t,`kdf`),r=A(n,`params`),i=A(t,`cipher`);if(A(n,`name`)!==`scrypt`)throw N(`its key derivation is not scrypt`);if(A(i,`name`)!==`nacl/secretbox`)throw N(`its cipher is not nacl/secretbox`);let a=j(r,`N`,1<<20),o=j(r,`r`,64),s=j(r,`p`,16);if(a&a-1||a<2)throw N(`its scrypt N is ${a}, no power of two`);if(128*a*o>268435456||a*o*s>4194304)throw N(`its scrypt cost N=${a}, r=${o}, p=${s} is beyond 256 MiB or 8 times cosign's`);let c=M(i,`nonce`),l=M(t,`ciphertext`);if(c.length!==24)throw N(`its nonce has ${c.length} bytes instead of 24`);if(l.length<17||l.length>65536)throw N(`its ciphertext has ${l.length} bytes`);return{n:a,r:o,p:s,salt:M(n,`salt`),nonce:c,ciphertext:l}}
function k(e,t){let n={N:t.n,r:t.r,p:t.p,maxmem:335544320};return new Promise((r,i)=>{m(e,t.salt,32,n,(e,t)=>e?i(e):r(t))})}
function A(e,t){return typeof e==`object`&&e&&Object.hasOwn(e,t)?e[t]:void 0}
function j(e,t,n){let r=A(e,t);if(typeof r==`number`&&Number.isInteger(r)&&r>=1&&r<=n)return r;throw N(`its scrypt ${t} is ${T(r)}; 1 to ${n} is allowed`)}
function M(e,t){let n=A(e,t);if(typeof n==`string`&&/^[A-Za-z0-9+/]*={0,2}$/.test(n))return Buffer.from(n,`base64`);throw N(`its ${t} is no base64`)}
function N(t,n){return new e(`The encrypted key is malformed: ${t}`,{hint:"Make a new key with `cosign generate-key-pair`, or check that the file was copied whole.",cause:n})}
var P=n();
const F=4n*1024n*1024n;
function ee(t,n){let r=I(t),i=r.oids.includes(`1.3.6.1.4.1.11591.4.11`),a=i?r.integers.slice(0,3).reduce((e,t)=>e*t,1n):r.integers.reduce((e,t)=>t>e?t:e,0n),o=i?F:10000000n;if(!(a<=o))throw new e(`${n} asks for ${i?`an scrypt cost (N·r·p) of`:`password iterations:`} ${a}; at most ${o} are allowed`,{hint:"Encrypt the key again with `openssl pkcs8 -topk8`."})}
function I(e){try{let t=P.ASN1Obj.parseBuffer(Buffer.from(e)).subs[0];return t===void 0?{oids:[],integers:[]}:L(t)}catch{return{oids:[],integers:[]}}}
function L(e){if(e.tag.isOID())return{oids:[e.toOID()],integers:[]};if(e.tag.isInteger())return{oids:[],integers:[e.toInteger()]};let t=e.tag.isOctetString()?[]:e.subs.map(L);return{oids:t.flatMap(({oids:e})=>e),integers:t.flatMap(({integers:e})=>e)}}
function R(e){let t=[],n,r=[];for(let i of e.split(`
`)){let e=i.trim();e.startsWith(`-----BEGIN `)&&e.endsWith(`-----`)?(n=e.slice(11,-5),r=[]):n!==void 0&&e===`-----END ${n}-----`?(t.push({label:n,text:[`-----BEGIN ${n}-----`,...r,`-----END ${n}-----`,``].join(`
`),bytes:Buffer.from(r.filter(e=>!e.includes(`:`)).join(``),`base64`)}),n=void 0):n!==void 0&&r.push(e)}return t}
function z(e,t){let n=Buffer.from(t).toString(`base64`).match(/.{1,64}/g)??[];return[`-----BEGIN ${e}-----`,...n,`-----END ${e}-----`,``].join(`
`)}
function B(t,n,r){let[i,a]=H(t)??[``,r];return new e(`${n} holds no PEM block${i===``?``:`: ${i}`}`,{hint:a})}
const V="Store the file as it is, with its line breaks: `gh secret set NAME < FILE`.";
function H(e){let t=/-----BEGIN [A-Z0-9 ]+-----/.exec(e)?.[0];if(t===void 0){let t=e.replace(/\s+/g,``);return(/^[A-Za-z0-9+/]{40,}={0,2}$/.test(t)?Buffer.from(t,`base64`).toString(`latin1`):``).startsWith(`-----BEGIN `)?[`it is one in Base64`,`Decode it first, or store the PEM file itself as the secret.`]:void 0}return e.includes(`\\n`)?["its line breaks stand there as the two characters `\\n`",V]:e.includes(t.replace(`BEGIN`,`END`))?[`its lines are joined to one`,V]:[`it has the line "${t}" and not the one that ends it`,V]}
const U=new Map([[`prime256v1`,G(`P-256`,`PKIX_ECDSA_P256_SHA_256`,`sha256`)],[`secp384r1`,G(`P-384`,`PKIX_ECDSA_P384_SHA_384`,`sha384`)],[`secp521r1`,G(`P-521`,`PKIX_ECDSA_P521_SHA_512`,`sha512`)]]),W=[2048,3072,4096];
function G(e,t,n){return{kind:`ec`,curve:e,keyDetails:t,digest:n}}
function K(e){let t=e.asymmetricKeyDetails;switch(e.asymmetricKeyType){case`ec`:{let e=U.get(t?.namedCurve??``);if(e!==void 0)return e;throw q(`an EC key on the curve ${t?.namedCurve??`(unnamed)`}`)}case`rsa`:{let e=t?.modulusLength??0;if(!W.includes(e))throw q(`an RSA key of ${e} bits`);return{kind:`rsa`,keyDetails:`PKIX_RSA_PKCS1V15_${e}_SHA256`,digest:`sha256`}}case`ed25519`:return{kind:`ed25519ph`,keyDetails:`PKIX_ED25519_PH`,digest:`sha512`};default:throw q(`a key of type ${e.asymmetricKeyType??`unknown`}`)}}
function q(t){return new e(`Found ${t}; P-256, P-384, P-521, RSA of 2048, 3072 or 4096 bits, and Ed25519 are allowed`,{hint:"Make a new key with `cosign generate-key-pair`, which gives P-256."})}
function J(e){let t=e.export({format:`der`,type:`spki`}),n=l(`sha256`).update(t).digest(`base64`);return{key:e,algorithm:K(e),spki:t,hint:n}}
function Y(e){return z(`PUBLIC KEY`,e.spki)}
function X(t,n){let r=R(t).find(({label:e})=>e!==`EC PARAMETERS`);if(r===void 0)throw B(t,n,"Give the public key that belongs to the signing key, such as `cosign.pub`.");if(r.label.endsWith(`PRIVATE KEY`))throw new e(`${n} is a private key; verification takes the public key`,{hint:"Give `cosign.pub`, or make it with `openssl pkey -in KEY -pubout`."});if(r.label!==`PUBLIC KEY`&&r.label!==`RSA PUBLIC KEY`)throw new e(`${n} holds a PEM block "${r.label}" instead of "PUBLIC KEY"`,{hint:`A certificate is verified by its identity and issuer, not as a key.`});try{return J(d(r.text))}catch(t){throw t instanceof e?t:new e(`${n} is no readable public key`,{cause:t})}}
const Z=[`PRIVATE KEY`,`EC PRIVATE KEY`,`RSA PRIVATE KEY`];
function Q(e){let t=J(d(e));return{publicKey:t,sign:n=>y(e,t.algorithm,n)}}
async function te(e,t,n){return Q(await $(e,t,n))}
async function $(t,n,r){let i=R(t).find(({label:e})=>e!==`EC PARAMETERS`);if(i===void 0)throw B(t,r,"Give a key that `cosign generate-key-pair` or `openssl genpkey` wrote.");if(E.includes(i.label))return ne(await D(i.bytes,n??``),r);let a=i.label===`ENCRYPTED PRIVATE KEY`||i.text.includes(`ENCRYPTED`);if(!a&&!Z.includes(i.label))throw new e(`${r} holds a PEM block "${i.label}", which is no private key`,{hint:`Allowed are ${[...E,`ENCRYPTED PRIVATE KEY`,...Z].join(`, `)}.`});a&&ee(i.bytes,r);try{return u({key:a?t:i.text,format:`pem`,...a?{passphrase:n??``}:{}})}catch(t){throw new e(a?`The password does not open ${r}`:`${r} is no readable private key: its "${i.label}" block is malformed`,{cause:t,...a?{hint:`Give its password, or set COSIGN_PASSWORD.`}:{}})}}
function ne(t,n){for(let e of[`pkcs8`,`sec1`,`pkcs1`])try{return u({key:t,format:`der`,type:e})}catch{}throw new e(`${n} opens, but holds no PKCS#8, SEC1 or PKCS#1 key`)}
export{J as a,R as c,y as d,b as f,X as i,z as l,te as n,Y as o,S as p,Q as r,K as s,$ as t,T as u};
