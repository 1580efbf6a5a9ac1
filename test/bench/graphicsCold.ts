// In a process and a cache of its own, so that nothing is warm: see graphics.ts.
import {makeGraphics} from "../../loaders/graphics/makeGraphics.js";
import {makeFragments} from "../../loaders/site/fragments.js";

const {graphics} = await makeFragments();
await makeGraphics({...graphics, site: ""});
