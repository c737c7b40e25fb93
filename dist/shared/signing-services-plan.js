import{dn as e}from"./part-base.js";
const t={fulcio:`https://fulcio.sigstore.dev`,rekor:{1:`https://rekor.sigstore.dev`,2:`https://log2025-1.rekor.sigstore.dev`},tsa:`https://timestamp.sigstore.dev/api/v1/timestamp`};
function n(e,n){let{fulcioUrl:i,rekorUrls:a,rekorVersion:o,tsaUrl:s}=e,c=i!==void 0||a.length>0||s!==void 0,l=a.map(e=>({url:e,version:o})),u=s===void 0?[]:[s];return n?{certificateAuthority:void 0,logs:l,timestampUrls:u}:c?r({certificateAuthority:i??t.fulcio,logs:l,timestampUrls:u}):{certificateAuthority:t.fulcio,logs:[{url:t.rekor[o],version:o}],timestampUrls:[t.tsa]}}
function r(t){if(t.timestampUrls.length>0||t.logs.some(({version:e})=>e===1))return t;throw new e(`A keyless signature needs a time, and no service here gives one`,{hint:"Fulcio's certificates live ten minutes. Give `tsa-url`, or a Rekor v1 log in `rekor-url`; a Rekor v2 log gives no time."})}
function i(e){let t=URL.canParse(e)?new URL(e).hostname:``;return[`sigstore.dev`,`sigstage.dev`].some(e=>t===e||t.endsWith(`.${e}`))}
export{n,r,i as t};
