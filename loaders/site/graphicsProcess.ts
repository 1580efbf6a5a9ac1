/*
 * Makes the graphics and the desk in a process of its own, behind the preview:
 * drawing them takes seconds, and an open page must not wait for it.
 */
import {makeGraphics} from "../graphics/makeGraphics.js";
import {useStoryNumbers} from "../numbers.js";
import {makeDesk} from "./desk.js";
import {readGraphicsInput} from "./graphicsInput.js";

useStoryNumbers();
const options = {...readGraphicsInput(), site: ""};
await makeGraphics(options);
makeDesk(options);
