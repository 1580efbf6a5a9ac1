const whole = (...kinds: string[]): RegExp => new RegExp(`^\\W*(?:${kinds.join("|")})\\W*$`, "isu");

const headings = whole(
  "related(?: (?:articles?|stor(?:y|ies)|content|coverage|topics?|links?|news|reading|posts?|to this story))?",
  "(?:read|see|watch|listen)(?: (?:more|next|also|now|on|this|it))+|read more .*|more (?:on|from|about|in|news|stories|to read|like this|coverage)\\b.*|also (?:on|in|read|see|watch)\\b.*|must reads?|(?:read|see|watch) also\\b.*",
  "most (?:read|popular|viewed|shared|watched|commented|recent)\\b.*|trending\\b.*|popular (?:now|stories|on|in|posts?)\\b.*|recommended\\b.*",
  "you (?:may|might)(?: also)? (?:like|be interested|enjoy|have missed|want)\\b.*|(?:the )?latest(?: (?:news|stories|on|from|in|headlines)\\b.*)?|top (?:stories|news|headlines)\\b.*",
  "(?:our |the )?(?:editors?['’]?s?['’]? )?(?:picks?|choice)(?: of .*)?|don['’]t miss\\b.*|in case you missed\\b.*|up next|what to read\\b.*|(?:next|previous) (?:story|article|up)\\b.*|explore more\\b.*",
  "sign up\\b.*|subscribe\\b.*|(?:our |daily |weekly )?newsletters?|newsletter .*|share(?: (?:this|on|via|article|story)\\b.*)?|follow (?:us|the)\\b.*",
  "(?:\\d+ )?comments?(?: \\(\\d+\\))?|(?:join|leave|start) (?:the|a|your) (?:conversation|discussion|comments?|reply)\\b.*|advertisement|sponsored(?: .*)?|promoted .*|paid (?:content|post)\\b.*",
  "from (?:our|the) (?:partners?|sponsors?|web|archives?)\\b.*|around the web|elsewhere (?:on|in)\\b.*|other (?:stories|news|articles)\\b.*|topics?|tags|about (?:the )?(?:authors?|writers?|reporters?)",
  "in (?:short|brief|pictures|photos|numbers|charts|graphics)|key (?:numbers|figures|facts|stats|statistics|points|takeaways)|(?:the story |story )?(?:by|in) (?:the )?numbers|at a glance|fast facts|what['’]s next\\??|highlights",
);

/** Whether a heading or a line names what is beside the article: "Related", "Most read". */
export function namesFurniture(text: string): boolean {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length < 100 && headings.test(line);
}

const count = String.raw`\d[\d,.]*\s*[kmb]?`;
const lines = whole(
  `(?:${count}\\s+)?(?:shares?|likes?|tweets?|views?|comments?|replies|reactions?|claps?|followers?|retweets?|reads?|votes?)(?:\\s*[:(]?\\s*${count}\\)?)?`,
  String.raw`(?:reading time:?\s*)?\d+(?:\s*[-–]\s*\d+)?\s*-?\s*min(?:ute)?s?\.?\s*(?:\d+\s*sec(?:ond)?s?\s*)?(?:read(?:ing)?(?: time)?|listen|watch|video)`,
  String.raw`(?:listen|watch)(?: to)?(?: (?:this|the) (?:article|story|video))?\W*(?:\d+[:.]\d+|\d+\s*min\w*)?`,
  String.raw`(?:image|photo|picture|graphic|chart|video|source|photograph|illustration)s?(?: (?:credits?|caption|source|by))?\s*[:/|©].*`,
  String.raw`(?:(?:first )?(?:published|updated|posted|modified)|last (?:updated|modified))\b.{0,60}`,
  String.raw`\d+\s+(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?\s+ago`,
  String.raw`(?:©|\(c\)|copyright\b).*|.*\ball rights reserved`,
  String.raw`(?:story|article|text) continues .*|continue reading.*|skip (?:to|past) .*|(?:scroll|tap|click|swipe) (?:to|for|down|here)\b.*|advertisement.*|loading`,
  String.raw`read (?:more|next|also|full)\b.*|(?:see|read|watch|listen)\s*(?:also|more)?\s*:.*|(?:related|more)\s*:.*`,
  String.raw`\d+\s*(?:of|/)\s*\d+`,
  String.raw`this (?:article|story|report|piece|post) (?:was|has been) (?:first |originally |last )?(?:amended|updated|published|corrected|edited|produced|generated|written|translated)\b.*`,
  String.raw`(?:get|enjoy) (?:unlimited|full|digital|all) .*|already (?:a|have) (?:subscriber|member|an account)\b.*|support (?:our|independent|quality) .*|(?:unsubscribe|you can unsubscribe)\b.*`,
  String.raw`(?:share|tweet|pin|email|print|save|copy link|whatsapp|facebook|twitter|linkedin|reddit|telegram|subscribe|sign (?:in|up)|log in|follow)(?:\s+(?:this|on|via|the|article|story|link))*`,
);
// A name, a place, a day, a count of views; a sentence that begins so has an end.
const byline =
  /^by (?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b)\p{Lu}(?:[^.!?]|(?<=\b\p{L})\.){3,150}$/u;

// A headline after it has no end; a sentence may begin so.
const leading =
  /^\W*(?:(?:read|see|watch|also|must|don['’]t miss|related|recommended|more|latest|trending|video|in pictures|you may)\b[^:|»›]{0,30})[:|»›].*[^.!?…"'”’)]\W*$/isu;

/** Whether a block is furniture by its words: "1.2K shares", "3 min read", "Photo: A. Volmer". */
export function isFurnitureLine(text: string): boolean {
  return text.length < 300 && (lines.test(text) || leading.test(text) || namesAuthor(text));
}

/** Whether a line says who wrote the article: "By A. Volmer, Ondal, 1 March". */
export function namesAuthor(text: string): boolean {
  return byline.test(text.replace(/^B[Yy]\b/, "by"));
}
