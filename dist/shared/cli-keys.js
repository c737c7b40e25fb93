import{G,X,Nt}from"./48-base.js";
import{fr,pr,ft}from"./cli-main.js";
import{_u}from"./58-vendor-noble.js";
import{ws,Or,Na,Zn,Fa,Es,La,Os}from"./44-sigstore.js";
const {X509Certificate:It,createHash:ie,createPublicKey:Lt,generateKeyPairSync:Fr,randomBytes:gt,scrypt:Ya}=process.getBuiltinModule("node:crypto");
const {resolve:re}=process.getBuiltinModule("node:path");
const {lstat:_n,rename:Qa,writeFile:$t}=process.getBuiltinModule("node:fs/promises");
async function M(e,t,n){let r=Zn(e).find(({label:e})=>e!==`EC PARAMETERS`);if(r?.label===`CERTIFICATE`)return{holds:`certificate`,encryption:void 0,publicKey:Or(j(r.bytes,n))};if(r?.label.endsWith(`PRIVATE KEY`)!==!0)return{holds:`public key`,encryption:void 0,publicKey:Es(e,n)};let i=P(r),a=async()=>Or(Lt(await Os(e,t,n)));return{holds:`private key`,encryption:i,publicKey:i===void 0||t!==void 0?await a():await R(a)}}
async function R(e){try{return await e()}catch(e){if(e instanceof G&&/password/.test(e.message))return;throw e}}
function P({label:e,text:t}){return La.includes(e)?`cosign (scrypt, XSalsa20-Poly1305)`:e===`ENCRYPTED PRIVATE KEY`?`PKCS#8`:t.includes(`ENCRYPTED`)?`PEM headers`:void 0}
function j(e,t){try{return new It(e).publicKey}catch(e){throw new G(`${t} is no readable certificate`,{cause:e})}}
const S={N:65536,r:8,p:1};
async function N(e,t){let[n,r]=[gt(32),gt(24)],i=await new Promise((e,r)=>{Ya(t,n,32,{...S,maxmem:2**28},(t,n)=>t?r(t):e(n))}),a=Buffer.from(_u(i,r).encrypt(e));i.fill(0);let o={kdf:{name:`scrypt`,params:S,salt:n.toString(`base64`)},cipher:{name:`nacl/secretbox`,nonce:r.toString(`base64`)},ciphertext:a.toString(`base64`)};return ws(La[0]??``,Buffer.from(JSON.stringify(o)))}
const E=e=>()=>Fr(`ec`,{namedCurve:e}),b=e=>()=>Fr(`rsa`,{modulusLength:e}),C=new Map(Object.entries({"p-256":E(`P-256`),"p-384":E(`P-384`),ed25519:()=>Fr(`ed25519`),"rsa-2048":b(2048),"rsa-3072":b(3072),"rsa-4096":b(4096)})),y=[...C.keys()];
async function I(e,t){let n=C.get(e);if(n===void 0)throw TypeError(`no kind of keys: ${e}`);let r=n(),i=Or(r.publicKey),a=r.privateKey.export({format:`der`,type:`pkcs8`}),o=await N(a,t);return a.fill(0),{publicKey:i,privatePem:o,publicPem:Na(i)}}
async function B(e,t,n){let{publicKey:r,source:i}=await k(e,t,n);if(r===void 0)throw new G(`${i} is encrypted, and no password is given`,{hint:"Set COSIGN_PASSWORD, or name a variable: `--password env://NAME`."});return Na(r).trimEnd().split(`
`)}
async function L(e,t,n,r){let{holds:i,encryption:a,publicKey:o}=await k(e,t,n);if(r){let e={holds:i,encryption:a??null,...o&&O(o)};return[JSON.stringify(e,null,2)]}return[v(`Holds`,i),...i===`private key`?[v(`Encrypted`,a??`no`)]:[],...o===void 0?["The rest needs the password: set COSIGN_PASSWORD, or give `--password env://NAME`."]:D(o)]}
async function k({cwd:e,environment:t},n,r){let{text:i,source:a}=await Fa({root:e,environment:t},n,`<key>`);return{...await M(i,r,a),source:a}}
function D(e){let{type:t,sha256:n,signatures:r,keyDetails:i}=O(e);return[v(`Key`,t),v(`SHA-256`,n),v(`Signatures`,r),v(`Rekor calls it`,i)]}
function O({algorithm:e,spki:t,key:n,hint:r}){let i=e.digest.replace(`sha`,`SHA-`),a=n.asymmetricKeyDetails?.modulusLength,[o,s]={ec:[`ECDSA ${e.curve}`,`ECDSA with ${i}`],rsa:[`RSA, ${a} bits`,`RSA PKCS#1 v1.5 with ${i}; RSA-PSS is verified too`],ed25519ph:[`Ed25519`,`Ed25519ph with ${i}; pure Ed25519 is verified too`]}[e.kind];return{type:o,sha256:ie(`sha256`).update(t).digest(`hex`),hint:r,signatures:s,keyDetails:e.keyDetails}}
function v(e,t){return`${`${e}:`.padEnd(16)}${t}`}
async function F({cwd:e,program:t},{kind:n=y[0]??``,prefix:r=`cosign`,force:i,password:a}){if(!y.includes(n))throw new G(`\`--type\` is "${n.slice(0,100)}"${Nt(n,y)}`,{hint:`Allowed are ${y.join(`, `)}.`});if(a===void 0)throw new G(`No password is given for the new key`,{hint:"Set COSIGN_PASSWORD, or name a variable: `--password env://NAME`. A variable set to nothing leaves the key open to whoever reads the file."});let o=[`${r}.key`,`${r}.pub`],[s,c]=o.map(t=>re(e,t));for(let t of i?[]:o)if(await _n(re(e,t)).catch(()=>void 0)!==void 0)throw new G(`${t} exists, and a lost key can't be made again`,{hint:"Choose another name with `--output-key-prefix`, or overwrite it with `--force`."});let{publicKey:l,privatePem:u,publicPem:d}=await I(n,a);await A(s,u,384,i),await A(c,d,420,i);let[f,p]=o;return[`Wrote ${f} (private, encrypted, mode 0600) and ${p}.`,``,...D(l),``,...a===``?[`The password is empty: whoever reads the file can sign.`,``]:[],`Next:`,`  Keep ${f} and its password as secrets (\`gh secret set SIGNING_KEY < ${f}\`), and never commit it.`,`  Commit or publish ${p}: others verify with it.`,`  ${t} sign FILE --key ${f}`,`  ${t} verify FILE --key ${p}`]}
async function A(e,t,n,r){let i=r?`${e}.${gt(6).toString(`hex`)}`:e;try{await $t(i,t,{flag:`wx`,mode:n}),r&&await Qa(i,e)}catch(t){throw new X(`${e} could not be written`,{hint:`Check that its folder exists, and that it may be written.`,cause:t})}}
const qd=`Usage: assay key generate [options]
       assay key public <key> [options]
       assay key inspect <key> [options]

generate  Makes a key pair as \`cosign generate-key-pair\` does: NAME.key (encrypted, mode 0600) and NAME.pub.
public    Prints the public key (PEM) of a private key, a public key or a certificate.
inspect   Says what a key is and how Assay signs and verifies with it; \`--format json\` for programs.
A <key> is a path or env://NAME. assay sign and assay verify take both halves with --key.

  --type <type>               p-256 (the default), p-384, ed25519, rsa-2048, rsa-3072 or rsa-4096. What else
                              than p-256 and RSA signs, cosign 3.1 can't verify with \`verify-blob --key\`.
  --output-key-prefix <path>  NAME of the two files. [default: cosign]
  --force                     Overwrite them. Without it nothing is overwritten.
  --password <env://NAME>     The variable that holds the password; by default COSIGN_PASSWORD, else
                              ASSAY_KEY_PASSWORD. It may be set to nothing, as with cosign.
  --format <text|json>        Of inspect.
`,x={type:`string`,description:``},w={type:x,"output-key-prefix":x,password:x,force:{type:`boolean`,default:!1,description:``}},T=new Map([[`generate`,Object.keys(w)],[`public`,[`password`]],[`inspect`,[`password`]]]);
async function im(e,t){let{explicit:n,general:r,positionals:i,problems:a}=fr(e,w);if(r.help)return t.stdout.write(qd),0;let[o=``,...s]=i,c=T.get(o);if(c===void 0){let e=o===``?`Nothing says`:`\`${o.slice(0,100)}\` is not`,t=[...T.keys()];throw new G(`${e} what to do with a key${Nt(o,t)}`,{hint:`\`assay key\` takes one of ${t.join(`, `)}.`})}let[l,u]=s,d=o!==`generate`,f=d?u:l,p=[...d&&l===void 0?["`<key>` is required: a path or `env://NAME`"]:[],...f===void 0?[]:[`${JSON.stringify(f)} is too much`],...Object.keys(n).filter(e=>!c.includes(e)).map(e=>`\`--${e}\` says nothing to \`assay key ${o}\``),...r.format===void 0||o===`inspect`&&/^(?:text|json)$/.test(r.format)?[]:["`--format` is text or json, of `assay key inspect`"]];if(a.length+p.length>0)throw pr(`key`,[...a,...p]);let m=e=>{let t=n[e];return typeof t==`string`?t:void 0},h=z(t.environment,m(`password`)),g=l===void 0?await F(t,{kind:m(`type`),prefix:m(`output-key-prefix`),force:m(`force`)===`true`,password:h}):o===`public`?await B(t,l,h):await L(t,l,h,r.format===`json`);return t.stdout.write(`${g.map(ft).join(`
`)}\n`),0}
function z(e,t){if(t===void 0)return e.COSIGN_PASSWORD??e.ASSAY_KEY_PASSWORD;let n=t.startsWith(`env://`)?t.slice(6):``,r=e[n];if(n!==``&&r!==void 0)return r;throw new G(n===``?"`--password` is no `env://NAME`":`\`--password\` is ${t}, and that variable is not set`,{hint:`A password on a command line is seen by everyone on the machine: put it into a variable.`})}
export{im,qd};
