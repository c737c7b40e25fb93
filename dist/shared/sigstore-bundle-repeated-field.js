import{It as e}from"./part-base.js";
function t(t){let n=[],[r,i]=[0,0];for(let a=0;a<t.length;a++)switch(t[a]){case`"`:r=a,a=e(t,a),i=a+1;break;case`{`:n.push(new Set);break;case`}`:n.pop();break;case`:`:{let e=JSON.parse(t.slice(r,i)),a=n.at(-1);if(a?.has(e)===!0)return e;a?.add(e)}}}
export{t};
