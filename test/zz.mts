// features of every labelled figure against candidates, dumped for looking
import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {Readable} from "node:stream";
import {readArticleLines} from "../loaders/articleLines.js";
import {readOptions, tabulate} from "../loaders/tables.js";
import {parseFigures} from "../src/waybill/parse/parseFigures.js";
import {Likeness} from "../src/waybill/check/likeness.js";
import {relate} from "../src/waybill/check/numbers.js";
const rd=async(f:string)=>{const names=readdirSync(f).filter(n=>n.endsWith(".json"));const o=names.map(n=>({id:n.slice(0,-5),...JSON.parse(readFileSync(f+"/"+n,"utf8"))}));const r:any[]=[];for await(const a of readArticleLines(Readable.from([o.map(({id,text,published})=>JSON.stringify({id,text,published})).join("\n")]),f))r.push({a,labels:o.find(x=>x.id===a.article_id).labels});return r;};
const known=await rd("/tmp/dev");const t=tabulate(known.map(k=>k.a),{...readOptions(),derived:[],parties:[]} as any);
const vocab=t.options.vocab;
const docs=t.texts.map(({article_id,text})=>({id:article_id,text,figures:t.figures.filter(f=>f.article_id===article_id)}));
const L=new Likeness(docs,{sameUnits:t.options.sameUnits as any,broad:vocab.lists.broadNouns,nameOf:(w)=>vocab.places.next.get(w)?.value?.country.toLowerCase()??w});
for(const {a,labels} of await rd("/tmp/drafts")){const figs=parseFigures(a.text,{vocab,published:a.published,language:a.language} as any);
 for(const l of labels){if(l.verdict==="either")continue;let at=a.text.indexOf(l.exact);for(let n=0;n<(l.occurrence??0);n++)at=a.text.indexOf(l.exact,at+1);
  const f=figs.find(f=>f.start<at+l.exact.length&&at<f.end);if(!f){console.log(JSON.stringify({d:a.article_id,exact:l.exact,v:l.verdict,read:false}));continue;}
  const c=docs.flatMap(d=>d.figures.map(k=>({d,k}))).map(({d,k})=>({id:d.id,ex:k.exact,kind:k.kind===f.kind,unit:L.unitOf(f)===L.unitOf(k),rel:relate(f,k),like:L.of({document:a,figure:f},{document:d,figure:k})})).sort((x,y)=>y.like-x.like);
  const gold=c.find(x=>l.article&&x.id===l.article&&l.article_exact&&(x.ex.includes(l.article_exact)||l.article_exact.includes(x.ex)));
  console.log(JSON.stringify({d:a.article_id,exact:l.exact,v:l.verdict,goldArt:l.article,goldEx:l.article_exact,gold,rank:c.indexOf(gold as any),same:c.filter(x=>x.kind&&x.rel==="same").slice(0,2),top:c.filter(x=>x.kind&&x.unit).slice(0,2)}));
 }}
