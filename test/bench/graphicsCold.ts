// In a process and a cache of its own, so that nothing is warm: see graphics.ts.
import {makeGraphics} from "../../loaders/graphics/makeGraphics.js";
import {makeFragments} from "../../loaders/site/fragments.js";
import {loadTables} from "../../loaders/tables.js";

const {graphics} = await makeFragments(loadTables());
await makeGraphics({...graphics, site: ""});
