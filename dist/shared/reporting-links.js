import{en as e}from"./part-base.js";
function t(e){let t=e.subject.workingDirectory;if(t===`.`||t===``||t.startsWith(`..`))return e;let n=e=>/^(?:\/|\.\.|[A-Za-z]:)/.test(e.path)?e:{...e,path:`${t}/${e.path}`},r=e.findings.map(({location:e,relatedLocations:t,...r})=>({...r,...e!==void 0&&{location:n(e)},...t!==void 0&&{relatedLocations:t.map(n)}})),i=e.checks.map(e=>{let t=e.error?.places?.map(e=>({...e,location:n(e.location)}));return e.error===void 0||t===void 0?e:{...e,error:{...e.error,places:t}}}),a=e.acts.map(e=>({...e,failures:e.failures.map(({location:e,...t})=>({...t,...e!==void 0&&{location:n(e)}}))}));return{...e,checks:i,acts:a,findings:r}}
const n=new Set([`pull_request_target`,`workflow_run`,`issue_comment`]);
function r(e,t){let{server:r,repository:a,commit:o,event:c}=e;if(r===void 0||a===void 0)return;let l=t.commit??(c!==void 0&&n.has(c)?void 0:o),u=t.path.toWellFormed().split(`/`);if(!(l===void 0||t.path===``||u.includes(`..`)))return s(`${r}/${a}/blob/${l}/${u.map(encodeURIComponent).join(`/`)}${i(t)}`)}
function i({startLine:e,endLine:t}){return e===void 0?``:t===void 0||t<=e?`#L${e}`:`#L${e}-L${t}`}
function a({server:e,repository:t,commit:n}){if(e!==void 0&&t!==void 0&&n!==void 0)return s(`${e}/${t}/commit/${n}`)}
function o(e=[]){return e.flatMap(({label:e,url:t})=>{let n=t.startsWith(`https://`)?s(t):void 0;return n===void 0?[]:[{label:e,url:n}]})}
function s(e){if(e.length>2e3||!URL.canParse(e))return;let t=new URL(e);if(/^https?:$/.test(t.protocol)&&t.username===``&&t.password===``)return t.href.replace(/[()<>"'\\`|]/g,e=>`%${e.charCodeAt(0).toString(16).toUpperCase()}`)}
const c=/https:\/\/[^\s<>()"'`|\\]{1,500}[^\s<>()"'`|\\.,;:!?]/g,l=RegExp(`^${e.replaceAll(`.`,`\\.`)}/(?:blob|tree|releases|issues)(?:/(?!\\.)[\\w.-]*[\\w-])*(?:#[\\w-]+)?$`);
function u({rules:e}){let t=Object.values(e).filter(({helpUri:e})=>e!==void 0);return new Set(t.flatMap(({help:e})=>e.match(c)??[]))}
function d(e,t){let n=[],r=0;for(let i of e.matchAll(c)){let[a]=i;(t.has(a)||l.test(a))&&(n.push({text:e.slice(r,i.index),isLink:!1}),n.push({text:a,isLink:!0}),r=i.index+a.length)}return[...n,{text:e.slice(r),isLink:!1}]}
function f(e){return e.replace(/\[([^[\]]*)\]\(([^()\s]*)\)/g,`$1 ($2)`).replaceAll(`](`,`] (`)}
export{o as a,t as c,d as i,a as n,s as o,u as r,f as s,r as t};
