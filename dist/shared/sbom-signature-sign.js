import"./rolldown-runtime.js";
import{$t as e,gt as t}from"./part-base.js";
import{r as n,t as r}from"./sbom-signature-canonical.js";
import{r as i}from"./sigstore-keys.js";
async function a(r,{formats:a,signKey:c,signKeyPassword:l}){let u=a.filter(e=>!o(e));if(u.length===a.length)throw new e("`sign-key` is given, and none of `formats` is CycloneDX JSON",{hint:"Sign other documents with `assay sign`, which writes a bundle beside each file, or add `cyclonedx-1.6`."});if(c.includes(`-----BEGIN`))throw new e("`sign-key` holds a key itself instead of where it is",{hint:"Put it into a secret, pass that with `env:`, and give `env://NAME`."});let{text:d,source:f}=await i(r,c,`sign-key`),p=await n(d,l,f),m=Object.entries(p.publicKey.key.export({format:`jwk`})).sort(),h={algorithm:p.algorithm,publicKey:Object.fromEntries(m)};return{sign:(e,t)=>o(e)?s(t,h,e=>p.sign(e)):t,notices:u.length===0?[]:[`${t(u.length,`format`)} (${u.join(`, `)}) can't hold a signature: only CycloneDX JSON is signed. \`assay sign\` writes a bundle beside any file.`]}}
function o(e){return/^cyclonedx-[\d.]+$/.test(e)}
function s(e,t,n){let{specVersion:i,version:a,...o}=JSON.parse(new TextDecoder().decode(e)),s=r({...o,signature:t,specVersion:i,version:a}),c=n(Buffer.from(s)).toString(`base64url`),l={...o,signature:{...t,value:c},specVersion:i,version:a};return Buffer.from(`${JSON.stringify(l,null,2)}\n`)}
export{a as documentSigner};
