import{Xt as e}from"./part-base.js";
import{a as t}from"./dependencies-packages.js";
import{i as n}from"./dependencies-ignores-findings.js";
import{n as r,r as i}from"./dependencies-ignores-imported.js";
import{r as a,t as o}from"./dependencies-ignores-yaml-entries.js";
const s=/^(?:[a-z]+-)?(?:CVE|GHSA|GO|RUSTSEC|PYSEC|OSV|MAL)-/i;
function c(e,t){let n=[],i=[],a=[];for(let[o,c]of t.split(`
`).entries()){let t=c.indexOf(`#`),[l,...u]=(t<0?c:c.slice(0,t)).split(/\s+/).filter(Boolean),d=t<0?``:c.slice(t).replace(/^#+/,``).trim();if(l===void 0){a=t<0?[]:[...a,d];continue}let f=d||a.join(` `).trim().slice(0,1e3);if(a=[],!s.test(l))continue;let p=u.find(e=>e.startsWith(`exp:`))?.slice(4),m=p===void 0?void 0:r(p),h=o+1;p!==void 0&&m===void 0?i.push({id:l,line:h,why:"`exp:` names no day, YYYY-MM-DD"}):n.push({id:l,source:{path:e,startLine:h},isOwn:!1,reason:f,endsAt:m,advisory:l.toLowerCase(),matches:()=>!0})}return{ignores:n,faults:i}}
function l(s,c){let l=i(c),{entries:d,faults:f}=o(s,c,`vulnerabilities`,[`id`,`paths`,`purls`,`expired_at`,`statement`]),p=[];for(let{fields:i}of d){let o=a(i,`id`),c=a(i,`expired_at`),d=c===void 0?void 0:r(c),m=[];o===void 0&&m.push("it has no `id`"),c!==void 0&&d===void 0&&m.push("`expired_at` is no day");let h=u(i.purls,`purls`,m)?.map(e=>n(e,"`purls`",m)),g=u(i.paths,`paths`,m),_=g===void 0?()=>!0:e(g),v=l(o??`id`),[y]=m;o===void 0||y!==void 0?f.push({id:o??`an entry`,why:y??``,...v!==void 0&&{line:v}}):p.push({id:o,source:v===void 0?{path:s}:{path:s,startLine:v},isOwn:!1,reason:a(i,`statement`),endsAt:d,advisory:o.toLowerCase(),matches:e=>_(e.graph.path)&&(h?.some(n=>n(t(e.component)))??!0)})}return{ignores:p,faults:f}}
function u(e,t,n){if(e==null)return;let r=Array.isArray(e)?e:void 0;return r?.every(e=>typeof e==`string`)===!0?r.length===0?void 0:r:(n.push(`\`${t}\` is no list of texts`),[])}
export{c as readTrivyIgnore,l as readTrivyYaml};
