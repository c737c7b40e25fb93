import{F as e,I as t,L as n}from"./part-base.js";
import{n as r,t as i}from"./advisories-query-names.js";
function a({ecosystem:e,name:t}){return`${e.split(`:`,1)[0]}\0${t}`}
function o(e){let[,t,n]=/^v?(\d{1,9})(?:\.(\d{1,9}))?$/i.exec(e)??[];return t===void 0?{from:e}:{from:e,to:n===void 0?`${Number(t)+1}.0.0-0`:`${t}.${Number(n)+1}.0-0`}}
function s({from:e,to:t},n,r){if(n.includes(e))return!0;let i=t===void 0?c(e):void 0,a=!1;for(let o of n){if(i!==void 0&&c(o)!==i)continue;let n=r(e,o);if(n===0)return!0;t!==void 0&&n!==void 0&&n<0&&(a||=(r(t,o)??0)>0)}return a?`some`:!1}
function c(e){return/[!:]/.test(e)?void 0:/^\D*?0*(\d+)(?!\d)/.exec(e)?.[1]}
function l(e,t,{from:n,to:r},i){let a=f(e,t,i);if(typeof a==`string`)return{unknown:a};let o=u(e.events,n,i);if(o===void 0)return{unknown:`${n} can't be compared with the range's limit`};if(!o)return{affected:!1};let s=!1,c;for(let{kind:e,version:t}of a){if(e===`introduced`&&t===`0`){s=!0;continue}let a=i(n,t),o=r===void 0?-1:i(r,t);if(a===void 0||o===void 0)return{unknown:`${n} can't be compared with ${t}`};if(e===`lastAffected`?a<=0&&o>0:a<0&&o>0)return{unknown:`some versions of ${n} are affected, others not`};(e===`introduced`||e===`fixed`?a>=0:a>0)?s=e===`introduced`:e===`fixed`&&c===void 0&&(c=t)}return s?c===void 0?{affected:!0}:{affected:!0,fixed:c}:{affected:!1}}
function u(e,t,n){let r=e.flatMap(e=>`limit`in e?[e.limit]:[]);if(r.length===0||r.includes(`*`))return!0;let i=r.map(e=>n(t,e));return i.some(e=>e!==void 0&&e<0)?!0:i.includes(void 0)?void 0:!1}
const d=new WeakMap;
function f(e,t,n){let r=d.get(e);if(r!==void 0)return r;let i=p(e.events,e.lastKnown??t,n);return d.set(e,i),i}
function p(e,t,n){let r=e.flatMap(e=>`introduced`in e?[{kind:`introduced`,version:e.introduced}]:`fixed`in e?[{kind:`fixed`,version:e.fixed}]:`lastAffected`in e?[{kind:`lastAffected`,version:e.lastAffected}]:[]),i=new Set(r.map(({kind:e})=>e));if(!i.has(`introduced`))return`a range has no start`;if(i.has(`fixed`)&&i.has(`lastAffected`))return`a range has both a fixed and a last affected version`;if(!m(r,n))return`a range has versions that can't be compared`;let a=r.at(-1)?.kind===`introduced`?g(t):void 0;if(a===void 0)return r;let o=[...r,a];return m(o,n)?o:r}
function m(e,t){let n=!0;return e.sort((e,r)=>{let[i,a]=[h(e),h(r)];if(i||a)return Number(a)-Number(i);let o=t(e.version,r.version);return o===void 0&&(n=!1),o||Number(r.kind===`introduced`)-Number(e.kind===`introduced`)}),n}
function h({kind:e,version:t}){return e===`introduced`&&t===`0`}
function g(e){let[,t,n]=/^\s*(<=?|=)\s*([^\s,]+)\s*$/.exec(e??``)??[];if(n!==void 0)return{kind:t===`<`?`fixed`:`lastAffected`,version:n}}
const _=(e,t)=>e===t?0:void 0;
function v(e,t,n){let r=S(t.ecosystem),i=t.ecosystem===`GitHub Actions`?o(n):{from:n},a=C(t,n),c=s(i,e.versions,r),u=c===`some`?`some versions of ${n} are affected`:void 0;for(let t of e.ranges){if(t.type===`GIT`)continue;let o=l(t,e.lastKnown,i,r);if(`unknown`in o)u??=o.unknown;else if(o.affected)return{verdict:`affected`,confidence:a,reason:`${n} lies in an affected range`,events:t.events,...o.fixed===void 0?{}:{fixed:o.fixed}}}return c===!0?{verdict:`affected`,confidence:a,reason:`${n} is listed as affected`}:b(e,t)?{verdict:`affected`,confidence:`high`,reason:`its commit or tag is listed`}:(e.incomplete&&(u??=`a part of the record can't be read or is too long`),u===void 0?void 0:{verdict:`undetermined`,confidence:`low`,reason:u})}
function y(e,t){let n=r(t.repository??``),i=e.ranges.some(({type:e,repo:t})=>e===`GIT`&&t!==void 0&&r(t)===n);if(n!==``&&i)return b(e,t)?{verdict:`affected`,confidence:`medium`,reason:`its commit or tag is listed`}:void 0}
function b(e,{commit:t,version:n}){let r=e=>e.replace(/^v(?=\d)/,``);return e.versions.some(e=>t!==void 0&&e===t||t!==void 0&&n!==void 0&&r(e)===r(n))}
const x=new Map;
function S(t){let r=x.get(t);if(r!==void 0)return r;let i=n(t),a=i===void 0?_:(t,n)=>t===n?0:e(i,t,n);return x.size<1e3&&x.set(t,a),a}
function C({claimed:e,ecosystem:r},i){let a=n(r);return a===`semver`&&/^v?\d+(?:\.\d+){3}/.test(i)?`low`:e||a===void 0||!t(a,i)?`medium`:`high`}
const w=new Set([`dpkg`,`apk`,`rpm`]),T={high:3,medium:2,low:1};
function E(e,t,n={}){if(e.withdrawn!==void 0)return;let r=i(t.ecosystem,t.name),a,o=e.affected.filter(e=>e.name===r);for(let e of o){let r=k(e.ecosystem,t.ecosystem);if(r===!1)continue;let i=O(e,t,n);a=A(a,r===!0?i:i&&{...i,...D})}if(t.repository!==void 0)for(let n of e.affected)n.name===void 0&&(a=A(a,y(n,t)));if(a===void 0)return;let s=a.fixed??j(o,t);return{record:e,...a,...s===void 0?{}:{fixed:s}}}
const D={verdict:`undetermined`,confidence:`low`,reason:`the distribution's release is not known`};
function O(e,t,{unknownVersion:n=`affected`}){if(e.ranges.length!==0||e.versions.length!==0||e.incomplete)return t.version===void 0?{verdict:n,confidence:`low`,reason:`its version is not known`}:v(e,t,t.version)}
function k(e,t){if(e===t)return!0;if(e===void 0)return!1;let[r,i]=[e.split(`:`,1)[0],t.split(`:`,1)[0]];return r===i?e===r?!0:t===i?!w.has(n(t))||`unknown`:!1:!1}
function A(e,t){if(e===void 0||t===void 0)return e??t;let n=({verdict:e,confidence:t})=>(e===`affected`?10:0)+T[t];return n(t)>n(e)?t:e}
function j(e,{ecosystem:t,version:n}){let r=S(t);if(n===void 0)return;let i=e=>`fixed`in e?[e.fixed]:[];return e.flatMap(({ranges:e})=>e.flatMap(({events:e})=>e.flatMap(i))).filter(e=>(r(e,n)??0)>0).reduce((e,t)=>e===void 0||(r(t,e)??0)<0?t:e,void 0)}
export{a as n,E as t};
