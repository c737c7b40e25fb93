const e=[`not_affected`,`affected`,`fixed`,`under_investigation`],t=[`component_not_present`,`vulnerable_code_not_present`,`vulnerable_code_not_in_execute_path`,`vulnerable_code_cannot_be_controlled_by_adversary`,`inline_mitigations_already_exist`];
function n(e){let t=typeof e==`string`&&/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,12})?(?:[Zz]|[+-]\d\d:\d\d)$/.test(e)?Date.parse(e):NaN;return Number.isNaN(t)?void 0:t}
function r(e){return typeof e==`string`&&e.trim()!==``?e.trim():void 0}
function i(...e){return e.flatMap(e=>r(e)??[])}
function a(e){return Array.isArray(e)?e:[]}
export{r as a,a as i,e as n,i as o,n as r,t};
