import{Xt as UsageError}from"./part-base.js";
const PUBLIC_GOOD={fulcio:`https://fulcio.sigstore.dev`,rekor:{1:`https://rekor.sigstore.dev`,2:`https://log2025-1.rekor.sigstore.dev`},tsa:`https://timestamp.sigstore.dev/api/v1/timestamp`};
function planFromInputs(e,t){let{fulcioUrl:n,rekorUrls:r,rekorVersion:i,tsaUrl:a}=e,o=n!==void 0||r.length>0||a!==void 0,s=r.map(e=>({url:e,version:i})),c=a===void 0?[]:[a];return t?{certificateAuthority:void 0,logs:s,timestampUrls:c}:o?withTime({certificateAuthority:n??PUBLIC_GOOD.fulcio,logs:s,timestampUrls:c}):{certificateAuthority:PUBLIC_GOOD.fulcio,logs:[{url:PUBLIC_GOOD.rekor[i],version:i}],timestampUrls:[PUBLIC_GOOD.tsa]}}
function withTime(e){if(e.timestampUrls.length>0||e.logs.some(({version:e})=>e===1))return e;throw new UsageError(`A keyless signature needs a time, and no service here gives one`,{hint:"Fulcio's certificates live ten minutes. Give `tsa-url`, or a Rekor v1 log in `rekor-url`; a Rekor v2 log gives no time."})}
function isPublicGood(e){let t=URL.canParse(e)?new URL(e).hostname:``;return[`sigstore.dev`,`sigstage.dev`].some(e=>t===e||t.endsWith(`.${e}`))}
export{planFromInputs as n,withTime as r,isPublicGood as t};
