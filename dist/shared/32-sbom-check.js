import{Ri}from"./60-rolldown-runtime.js";
import{cn,Zs,te,ln,$e,we,po,be,ae,ra,je,bt,Se,Ac}from"./48-base.js";
import{Ie,sr,ht,Tl,kr,Ol,os,gt,ji,Pf,cs}from"./10-inventory.js";
import{Bn,gd,Hr}from"./28-inventory-base.js";
import{mt,Pn,In}from"./29-inventory-installed.js";
const {createHash:me,hash:Vi}=process.getBuiltinModule("node:crypto");
function Uy(e){let[t]=e.roots;return t===void 0?[]:Tl(e).map(({component:{id:e,scope:n}})=>({from:t,to:e,kind:n}))}
const qv=new Set([`development`,`build`,`test`]);
function vv({id:e}){return e===``}
function hb({graphs:e},t,n=``){let r=e.flatMap(e=>e.roots.map(t=>({graph:e,id:t}))),i=e=>e?.graph.components.find(({id:t})=>t===e.id),a=r.length===1&&e.every(e=>e.roots.length>0)?i(r[0]):void 0;if(a!==void 0)return a;let o=i(r.find(({graph:e})=>!e.path.includes(`/`))),s=(n===``?t?.repository:n)?.split(`/`).at(-1)??o?.name??`repository`;return{id:``,name:s,kind:`application`,ecosystem:`repository`,purl:Ie(t,s,void 0,n),firstParty:!0,scope:`runtime`,direct:!1,artifacts:[],location:{path:`.`},aliases:[],flags:[]}}
function wy({graphs:e},t,n){let r=e.flatMap(e=>e.components),i=e.flatMap(e=>[...e.edges,...Uy(e)]);if(vv(t)){r.unshift(t);for(let{roots:n}of e)for(let e of n)i.push({from:t.id,to:e,kind:`runtime`})}return n===`all`?{components:r,edges:i,cut:new Set}:ub(r,i)}
function ub(e,t){let n=e.filter(({scope:e})=>e!==`development`),r=new Set(n.map(({id:e})=>e)),i=({from:e,to:t,kind:n})=>!qv.has(n)&&r.has(e)&&r.has(t);return{components:n,edges:t.filter(i),cut:new Set(t.filter(e=>!i(e)).map(({from:e})=>e))}}
function Kv({graphs:e},t){return e.flatMap(({edgeCompleteness:e,roots:n,components:r,withoutEdges:i=[],saysEmpty:a})=>{if(a===!0&&r.length===0)return[];let o=new Set(e===`direct`?n:[]),s=e===`complete`?i:r.map(({id:e})=>e).filter(e=>!o.has(e));return n.length===0?[t.id,...s]:s})}
function ws(e,t){let n=ht(e)?.names?.group.exec(t)?.[0];return n===void 0?{name:t}:{group:n,name:t.slice(n.length+1)}}
function nn({group:e,name:t,purl:n}){return e===void 0?t:`${e}${ht(Rt(n))?.names?.separator??`/`}${t}`}
function tn({group:e,name:t}){return e===void 0?t:`${e}/${t}`}
function La(e){let{version:t}=e;return t===void 0?tn(e):`${tn(e)}@${t}`}
function Rt(e){return e===void 0?void 0:/^pkg:\/*([^/]+)\//.exec(e)?.[1]?.toLowerCase()}
function cu(e,t){return(t.startsWith(`@`)?gt.find(({names:e})=>e?.group.test(t))?.id:void 0)??Rt(e)??``}
function xb(e,t){if(e!==`pypi`)return;let n=t.split(`,`).map(gy),r=n.flatMap(e=>e??[]);if(!n.includes(void 0)&&(r.sort(([,e],[,t])=>po(e,t)??0),!(new Set(r.map(([,e])=>e)).size<r.length)))return`vers:pypi/${r.map(([e,t])=>e+encodeURIComponent(t)).join(`|`)}`}
function gy(e){let[,t=``,n=``]=/^\s*(==|!=|<=|>=|~=|<|>)\s*(\S+)\s*$/.exec(e)??[],r=t===`==`&&n.endsWith(`.*`);if(r||t===`~=`){let e=/^(?:\d+!)?\d+(?:\.\d+)*(?=(?:\.\*)?$)/.exec(n)?.[0],t=r?e:e?.replace(/\.\d+$/,``);if(e===void 0||t===void 0||!r&&t===e)return;let i=t.replace(/\d+$/,e=>`${Number(e)+1}`);return[[`>=`,e],[`<`,i]]}if(t!==``&&po(n,n)!==void 0)return[[t===`==`?``:t,n]]}
const ey=[`runtime`,`optional`,`development`],O=[];
function Iv(e,{ref:t,dependencies:n,supplier:r,licenses:i}){let[a]=e;if(a===void 0)throw TypeError(`a group has at least one entry`);let{ecosystem:o,version:s,requirement:c,purl:l,artifacts:u,firstParty:d}=a,{group:f,name:p}=ws(o,a.name),m=ey.find(t=>e.some(e=>e.scope===t))??`runtime`;return{ref:t,type:e.some(({kind:e})=>e===`application`)?`application`:a.kind,group:f,name:p,version:s,versionRange:c&&xb(Rt(l),c),scope:m,purl:l,supplier:d?r:void 0,authors:O,hashes:mb(u)?.hashes??O,licenses:i(a.declaredLicense),references:u.length===0?O:sb(a),pedigree:_y(a),properties:nb(e,m),places:tb(e),dependencies:n}}
function _y({name:e,version:t,purl:n,patches:r,ancestors:i}){return r===void 0?i&&{patches:O,ancestors:i}:{patches:r,ancestors:i??[{name:e,version:t,purl:n}]}}
function mb(e){if(e.length<2)return e[0];let t=e.filter(({url:e,fileName:t=e})=>!t?.endsWith(`.whl`));return e.length>t.length&&t.length===1?t[0]:void 0}
function sb({artifacts:e,purl:t,name:n}){let[r]=e,i=r?.url===void 0&&r?.fileName===void 0;return e.length===1&&i?O:X(e.map(({url:e,fileName:r,hashes:i})=>e===void 0?{type:`distribution`,url:r??t??n,hashes:i}:{type:ob(e),url:e,hashes:i}).filter(({url:e,hashes:n})=>e!==t||n.length>0))}
function X(e){return e.length===0?O:e.slice()}
function ob(e){return/^(?:git|ssh:)/.test(e)?`vcs`:`distribution`}
function nb(e,t){let n=F(e.flatMap(e=>e.flags)),r=F(e.flatMap(e=>e.aliases)),i=F(e.flatMap(({installPath:e=O})=>e)),a=ht(e[0]?.ecosystem??``)?.properties?.({scope:t,flags:n,installPaths:i});return X([...r.map(e=>[`assay:alias`,e]),...Yv.filter(e=>n.includes(e)).map(e=>[`assay:${e}`,`true`]),...F(e.flatMap(({requirement:e=O})=>e)).map(e=>[`assay:requirement`,e]),...a??O].sort(uy))}
const Yv=[`deprecated`,`hasInstallScript`];
function uy([e,t],[n,r]){return e===n?t<r?-1:1:e<n?-1:1}
function tb(e){let[t]=e;if(t!==void 0&&vv(t))return O;let n=e.map(({location:{path:e,startLine:t}})=>({path:e,line:t}));return n.length<2?n:n.sort(dy)}
function dy(e,t){return e.path===t.path?(e.line??0)-(t.line??0):e.path<t.path?-1:1}
function F(e){return e.length<2?e:[...new Set(e)].sort()}
const R=[];
async function by(e){if(e.every(({declaredLicense:e})=>e===void 0))return()=>R;let{licenseStatement:t}=await import("./32-sbom-check.js").then(m=>({licenseStatement:m.Ba})),n=new Map;return e=>{if(e===void 0)return R;let r=JSON.stringify(e),i=n.get(r);if(i!==void 0)return i;let a=t(e),o=a===void 0?R:[{acknowledgement:`declared`,statement:a}];return n.set(r,o),o}}
const q=[`runtime`,`peer`,`optional`,`build`,`test`,`development`];
function zy(e,t){let n=new Map;for(let r of e){let e=t.get(r.from),i=t.get(r.to);if(e===void 0||i===void 0||e===i)continue;let a=n.get(e)??new Map;a.size===0&&n.set(e,a);let o=a.get(i);(o===void 0||q.indexOf(r.kind)<q.indexOf(o))&&a.set(i,r.kind)}let r=[];for(let e of[...n.keys()].sort()){let t=n.get(e)??new Map;for(let n of[...t.keys()].sort())r.push({from:e,to:n,kind:t.get(n)??`runtime`})}return r}
function Oy(e,t,n){let r=[...Dv(e,n)];if(r.length===e.length)return r;let i=new Map;for(let[e,t]of r.entries())for(let{id:n}of t)i.set(n,e);let a=kr(t),o=({id:e})=>{let t=(a.get(e)??[]).map(({to:e,kind:t})=>`${i.get(e)} ${t}`);return[...new Set(t)].sort().join(`
`)};for(let e=0;e<100;e++){let e=r.length;for(let t=0;t<e;t++){let e=r[t]??[];if(e.length<2)continue;let[n=[],...a]=Dv(e,o);r[t]=n;for(let e of a){for(let{id:t}of e)i.set(t,r.length);r.push(e)}}if(r.length===e)return r}return e.map(e=>[e])}
function Dv(e,t){return[...Se(e,t).values()]}
function oy({graphs:e,skipped:t},n,r,i){let a=e=>({ref:r,text:e}),o=e.flatMap(({path:e,gaps:t})=>t.filter(cs).flatMap(({item:t,reason:n,componentId:a})=>{let o=a===void 0?r:i.get(a),s=t===e||t===``?e:`${t} in ${e}`;return o===void 0?[]:[{ref:o,text:`${s}: ${n}.`}]})),s=o.length-200;return[...n===`all`?[]:[a(`Packages that only development needs are left out.`)],...t.filter(({kind:e})=>e!==`excluded`).map(({item:e,reason:t})=>a(`The packages of ${e} are not known: ${t}.`)),...e.flatMap(({path:e,edgeCompleteness:t})=>t===`complete`?[]:t===`direct`?[a(`${e} says what the project itself needs, and nothing of what its packages need.`)]:[a(`${e} says nothing of what its packages need.`)]),...o.slice(0,200),...s>0?[a(`${ae(s,`more gap`)} of the lockfiles are not listed here.`)]:[]]}
function bb(e){let t=e.map(Hy),n=new Map;for(let e of t)n.set(e,(n.get(e)??0)+1);return e.map((e,r)=>{let i=t[r]??``;return n.get(i)===1?i:`${i}|${eb(e)}`})}
function Hy([e]){if(e===void 0)return``;let{purl:t,ecosystem:n,name:r,version:i}=e;return t??`${n}:${r}${i===void 0?``:`@${i}`}`}
function eb(e){let t=e.map(({id:e})=>e).sort();return me(`sha256`).update(JSON.stringify(t)).digest(`hex`).slice(0,16)}
async function Fa(e,{origin:t,revision:n,folder:r,workspace:i,created:a,reproducible:o},s,c,l){let u=hb(e,t,i),d=e.graphs.flatMap(e=>e.gaps.filter(cs)),{components:f,edges:p,cut:m}=wy(e,u,s),h=Kv(e,u),g={unlisted:new Set(h),incomplete:new Set([...d.map(({componentId:e})=>e),...m])},_=c??(t===void 0?void 0:Wy(t)),v={supplier:_,licenses:await by(f)},y=l&&(await import("./32-sbom-check.js").then(m=>({withStatement:m.Dg}))).withStatement,b=Oy(f,p,My(f)),x=bb(b),S=new Map,C=new Map;for(let[e,t]of b.entries()){let n=x[e]??``;for(let{id:e}of t)S.set(e,n);let r=Z(t,g),i=Iv(t,{...v,ref:n,dependencies:r}),a=l&&t.map(({id:e})=>l.get(e)).find(Boolean);C.set(n,(a&&y?.(i,a))??i)}let w=S.get(u.id)??``,T={...v,ref:``,dependencies:Z([u],g)},E=C.get(w)??Iv([u],T);C.delete(w);let D=s===`all`&&d.length===0&&h.length===0&&e.skipped.every(({kind:e})=>e===`excluded`);return{subject:ly(E,t),components:[...C.keys()].sort().flatMap(e=>C.get(e)??[]),edges:zy(p,S),completeness:D?`complete`:`incomplete`,annotations:oy(e,s,E.ref,S),created:a,lifecycles:[`pre-build`],tools:[{name:`assay`,version:cn}],authors:[],supplier:_,licenses:[],properties:[[`assay:scope`,s],...o?[Zv]:[]],identity:[t?.serverUrl??``,t?.repository??``,n??``,r,...i?[i]:[]].join(`
`)}}
const Zv=[`cdx:reproducible`,`true`];
function ly(e,t){let{references:n}=e;return{...e,type:`application`,scope:void 0,references:t===void 0?n:[{type:`vcs`,url:`${t.serverUrl}/${t.repository}`,hashes:[]},...n]}}
function Wy({serverUrl:e,repository:t}){let n=t.split(`/`)[0]??``;return{name:n,urls:[`${e}/${n}`],contacts:[]}}
function My(e){let t=new Set,n=new Set;for(let{purl:r}of e)r!==void 0&&t.has(r)?n.add(r):r!==void 0&&t.add(r);return e=>n.has(e.purl??``)?Ny(e):e.id}
function Ny(e){let{purl:t,artifacts:n,declaredLicense:r,firstParty:i,ecosystem:a,name:o,patches:s}=e,{requirement:c,ancestors:l}=e;return JSON.stringify([a,o,t,i,n,r,s,c,l])}
function Z(e,{unlisted:t,incomplete:n}){return e.some(({id:e})=>t.has(e))?`unknown`:e.some(({id:e})=>n.has(e))?`incomplete`:`complete`}
function za(e){return/^[0-9a-f]+$/i.test(e)?e.toLowerCase():e}
function Ni(e,t){let n=B(e);return[...$(e.hashes,t.hashes),...[...B(t)].flatMap(([e,t])=>$(n.get(e)??[],t).map(t=>({...t,url:e})))]}
function Ay(e,t){return zv(t)<zv(e)}
function zv(e){return[e.hashes,...B(e).values()].flat().reduce((e,{algorithm:t})=>Math.max(e,/^(?:MD|SHA-?1$|ADLER)/i.test(t)?1:2),0)}
function B({references:e}){let t=Se(e.filter(Iy),({url:e})=>e);return new Map([...t].map(([e,t])=>[e,t.flatMap(({hashes:e})=>e)]))}
function Iy({type:e}){return e===`distribution`||e===`source-distribution`}
function $(e,t){let[n,r]=[Y(e),Y(t)];return[...r].flatMap(([e,t])=>{let r=n.get(e)??[],i=new Set(r),a=t.find(e=>!i.has(e)),o=r.find(e=>!t.includes(e))??r[0];return o===void 0||a===void 0?[]:[{algorithm:e,before:o,after:a}]})}
function Y(e){let t=Se(e,({algorithm:e})=>e);return new Map([...t].map(([e,t])=>[e,t.map(({value:e})=>za(e))]))}
function Cs({licenses:e}){let[t]=e;if(t===void 0)return``;let n=e.flatMap(({statement:e})=>Q(mt(Ia({statement:e})).expression).map(Pn));return[...new Set(n)].sort().join(` and `)}
function Q(e){return e.kind===`and`?e.operands.flatMap(Q):[e]}
function Ia({statement:e}){return e.kind===`id`?e.id:e.kind===`name`?e.name:e.text}
const ty=[`arch`,`classifier`,`platform`,`repository_url`,`type`];
function Ky(e){let t=Pv(e);if(t===void 0)return tn(e);let{type:n,namespace:r,name:i,subpath:a,qualifiers:o={}}=t,s=ty.map(e=>o[e]);return JSON.stringify([n,r,i,a,s])}
function Pv({purl:e}){try{return e===void 0?void 0:ln(e)}catch{return}}
function mv(e,t){let[n,r]=[Nv(e),Nv(t)];return n!==void 0&&r!==void 0&&n!==r||[`distribution`,`source-distribution`,`vcs`].some(n=>{let[r,i]=[jv(e,n),jv(t,n)];return r.size>0&&i.size>0&&![...i].some(e=>r.has(e))})}
function Nv(e){let t=Pv(e),{download_url:n,vcs_url:r}=t?.qualifiers??{};return t&&JSON.stringify([n,r])}
function jv({references:e},t){return new Set(e.flatMap(({type:e,url:n,comment:r})=>{let i=e===t&&r!==`as the package says`&&URL.canParse(n)?new URL(n):void 0;return i?.host?[i.href.replace(/\/$/,``)]:[]}))}
const Jf=[`hash`,`weaker`,`source`,`added`,`removed`,`upgraded`,`downgraded`,`changed`,`license`,`scope`];
function iu(e,t){let n=Ev(e.components,t.components,Ky),r=Sb(n),i=new Set([...r.before,...r.after]);return[...n.filter(([e,t])=>e&&t||!i.has(e??t)),...Ev(r.before,r.after,tn)].flatMap(([e,t])=>fy(e,t)??[]).sort((e,t)=>we(Lv(e),Lv(t))||we(Wv(e),Wv(t)))}
function Sb(e){let t=e.filter(([e,t])=>e===void 0||t===void 0),[n=[],r=[]]=[0,1].map(e=>t.flatMap(t=>t[e]??[])),i=(e,t)=>{let n=new Set(t.filter(({purl:e})=>e===void 0).map(tn));return e.filter(e=>e.purl===void 0||n.has(tn(e)))};return{before:i(n,r),after:i(r,n)}}
function Ev(e,t,n){let r=Se(e,n),i=Se(t,n);return[...new Set([...r.keys(),...i.keys()])].flatMap(e=>Jy(r.get(e)??[],i.get(e)??[]))}
function Jy(e,t){let n=[],[r,i]=[e,t];for(let e of[Ty,G]){let t=Se(i,e),a=new Set;r=r.filter(r=>{let i=t.get(e(r))?.shift();return i===void 0||(a.add(i),n.push([r,i]),!1)}),i=i.filter(e=>!a.has(e))}let a=Uv(r,t,(e,t)=>n.push([e,t])),o=Uv(i,e,(e,t)=>n.push([t,e]));return[...n,...qy(a,o)]}
function qy(e,t){let[n,r]=[e.toSorted(bv),t.toSorted(bv)],i=[];for(let e of[2,1,0]){let t=Se(r,t=>Gv(t,e)),a=new Set;n=n.filter(n=>{let r=t.get(Gv(n,e))?.shift();return r!==void 0&&(a.add(r),i.push([n,r])),r===void 0}),r=r.filter(e=>!a.has(e))}return[...i,...n.map(e=>[e,void 0]),...r.map(e=>[void 0,e])]}
function Gv({version:e=``},t){return(e.match(/\d+/g)??[]).slice(0,t).join(`.`)}
function Uv(e,t,n){let r=new Map(t.map(e=>[G(e),e]));return e.filter(e=>{let t=r.get(G(e));return t!==void 0&&cy(e,t)&&n(e,t),t===void 0})}
function cy(e,t){return[Ni(e,t),Ni(t,e)].some(({length:e})=>e>0)||mv(e,t)}
function G({version:e=``}){return e}
function Ty({version:e,ref:t,hashes:n}){return JSON.stringify([e,n.length===0?t:n])}
function bv(e,t){let[n,r]=[e.version??``,t.version??``];return Ac(Rt(e.purl)??Rt(t.purl),r,n)||we(r,n)||we(e.ref,t.ref)}
function fy(e,t){if(e===void 0)return t&&{kinds:[`added`],after:t};if(t===void 0)return{kinds:[`removed`],before:e};let n=[];return e.version===t.version?Ni(e,t).length>0&&n.push(t.version===void 0?`changed`:`hash`):n.push(Sy(e,t)),e.version===t.version&&t.version!==void 0&&(!n.includes(`hash`)&&Ay(e,t)&&n.push(`weaker`),mv(e,t)&&n.push(`source`)),Cs(e)!==Cs(t)&&n.push(`license`),e.scope!==void 0&&t.scope!==void 0&&e.scope!==t.scope&&n.push(`scope`),n.length===0?void 0:{kinds:n,before:e,after:t}}
function Sy(e,t){let[n,r]=[e.version,t.version],i=n===void 0||r===void 0?void 0:Ac(Rt(t.purl)??Rt(e.purl),n,r);return i===void 0||i===0?`changed`:i<0?`upgraded`:`downgraded`}
function Lv({before:e,after:t}){let n=t??e;return n===void 0?``:tn(n)}
function Wv({before:e,after:t}){return`${t?.version??``}\n${e?.version??``}\n${(t??e)?.ref??``}`}
const z=[[`hash`,`hash changed`,`with another hash`],[`weaker`,`hash weaker or gone`,`with a weaker hash or none`],[`source`,`source changed`,`from another place`],[`downgraded`,`downgraded`,`downgraded`],[`license`,`licence changed`,`with another licence`],[`added`,`added`,`added`],[`changed`,`version changed`,`with another version`],[`upgraded`,`upgraded`,`upgraded`],[`scope`,`scope changed`,`with another scope`],[`removed`,`removed`,`removed`]],$v=[`runtime`,`optional`,`development`];
function vs(e,t,{title:n=`Packages that the change touches`,maxRows:r=300}={}){if(e.length===0)return;let i=new Set(e.map(e=>Rt(M(e).purl))),a=e.map(e=>({change:e,rank:ib(e,t)})).sort((e,t)=>Dy(e.rank,t.rank)).slice(0,r).map(({change:e})=>lb(e,t,i.size>1));return{table:{title:`${n}: ${z.map(([t,,n])=>{let r=e.filter(({kinds:e})=>e.includes(t)).length;return r===0?``:`${r} ${n}`}).filter(e=>e!==``).join(`, `)}`,open:!0,columns:[`Change`,`Package`,`Before`,`After`,`Licence`,`Needed`],rows:a},leftOut:e.length-a.length}}
function Ss({graphs:e}){let t=new Map;for(let{name:n,version:r,purl:i,direct:a}of e.flatMap(e=>e.components)){let e=i??`${n}@${r??``}`;a!==void 0&&t.set(e,a||t.get(e)===!0)}return e=>t.get(e.purl??`${tn(e)}@${e.version??``}`)}
function M({before:e,after:t}){let n=t??e;if(n===void 0)throw TypeError(`a change has at least one side`);return n}
function gv(e,[t,n]){return(e.after===void 0?t:n)(M(e))}
function ib(e,t){return[z.findIndex(([t])=>e.kinds.includes(t)),$v.indexOf(M(e).scope),gv(e,t)===!0?0:1]}
function Dy(e,t){return e.map((e,n)=>e-(t[n]??0)).find(e=>e!==0)??0}
function lb(e,t,n){let{kinds:r,before:i,after:a}=e,o=M(e),s=n?Rt(o.purl):void 0,c=gv(e,t),l=c===void 0?[]:[c?`direct`:`indirect`],u=Cv(i?.scope,a?.scope,e);return[z.flatMap(([e,t])=>r.includes(e)?[t]:[]).join(`, `),`${tn(o)}${s===void 0?``:` (${s})`}`,i?.version??``,a?.version??``,Cv(i&&Sv(i),a&&Sv(a),e),[...l,...u===``?[]:[u]].join(`, `)]}
function Cv(e,t,n){return n.before===void 0?t??``:n.after===void 0||e===t?e??``:`${e??`none`} → ${t??`none`}`}
function Sv({licenses:e}){return e.length===0?void 0:e.map(Ia).join(`, `)}
const J={tables:[],notices:[]};
async function wg(e,t,n){try{return await my(e,t,n)}catch(e){let{kind:t,message:n}=$e(e);if(t===`internal`)throw e;return wv(n)}}
async function my(e,{scope:t,selection:n},r){let i=await Bn(e);if(typeof i==`string`)return wv(i);if(!await gd(i))return J;let{origin:a}=r.provenance,o=await Hr(e,i,{selection:{...n,ref:void 0},...a!==void 0&&{origin:a}}),s=iu(await Fa(o,r.provenance,t),r.document),c=vs(s,[Ss(o),Ss(r.inventory)]);if(c===void 0)return J;let l=o.skipped.filter(({kind:e})=>e===`unreadable`).length;return{tables:[c.table],notices:[...l===0?[]:[`${ae(l,`lockfile`)} of the base could not be read: what the change has of them counts as added.`],...c.leftOut===0?[]:[`Of ${ae(s.length,`package`)} that the change touches, the first ${c.table.rows.length} are shown.`]]}}
function wv(e){return{tables:[],notices:[`${e.replace(/\.$/,``)}: what the change does to packages is not shown.`]}}
function su({environment:e,clock:t},{origin:n,folder:r,head:i,notices:a},o=``){let s=e.SOURCE_DATE_EPOCH,c=s!==void 0&&s!==``?ra(e).now():i===void 0?void 0:new Date(i.committedAt),l=(c??t.now()).toISOString().replace(/\.\d{3}Z$/,`Z`);return{origin:n,revision:n?.revision??i?.sha,...i!==void 0&&{head:i.sha},folder:r,workspace:o,created:l,reproducible:c!==void 0,notices:c===void 0?[...a,`The documents carry the time of this run: there is neither SOURCE_DATE_EPOCH nor a commit to take it from.`]:a}}
const _v=[`runtime`,`optional`,`development`];
function gb(e,t,{workspace:n=``,revision:r}){if(t===void 0)return`No lockfile was read, so there is no document`;let{components:i}=t,a=_v.flatMap(e=>{let t=i.filter(t=>t.scope===e).length;return t===0?[]:[`${be(t)} ${e}`]}),[o]=a,s=a.length===1&&i.every(({scope:e})=>e!==void 0)?`${o} ${i.length===1?`component`:`components`}`:`${ae(i.length,`component`)}${a.length===0?``:` (${a.join(`, `)})`}`,c=n===``?``:` of ${n}`,l=r===void 0?``:`, read from git at ${r}`;return`${s}${c} in ${ae(e.graphs.length,`lockfile`)}${l}`}
function Fy(e,t,n){return t===void 0||t.completeness===`complete`?[]:[`The documents are not complete: ${Vy(e,n).join(`; `)}.`]}
function Vy({graphs:e,skipped:t},n){let r=e.some(({gaps:e})=>e.some(cs))||t.some(({kind:e})=>e!==`excluded`&&e!==`unselected`),i=e.filter(e=>Kv({graphs:[e]},{id:``}).length>0),a=i.length-3,o=`${i.slice(0,3).map(({path:e})=>e).join(`, `)}${a>0?` and ${be(a)} more`:``}`;return[...r?[`findings of the inventory say what is missing`]:[],...i.length===0?[]:[`the dependencies between packages of ${o} are not all known`],...t.some(({kind:e})=>e===`unselected`)?[`what the settings leave out is missing`]:[],...n===`runtime`?[`packages for development are left out`]:[]]}
const L=`00000000-0000-0000-0000-000000000000`;
function yv(e,t,n){let r=Buffer.from(xs(`${JSON.stringify(e,null,2)}\n`));return r.write(n(r),r.indexOf(`${L}"`,kv(t,r)),`latin1`),r}
function lu(e,t){let n=Buffer.from(e.buffer,e.byteOffset,e.length),r=kv(t,n),i=n.toString(`utf8`,r+1,n.indexOf(`
`,r+1));return JSON.parse(`{${i.replace(/,$/,``)}}`)[t]}
function kv(e,t){return t.indexOf(`\n  ${JSON.stringify(e)}: "`)}
function xs(e){return e.includes(`\\ud`)?e.replace(/\\(?:ud[89a-f][0-9a-f]{2}|.)/g,e=>e.length>2?`�`:e):e}
function ys(...e){let t=me(`sha1`).update(Buffer.from(`c2a1f5f08d0b4e7a9d553f6f0a4f7b1e`,`hex`));for(let n of e)t.update(`${n.length} `).update(n);let n=t.digest().subarray(0,16);n.writeUInt8(n.readUInt8(6)&15|80,6),n.writeUInt8(n.readUInt8(8)&63|128,8);let r=n.toString(`hex`);return[8,12,16,20].reduceRight((e,t)=>`${e.slice(0,t)}-${e.slice(t)}`,r)}
const K=`SPDXRef-DOCUMENT`;
function mu(e){return new Map(e.map(e=>[e.ref,`SPDXRef-${ru(e)}`]))}
function ru(e){return`Package-${[Rt(e.purl),nn(e),e.version].join(`-`).replace(/[^A-Za-z0-9.]+/g,`-`).replace(/^-|-$/g,``).slice(0,100)}-${Vi(`sha256`,e.ref).slice(0,16)}`}
const Gf=`Declared by reference`;
function Es(e){return`The package declares ${e}; its text is in the package.`}
function Rv(e){return e.kind===`id`?e.id:e.kind===`expression`?e.text:ee(e.name)}
function bs({licenses:e},t){let n=e.filter(({acknowledgement:e=`declared`})=>e===t),[r,...i]=n;if(r!==void 0)return i.length===0?Rv(r.statement):n.map(({statement:e})=>Rv(e)).map(e=>/\sOR\s/.test(e)?`(${e})`:e).join(` AND `)}
function ou(e){let t=new Map;for(let{licenses:n}of e)for(let{statement:e,text:r}of n){if(e.kind===`name`){let n=ee(e.name);t.set(n,{extractedText:r??e.name,licenseId:n,name:`Declared as free text`})}if(e.kind===`expression`)for(let n of e.references){if(t.has(n))continue;let e=Es(n);t.set(n,{extractedText:e,licenseId:n,name:Gf})}}return[...t].sort(([e],[t])=>e<t?-1:1).map(([,e])=>e)}
function ee(e){return`LicenseRef-declared-${me(`sha256`).update(e).digest(`hex`).slice(0,16)}`}
function kt(e,t){return Object.hasOwn(e,t)?e[t]:void 0}
function Ra({references:e,hashes:t}){let n=Av(e);return n.length<2?n[0]:n.find(e=>e.hashes===t)??n.find(e=>e.hashes.length===t.length&&JSON.stringify(e.hashes)===JSON.stringify(t))}
function Su(e){let t=Ra(e);return Av(e.references).filter(e=>e!==t&&e.hashes.length>0)}
function Av(e){let t=e.filter(({type:e})=>e===`distribution`);return t.length>0?t:e.filter(({type:e,comment:t})=>e===`vcs`&&t!==`as the package says`)}
function au(e){let{url:t,type:n}=Ra(e)??{};if(t===void 0||!/^\w[\w+.-]*:/.test(t)||/^(?:file|pkg):/.test(t))return;if(n===`distribution`&&!/^(?:git|ssh:)/.test(t))return t;let[r=``,i]=t.split(`#`),a=r.startsWith(`git`)?r:`git+${r}`;return i===void 0?a:`${a}@${i}`}
const Xv={application:`APPLICATION`,container:`CONTAINER`,device:`DEVICE`,file:`FILE`,firmware:`FIRMWARE`,framework:`FRAMEWORK`,library:`LIBRARY`,"operating-system":`OPERATING_SYSTEM`,platform:`APPLICATION`},A=`NOASSERTION`;
function Gy(e,t,n){let{cpe:r,description:i,purl:a,publisher:o,references:s,supplier:c,type:l,version:u}=e,[d]=e.authors,f=e.hashes.length===0?Ra(e)?.hashes??[]:e.hashes,p=[...r===void 0?[]:[vy(r)]];return a!==void 0&&p.push(rb(a)),{SPDXID:t,annotations:n,checksums:f.length===0?void 0:f.map(py),comment:du(e,Su(e)),copyrightText:e.copyright??A,description:i,downloadLocation:au(e)??A,externalRefs:p.length===0?void 0:p,filesAnalyzed:!1,homepage:s.find(e=>e.type===`website`)?.url,licenseConcluded:bs(e,`concluded`)??A,licenseDeclared:bs(e,`declared`)??A,name:nn(e),originator:W(e.manufacturer)??(d&&Ov(d))??(o&&`Organization: ${o}`),primaryPackagePurpose:kt(Xv,l)??`OTHER`,sourceInfo:Cu(e),supplier:W(c)??A,versionInfo:u}}
function Ov({name:e,email:t}){let n=e??t;return n&&`Person: ${n}${t===void 0||t===n?``:` (${t})`}`}
function W(e){if(e===void 0)return;let{name:t,contacts:n}=e,r=n.find(e=>e.email!==void 0)?.email;return`Organization: ${t}${r===void 0?``:` (${r})`}`}
function py({algorithm:e,value:t}){return{algorithm:e.replace(/^SHA-/,`SHA`),checksumValue:t}}
function rb(e){return{referenceCategory:`PACKAGE-MANAGER`,referenceLocator:e,referenceType:`purl`}}
function vy(e){return{referenceCategory:`SECURITY`,referenceLocator:e,referenceType:e.startsWith(`cpe:/`)?`cpe22Type`:`cpe23Type`}}
function du({pedigree:e},t){let{patches:n=[],ancestors:r=[],notes:i}=e??{},a=[...n.map(e=>`Patched by ${e}`),...r.map(({name:e,version:t,purl:n})=>[`Made from`,e,t,n&&`(${n})`].filter(e=>e).join(` `)),...i===void 0?[]:[`Note: ${i.replace(/\s+/g,` `)}`],...t.length===0?[]:[`Archives:`],...t.map(({url:e,hashes:t})=>[e,...t.map(({algorithm:e,value:t})=>`${e}:${t}`)].join(` `))];return a.length===0?void 0:a.join(`
`)}
function Cu({places:e}){if(e.length!==0)return`named in ${e.map(({path:e,line:t})=>t===void 0?e:`${e}:${t}`).join(`, `)}`}
function pb(e,t){let{subject:n,components:r,edges:i}=e,a=e=>t.get(e)??``,o=wu(e).map(e=>j(K,`DESCRIBES`,a(e)));for(let{from:e,to:t,kind:n}of i){o.push(j(a(e),`DEPENDS_ON`,a(t)));let r=ny[n];r!==void 0&&o.push(j(a(t),r,a(e)))}for(let{ref:e,dependencies:t,parent:i}of n===void 0?r:[n,...r])i!==void 0&&o.push(j(a(i),`CONTAINS`,a(e))),t!==`complete`&&o.push(j(a(e),`DEPENDS_ON`,`NOASSERTION`));return o}
function wu({subject:e,components:t,edges:n}){if(e!==void 0)return[e.ref];let r=new Set(n.map(({to:e})=>e)),i=t.filter(({ref:e,parent:t})=>t===void 0&&!r.has(e));return(i.length===0?t.slice(0,1):i).map(({ref:e})=>e)}
function j(e,t,n){return{relatedSpdxElement:n,relationshipType:t,spdxElementId:e}}
const ny={development:`DEV_DEPENDENCY_OF`,optional:`OPTIONAL_DEPENDENCY_OF`,build:`BUILD_DEPENDENCY_OF`,test:`TEST_DEPENDENCY_OF`};
function fb(e){return uu(xu(e),e)}
function uu(e,{identity:t}){return yv(e,`documentNamespace`,e=>ys(`spdx`,t,e))}
function xu(e){let{subject:t,components:n}=e,r=t===void 0?n:[t,...n],i=mu(r),a=pu(e),o=ou(r),s=ay(e);return{SPDXID:K,annotations:s.get(``),creationInfo:yy(e),dataLicense:`CC0-1.0`,documentNamespace:`https://spdx.org/spdxdocs/${fu(a)}-${L}`,hasExtractedLicensingInfos:o.length===0?void 0:o,name:a,packages:r.map(e=>Gy(e,i.get(e.ref)??``,s.get(e.ref))),relationships:pb(e,i),spdxVersion:`SPDX-2.3`}}
function ay({annotations:e,tools:t,created:n=qf}){let[r]=t,i=new Map;for(let{ref:t=``,text:a}of e)je(i,t,{annotationDate:n,annotationType:`OTHER`,annotator:`Tool: ${r===void 0?`unknown`:Hv(r)}`,comment:a});return i}
function Hv({name:e,version:t}){return t===void 0?e:`${e}-${t}`}
function yy(e){let{tools:t,manufacturer:n,supplier:r,created:i,authors:a}=e,o=[...t.map(e=>`Tool: ${Hv(e)}`),...a.map(Ov),W(n??r)].filter(e=>e!==void 0);return{comment:gu(e),created:i??`1970-01-01T00:00:00Z`,creators:o.length===0?[`Tool: unknown`]:o}}
const qf=`1970-01-01T00:00:00Z`;
function gu({completeness:e,lifecycles:t,properties:n}){let r=n.find(([e])=>e===`assay:scope`)?.[1];return[t.includes(`pre-build`)?`Made from lockfiles before the build.`:``,r===void 0?``:`Scope: ${r}.`,e===`complete`?`Every lockfile was read and every entry understood.`:`Not complete: dependencies that are not known are stated as NOASSERTION.`].filter(e=>e!==``).join(` `)}
function pu({subject:e}){if(e===void 0)return`document`;let t=nn(e);return e.version===void 0?t:`${t}@${e.version}`}
function fu(e){return e.replace(/[^A-Za-z0-9.-]+/g,`-`).replace(/^-|-$/g,``)}
function xv(e,t){if(e.length===0)return{stated:void 0};if(t===`1.7`||e.length===1||e.every(({statement:e})=>e.kind!==`expression`))return{stated:e.map(N)};let n=e.filter(({acknowledgement:e})=>e===`concluded`),r=e.filter(e=>!n.includes(e));return n.length===0?{stated:U(r)}:{stated:U(n),evidence:r.length===0?void 0:U(r)}}
function U(e){let[t,...n]=e;if(t===void 0||n.length===0)return e.map(N);let r=e.map(({statement:e})=>e.kind===`expression`?e.text:e.kind===`id`?e.id:void 0),{acknowledgement:i}=t;return r.includes(void 0)?e.map(e=>e.statement.kind===`expression`?N({...e,statement:{kind:`name`,name:e.statement.text}}):N(e)):[{acknowledgement:i,expression:r.map((e=``)=>/\sOR\s/.test(e)?`(${e})`:e).join(` AND `)}]}
function N({acknowledgement:e,statement:t,text:n,url:r}){return t.kind===`expression`?{acknowledgement:e,expression:t.text}:{license:{acknowledgement:e,...t.kind===`id`?{id:t.id}:{name:t.name},text:n===void 0?void 0:{content:n},url:r}}}
const Jv=/[^!#-&(-;=?-Z_a-z~\u0080-\uffff]/g;
function Pi(e){return e.replace(Jv,$y)}
function $y(e){return`%${e.charCodeAt(0).toString(16).toUpperCase().padStart(2,`0`)}`}
const Qv={runtime:`required`,optional:`optional`,development:`excluded`};
function V(e,t){let{scope:n,group:r,name:i,version:a,type:o,purl:s,description:c,publisher:l,copyright:u,cpe:d}=e,{spec:f,parts:p}=t,m=xv(e.licenses,f),h=f===`1.7`&&a===void 0&&e.versionRange!==void 0&&n===`runtime`;return{authors:H(e.authors),"bom-ref":e.ref,components:p.get(e.ref)?.map(e=>V(e,t)),copyright:u,cpe:d,description:c,evidence:Ey(e,m.evidence),externalReferences:k(e.references.map(ab)),group:r,hashes:hv(e.hashes),isExternal:h?!0:void 0,licenses:m.stated,manufacturer:P(e.manufacturer),name:i,pedigree:e.pedigree&&Qy(e.pedigree),properties:Mv(e.properties),publisher:l,purl:s,scope:n&&Qv[n],supplier:P(e.supplier),type:o,version:a,versionRange:h?e.versionRange:void 0}}
function P(e){if(e===void 0)return;let{name:t,urls:n,contacts:r}=e;return{contact:H(r),name:t,url:k(n.map(Pi))}}
function H(e){return k(e.map(({name:e,email:t,phone:n})=>({email:t,name:e,phone:n})))}
function Mv(e){return k(e.map(([e,t])=>({name:e,value:t})))}
function hv(e){return k(e.map(({algorithm:e,value:t})=>({alg:e,content:t})))}
function ab({comment:e,hashes:t,type:n,url:r}){return{comment:e,hashes:hv(t),type:n,url:Pi(r)}}
function Qy({ancestors:e,notes:t,patches:n}){return{ancestors:k(e.map(({name:e,purl:t,version:n})=>({name:e,purl:t,type:`library`,version:n}))),notes:t,patches:k(n.map(e=>({diff:{url:Pi(e)},type:`unofficial`})))}}
function Ey({places:e},t){let n=k(e.map(({path:e,line:t})=>({line:t,location:e})));return n===void 0&&t===void 0?void 0:{licenses:t,occurrences:n}}
function k(e){return e.length===0?void 0:e}
function hy({subject:e,components:t,completeness:n}){let r=e===void 0?t:[e,...t],i=e=>r.filter(({dependencies:t})=>t===e).map(({ref:e})=>e),a=[`complete`,`incomplete`,`unknown`].map(e=>({aggregate:e,dependencies:i(e).sort()}));return[{aggregate:n},...a.filter(({dependencies:e})=>e.length>0)]}
function Ts(e,t=`1.6`){return hu(bu(e,t),e)}
function hu(e,{identity:t}){return yv(e,`serialNumber`,e=>ys(`cyclonedx`,t,e))}
function bu(e,t){let n=Xy(e.components),r={spec:t,parts:n};return{$schema:`http://cyclonedx.org/schema/bom-${t}.schema.json`,annotations:iy(e),bomFormat:`CycloneDX`,components:(n.get(``)??[]).map(e=>V(e,r)),compositions:hy(e),dependencies:xy(e),metadata:By(e,r),serialNumber:`urn:uuid:${L}`,specVersion:t,version:1}}
function iy({annotations:e,subject:t,tools:n,created:r}){let[i]=n,a=i===void 0?{individual:{name:`unknown`}}:{component:{name:i.name,type:`application`,version:i.version}},o=e.flatMap(({ref:e=t?.ref,text:n})=>e===void 0?[]:[{annotator:a,subjects:[e],text:n,timestamp:Vv(r??`1970-01-01T00:00:00Z`)}]);return o.length===0?void 0:o}
function Vv(e){return new Date(e).toISOString()}
function Xy(e){return Se(e,({parent:e=``})=>e)}
function By(e,t){let{subject:n,created:r,lifecycles:i,tools:a}=e;return{authors:H(e.authors),component:n&&V(n,t),licenses:xv(e.licenses,t.spec).stated,lifecycles:i.length===0?void 0:i.map(e=>({phase:e})),manufacturer:P(e.manufacturer),properties:Mv(e.properties),supplier:P(e.supplier),timestamp:r&&Vv(r),tools:a.length===0?void 0:{components:a.map(({name:e,version:t})=>({name:e,type:`application`,version:t}))}}}
function xy({subject:e,components:t,edges:n}){let r=new Map;for(let{from:e,to:t}of n)je(r,e,t);return(e===void 0?t:[e,...t]).map(({ref:e})=>({dependsOn:r.get(e),ref:e}))}
const I=new Set([`application`,`library`,`framework`,`container`,`file`,`operating-system`,`MD5`,`SHA-1`,`SHA-256`,`SHA-384`,`SHA-512`,`vcs`,`distribution`,`website`,`issue-tracker`,`documentation`,`other`]);
async function Py(e,t){if([e.subject,...e.components].every(e=>e===void 0||ky(e)))return e;let{Spec1dot6:n,Spec1dot7:r}=await import(`./cyclonedx-library.js`).then(e=>Ri(e.default,1)),i=t===`1.6`?n:r,a=e=>e.filter(({algorithm:e,value:t})=>i.supportsHashAlgorithm(e)&&i.supportsHashValue(t)),o=e=>({...e,type:i.supportsComponentType(e.type)?e.type:`library`,hashes:a(e.hashes),references:e.references.map(e=>({...e,type:i.supportsExternalReferenceType(e.type)?e.type:`other`,hashes:a(e.hashes)}))});return{...e,...e.subject===void 0?{}:{subject:o(e.subject)},components:e.components.map(o)}}
function ky({type:e,hashes:t,references:n}){let r=e=>e.every(({algorithm:e})=>I.has(e));return I.has(e)&&r(t)&&n.every(e=>I.has(e.type)&&r(e.hashes))}
const ry={"cyclonedx-1.6":{name:`sbom.cdx.json`,mediaType:`application/vnd.cyclonedx+json; version=1.6`,load:async()=>Ts},"cyclonedx-1.6-xml":{name:`sbom.cdx.xml`,mediaType:`application/vnd.cyclonedx+xml; version=1.6`,load:async()=>(await import("./31-sbom-formats.js").then(m=>({cycloneDxXmlDocument:m.Rg}))).cycloneDxXmlDocument},"cyclonedx-1.7":{name:`sbom.1.7.cdx.json`,mediaType:`application/vnd.cyclonedx+json; version=1.7`,load:async()=>e=>Ts(e,`1.7`)},"cyclonedx-1.7-xml":{name:`sbom.1.7.cdx.xml`,mediaType:`application/vnd.cyclonedx+xml; version=1.7`,load:async()=>{let{cycloneDxXmlDocument:e}=await import("./31-sbom-formats.js").then(m=>({cycloneDxXmlDocument:m.Rg}));return t=>e(t,`1.7`)}},"spdx-2.3":{name:`sbom.spdx.json`,mediaType:`application/spdx+json; version=2.3`,load:async()=>fb},"spdx-2.3-tag-value":{name:`sbom.spdx`,mediaType:`text/spdx`,load:async()=>(await import("./31-sbom-formats.js").then(m=>({spdxTagValueDocument:m.zg}))).spdxTagValueDocument},"spdx-3.0.1":{name:`sbom.spdx3.json`,mediaType:`application/spdx+json; version=3.0.1`,load:async()=>(await import("./31-sbom-formats.js").then(m=>({spdx3Document:m.Vg}))).spdx3Document}};
async function Va(e,t,n=(e,t)=>t){let r=[];for(let i of[...new Set(t)].sort()){let{name:t,mediaType:a,load:o}=ry[i],s=/^cyclonedx-(1\.[67])/.exec(i)?.[1],c=s===void 0?e:await Py(e,s);r.push({name:t,mediaType:a,bytes:n(i,(await o())(c))})}return r}
async function Eg(e,t){let{repository:n,ref:r,workspace:i,lockfiles:a,scope:o}=t,s=e.config?.section(`sbom`)??{},{signKey:c,signKeyPassword:l,formats:u}=t,d=c===void 0?void 0:await(await import("./31-sbom-formats.js").then(m=>({documentSigner:m.Bg}))).documentSigner(e,{formats:u,signKey:c,signKeyPassword:l}),f={ref:r,workspace:i,lockfiles:a},p=await sr(e,f),m=p.repository.source===void 0?r:void 0,h=Pf(p.repository,{repository:n,ref:m}),g=n!==void 0||m!==void 0?Ol(p.inventory,h):p.inventory,_=su(e,{...p.repository,origin:h},p.workspace),v=g.graphs.length===0,y=v?void 0:await db(e,g,t),b=Object.keys(s).length===0?void 0:await import("./32-sbom-check.js").then(m=>({manufacturerOf:m.yu,withConfig:m.Kf})),x=b?.manufacturerOf(s),S=v?void 0:await Fa(g,_,o,x,y?.statements),C=(S&&b?.withConfig(S,s))??S,w=C&&{inventory:g,provenance:_,document:C},T=w!==void 0&&(t.changes??(ji(e)&&r===void 0))?await(await import("./32-sbom-check.js").then(m=>({changesOf:m.wg}))).changesOf(e,{scope:o,selection:f},w):void 0,E=C===void 0?[]:await Va(C,u,d?.sign),D=t.includeCi?await(await import("./32-sbom-check.js").then(m=>({ciDocuments:m.Tg}))).ciDocuments(e,p.repository,_,u,d?.sign):void 0;return{result:{check:`sbom`,findings:D?.findings??[],artifacts:[...E,...D?.artifacts??[]],coverage:{inspected:{lockfiles:g.graphs.length,components:C?.components.length??0},skipped:[],summary:gb(g,C,{workspace:p.workspace,revision:p.repository.source&&r}),...C===void 0?{nothingToDo:`no lockfile was read`}:{}},notices:[...Fy(g,C,o),...C===void 0&&D===void 0?[]:_.notices,...y?.notices??[],...T?.notices??[],...D?.notices??[],...d?.notices??[]],tables:T?.tables??[]},inventory:p.result,componentCount:C?.components.length??0,complete:C?.completeness===`complete`,...w!==void 0&&{made:{...w,artifacts:E,scope:o,ref:r,parts:Yy(t)}}}}
async function db(e,t,{enrich:n=`off`}){if(n===`off`)return;let{packageStatements:r}=await import("./29-inventory-installed.js").then(m=>({packageStatements:m.ch}));return r(e,t,n)}
function Yy({workspace:e,lockfiles:t=[]}){return[e??``,...t].filter(e=>e!==``)}
function Ba(e){return vu(mt(e))}
function vu({kind:e,text:t,expression:n}){if(e===`expression`){let e=Bv(n);if(e.every(e=>e.kind===`word`))return;if(e.every(Ly)){let[t]=e,r=In(n);if(e.length===1&&t?.kind===`license`&&t.written.id===r)return{kind:`id`,id:r};let i=e.filter(e=>e.kind===`reference`).map(e=>e.name);return{kind:`expression`,text:r,references:[...new Set(i)].sort()}}}return t===``?void 0:{kind:`name`,name:t.slice(0,1e3)}}
function Ly(e){return e.kind===`license`||e.kind===`reference`&&!e.name.startsWith(`DocumentRef-`)}
function Bv(e){return e.kind===`and`||e.kind===`or`?e.operands.flatMap(Bv):[e]}
function cb({purl:e}){if(e===void 0)return;let{type:t,namespace:n,qualifiers:r={}}=ln(e),i=[`repository_url`,`download_url`,`vcs_url`].flatMap(e=>r[e]??[])[0],a=t===`swift`?n?.split(`/`)[0]:i&&jy(i);if(a)return{name:a,urls:[`https://${a}`],contacts:[]};let o=Zs(t);return o&&{name:o.name,urls:[o.url],contacts:[]}}
function jy(e){let t=e.replace(/^git\+/,``),n=/^\w+:\/\//.test(t)?t:`https://${t}`;return URL.canParse(n)?new URL(n).hostname:void 0}
function yu({manufacturer:e}){return e&&Tv(e)}
function Kf(e,t){let{authors:n=[],license:r,supplier:i}=t,a=yu(t),{subject:o}=e;return{...e,...o===void 0||a===void 0?{}:{subject:{...o,manufacturer:a}},components:i===void 0?e.components:vb(e,i),authors:[...e.authors,...n],manufacturer:a??e.manufacturer,licenses:r===void 0?e.licenses:[Cy(r)]}}
function Cy(e){let t=Ba(e);if(t!==void 0&&t.kind!==`name`)return{statement:t};throw new te(`sbom.license is no SPDX expression`,{hint:"Write an id of https://spdx.org/licenses such as `CC0-1.0`."})}
function vb({components:e},t){let n=t===`registry`?cb:Zy(t);return e.map(e=>{let t=e.supplier??n(e);return t===e.supplier?e:{...e,supplier:t}})}
function Zy(e){let t=e.map((e,t)=>({isMeant:bt(e.package,`sbom.supplier[${t}].package`),organization:Tv(e)}));return e=>{let{version:n,purl:r}=e,i={name:nn(e),...n===void 0?{}:{version:n},...r===void 0?{}:{purl:r,ecosystem:Rt(r)??``}};return t.find(({isMeant:e})=>e(i))?.organization}}
function Tv({name:e,url:t,email:n}){return{name:e,urls:t===void 0?[]:[t],contacts:n===void 0?[]:[{email:n}]}}
async function Tg(e,t,n,r,i){let{inventory:a,findings:o}=await os(e,t),s=Ol(a,n.origin);if(s.graphs.length===0)return{artifacts:[],findings:o,notices:[`There is no document on CI: no workflow and no action was read.`]};let c=e.config?.section(`sbom`)??{};return{artifacts:(await Va(Kf(await Fa(s,{...n,workspace:`.github/workflows`},`all`,yu(c)),c),r,i)).map(e=>({...e,name:e.name.replace(`sbom.`,`sbom.ci.`)})),findings:o,notices:[]}}
function Dg(e,t){let{authors:n=[],publisher:r,description:i,homepage:a,repository:o}=t.metadata??{},{source:s,archive:c}=t;return{...e,hashes:e.hashes.length===0&&c!==void 0?c.hashes:e.hashes,description:e.description??i,authors:n,publisher:e.publisher??r,supplier:e.supplier??yb(t),copyright:t.copyright.length===0?e.copyright:t.copyright.join(`
`),licenses:[...e.licenses,...Ry(e,t)],references:[...e.references,...c===void 0?[]:[sy(c)],...Fv(`vcs`,o,e),...Fv(`website`,a,e)],properties:s===`project`?e.properties:[[`assay:metadata`,s],...e.properties]}}
function sy({fileName:e,hashes:t}){return{type:`distribution`,url:e,hashes:t}}
function yb({metadata:e}){let[t]=e?.authors??[],n=e?.publisher??t?.name??t?.email;if(n===void 0)return;let r=e?.publisher===void 0?t?.email:void 0;return{name:n,urls:[],contacts:r===void 0?[]:[{name:n,email:r}]}}
function Ry({licenses:e},{declared:t,concluded:n}){let r=[],i=e.length===0&&t!==void 0?vu(t):void 0;i!==void 0&&r.push({acknowledgement:`declared`,statement:i});let a=n===void 0?void 0:Ba(n);return a!==void 0&&r.push({acknowledgement:`concluded`,statement:a}),r}
function Fv(e,t,{references:n}){let r=n.some(n=>n.type===e&&n.url===t);return t===void 0||r?[]:[{type:e,url:t,comment:`as the package says`,hashes:[]}]}
export{ru,iu,au,ou,Gf,su,Fa,Ia,wg,La,cu,vs,ys,lu,bs,xs,Ss,Ra,kt,Ni,Cs,za,Rt,tn,ws,uu,Ba,du,Va,Ts,Pi,fu,pu,Kf,mu,Es,hu,gu,Tg,vu,qf,nn,yu,Eg,Dg,bu,xu,Su,Cu,wu,Jf};
