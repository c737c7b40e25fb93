import{dn as e}from"./part-base.js";
import{t}from"./npm-noble-ciphers.js";
import{n,t as r}from"./sigstore-bundle-describe-value.js";
import{t as i}from"./npm-sigstore-core.js";
import{a,c as o,l as s}from"./sigstore-keys.js";
const {createPrivateKey:c,createPublicKey:l,scrypt:u}=process.getBuiltinModule("node:crypto");
const d=[`ENCRYPTED SIGSTORE PRIVATE KEY`,`ENCRYPTED COSIGN PRIVATE KEY`];
async function f(n,r){let i=p(n),a=await m(r,i);try{return Buffer.from(t(a,i.nonce).decrypt(i.ciphertext))}catch(t){throw new e(r===``?`The key is encrypted and the empty password does not open it`:`The password does not open the key`,{hint:`Give the password of this key file, or set COSIGN_PASSWORD.`,cause:t})}finally{a.fill(0)}}
function p(e){let t;try{t=JSON.parse(Buffer.from(e).toString(`utf8`))}catch(e){throw v(`its body is no JSON`,e)}let n=h(t,`kdf`),r=h(n,`params`),i=h(t,`cipher`);if(h(n,`name`)!==`scrypt`)throw v(`its key derivation is not scrypt`);if(h(i,`name`)!==`nacl/secretbox`)throw v(`its cipher is not nacl/secretbox`);let a=g(r,`N`,1<<20),o=g(r,`r`,64),s=g(r,`p`,16);if(a&a-1||a<2)throw v(`its scrypt N is ${a}, no power of two`);if(128*a*o>268435456||a*o*s>4194304)throw v(`its scrypt cost N=${a}, r=${o}, p=${s} is beyond 256 MiB or 8 times cosign's`);let c=_(i,`nonce`),l=_(t,`ciphertext`);if(c.length!==24)throw v(`its nonce has ${c.length} bytes instead of 24`);if(l.length<17||l.length>65536)throw v(`its ciphertext has ${l.length} bytes`);return{n:a,r:o,p:s,salt:_(n,`salt`),nonce:c,ciphertext:l}}
function m(e,t){let n={N:t.n,r:t.r,p:t.p,maxmem:335544320};return new Promise((r,i)=>{u(e,t.salt,32,n,(e,t)=>e?i(e):r(t))})}
function h(e,t){return typeof e==`object`&&e&&Object.hasOwn(e,t)?e[t]:void 0}
function g(e,t,n){let i=h(e,t);if(typeof i==`number`&&Number.isInteger(i)&&i>=1&&i<=n)return i;throw v(`its scrypt ${t} is ${r(i)}; 1 to ${n} is allowed`)}
function _(e,t){let n=h(e,t);if(typeof n==`string`&&/^[A-Za-z0-9+/]*={0,2}$/.test(n))return Buffer.from(n,`base64`);throw v(`its ${t} is no base64`)}
function v(t,n){return new e(`The encrypted key is malformed: ${t}`,{hint:"Make a new key with `cosign generate-key-pair`, or check that the file was copied whole.",cause:n})}
var y=i();
const b=4n*1024n*1024n;
function x(t,n){let r=S(t),i=r.oids.includes(`1.3.6.1.4.1.11591.4.11`),a=i?r.integers.slice(0,3).reduce((e,t)=>e*t,1n):r.integers.reduce((e,t)=>t>e?t:e,0n),o=i?b:10000000n;if(!(a<=o))throw new e(`${n} asks for ${i?`an scrypt cost (N·r·p) of`:`password iterations:`} ${a}; at most ${o} are allowed`,{hint:"Encrypt the key again with `openssl pkcs8 -topk8`."})}
function S(e){try{let t=y.ASN1Obj.parseBuffer(Buffer.from(e)).subs[0];return t===void 0?{oids:[],integers:[]}:C(t)}catch{return{oids:[],integers:[]}}}
function C(e){if(e.tag.isOID())return{oids:[e.toOID()],integers:[]};if(e.tag.isInteger())return{oids:[],integers:[e.toInteger()]};let t=e.tag.isOctetString()?[]:e.subs.map(C);return{oids:t.flatMap(({oids:e})=>e),integers:t.flatMap(({integers:e})=>e)}}
const w=[`PRIVATE KEY`,`EC PRIVATE KEY`,`RSA PRIVATE KEY`];
function T(e){let t=a(l(e));return{publicKey:t,sign:r=>n(e,t.algorithm,r)}}
async function E(e,t,n){return T(await D(e,t,n))}
async function D(t,n,r){let i=s(t).find(({label:e})=>e!==`EC PARAMETERS`);if(i===void 0)throw o(t,r,"Give a key that `cosign generate-key-pair` or `openssl genpkey` wrote.");if(d.includes(i.label))return O(await f(i.bytes,n??``),r);let a=i.label===`ENCRYPTED PRIVATE KEY`||i.text.includes(`ENCRYPTED`);if(!a&&!w.includes(i.label))throw new e(`${r} holds a PEM block "${i.label}", which is no private key`,{hint:`Allowed are ${[...d,`ENCRYPTED PRIVATE KEY`,...w].join(`, `)}.`});a&&x(i.bytes,r);try{return c({key:a?t:i.text,format:`pem`,...a?{passphrase:n??``}:{}})}catch(t){throw new e(a?`The password does not open ${r}`:`${r} is no readable private key: its "${i.label}" block is malformed`,{cause:t,...a?{hint:`Give its password, or set COSIGN_PASSWORD.`}:{}})}}
function O(t,n){for(let e of[`pkcs8`,`sec1`,`pkcs1`])try{return c({key:t,format:`der`,type:e})}catch{}throw new e(`${n} opens, but holds no PKCS#8, SEC1 or PKCS#1 key`)}
export{E as n,T as r,D as t};
