import{dn as e,ht as t}from"./part-base.js";
import{n,r}from"./sigstore-bundle-describe-value.js";
import{t as i}from"./sigstore-keys-private-key.js";
import{a,r as o}from"./sigstore-keys.js";
import{t as s}from"./sbom-signature-canonical.js";
const {createHash:c,createPublicKey:l,sign:u}=process.getBuiltinModule("node:crypto");
async function d(e,t,o){let s=await i(e,t,o),d=a(l(s)),{algorithm:f}=d,p=e=>c(f.digest).update(e).digest();switch(f.kind){case`ec`:return{algorithm:`ES${f.digest.slice(3)}`,publicKey:d,sign:e=>r(s,f,p(e))};case`rsa`:return{algorithm:`RS256`,publicKey:d,sign:e=>n(s,f,p(e))};case`ed25519ph`:return{algorithm:`Ed25519`,publicKey:d,sign:e=>u(null,e,s)}}}
async function f(n,{formats:r,signKey:i,signKeyPassword:a}){let s=r.filter(e=>!p(e));if(s.length===r.length)throw new e("`sign-key` is given, and none of `formats` is CycloneDX JSON",{hint:"Sign other documents with `assay sign`, which writes a bundle beside each file, or add `cyclonedx-1.6`."});if(i.includes(`-----BEGIN`))throw new e("`sign-key` holds a key itself instead of where it is",{hint:"Put it into a secret, pass that with `env:`, and give `env://NAME`."});let{text:c,source:l}=await o(n,i,`sign-key`),u=await d(c,a,l),f=Object.entries(u.publicKey.key.export({format:`jwk`})).sort(),h={algorithm:u.algorithm,publicKey:Object.fromEntries(f)};return{sign:(e,t)=>p(e)?m(t,h,e=>u.sign(e)):t,notices:s.length===0?[]:[`${t(s.length,`format`)} (${s.join(`, `)}) can't hold a signature: only CycloneDX JSON is signed. \`assay sign\` writes a bundle beside any file.`]}}
function p(e){return/^cyclonedx-[\d.]+$/.test(e)}
function m(e,t,n){let r=JSON.parse(new TextDecoder().decode(e)),i=n(s({...r,signature:t})).toString(`base64url`),a=JSON.stringify({signature:{...t,value:i}},null,2).slice(2,-2),o=Buffer.from(e.buffer,e.byteOffset,e.length).indexOf(`
  "specVersion": `)+1;return Buffer.concat([e.subarray(0,o),Buffer.from(`${a},\n`),e.subarray(o)])}
export{f as documentSigner};
