import{Dc,na,Kf,kc}from"./48-advisories-commands.js";
import{Do,br}from"./47-advisories.js";
import{jt}from"./10-policy.js";
import{lt,B}from"./27-base.js";
async function ah(e,t){let{snapshot:n}=t;if(n===void 0)throw new B(`No snapshot is named`,{hint:`Name the file.`});let r={...t,"advisory-source":`snapshot`,"advisory-url":void 0};try{let i={...lt(jt,r),snapshot:n},{data:a,files:o,signer:s}=await Do(e,i,void 0);for(let t of o)for(let n of t.directory.keys())for(let r of t.all(n))e.signal.throwIfAborted();let c=s===void 0?{}:Kf(s),l=na(`verify`,a.info,e,{maxAge:t[`max-age`]}),u=l.records.map(e=>({...e,signer:c})),d={...l,records:u};return s===void 0?{...d,notices:[...d.notices??[],`No key and no identity was given: who made it was not checked.`]}:d}catch(t){return e.signal.throwIfAborted(),Dc(`verify`,n,`advisories.refused`,t)}}
async function oh(e,t){let n=br(e,t[`advisory-store`]),r=t.snapshot??n;if(t.snapshot===void 0&&kc(n).length===0)throw new B(`The store ${n} has no advisories`,{hint:"Run `assay advisories fetch`."});let i={...lt(jt,{...f,"advisory-store":n}),snapshot:r},{data:a}=await Do(e,i,void 0,!1);return na(`info`,a.info,e,{maxAge:t[`max-age`]})}
const f={"advisory-source":`snapshot`,snapshot:void 0,"snapshot-key":void 0,"snapshot-identity":void 0,"snapshot-oidc-issuer":void 0,"snapshot-trusted-root":void 0,"require-signed-snapshot":!1,"max-age":`none`,"advisory-url":void 0};
export{ah,oh};
