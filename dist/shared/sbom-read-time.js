function e(e){return Object.fromEntries(Object.entries(e).filter(([,e])=>e!==void 0))}
function t(e,t){let n=e.peek(t);if(typeof n!=`string`||!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(n))return;let r=new Date(n);if(!Number.isNaN(r.getTime()))return e.skip(t),r.toISOString().replace(/\.\d{3}Z$/,`Z`)}
export{e as n,t};
