import{H as e}from"./part-base.js";
function t(e,{of:t,acknowledged:n}){let r=t(e);if(r===void 0){let t=n(e);return t&&{status:t.status,text:t.note??t.status,at:t.at}}let{status:i,justification:a,reason:o,owner:s,expires:c,at:l}=r;return i===void 0?a===void 0?{status:`affected`,text:`Accepted${c===void 0?``:` until ${c}`}${s===void 0?``:` by ${s}`}: ${o}`}:{status:`not_affected`,justification:a,text:o}:{status:i,...a!==void 0&&{justification:a},text:o,...l!==void 0&&{at:l}}}
function n({component:e,entries:t=[]}){let n=[{component:e},...t].map(e=>e.component);return[...new Map(n.map(e=>[r(e),e]))].map(([e,t])=>({ref:e,component:t}))}
function r({purl:t,name:n,version:r}){return t??e({type:`generic`,name:n,version:r})}
export{n,t};
