/**
 * What is in an element of that name: a picture with its words, where a table may
 * be the article's; hardly a sentence; or any number of them that are none of it.
 */
export type Named = "picture" | "short" | "long";

const of = (...words: string[]): RegExp => new RegExp(`-(?:${words.join("|")})-`);

// What makers of pages call it, in classes, ids, labels and names of custom elements.
const long = of(
  "comments?|disqus|discussion|replies|cookies?|consent|gdpr|modal|popup|overlay|tooltip|paywall|regwall",
  "newsletters?|sign-?ups?|related(?:s|links?)?|most-(?:read|viewed|shared|popular|commented)|trending|recommend(?:ed|ations?|er)?|teasers?|more-(?:from|on|stories|news|like)|top-stories|latest-(?:news|stories)",
  "copyright|legal|disclaimer|bio|masthead|foot|footer|nav|navbar|navigation|menu|side-?bar|side-?nav|breadcrumbs?",
  "ads?|adverts?|advertis(?:ing|ements?)|advertorial|sponsor(?:ed|s)?|partner-?content|commercial",
);
const short = of(
  "popular|recirc(?:ulation)?|read-(?:more|next|also)|also-(?:read|like)|up-next|next-up|see-also|promos?|promoted|promotion|crosslinks?|story-links?|explore",
  "subscri(?:be|ption|ber)s?|registration|register|login|sign-?in|donat(?:e|ions?)|appeal|membership|cta|app-?download",
  "shar(?:e|es|ing|er)|shr|social(?:s|-media)?|sharebar|sharetools|follow|likes?|reactions?|bookmark|ratings?|votes?|poll|quiz|survey|views?|counts?|counter",
  "tags?|tag-?list|tagcloud|topics?|categor(?:y|ies)|kicker|eyebrow|overline|bylines?|authors?|contributors?|dateline|timestamp|time-?ago|pub-?date|published|publish-?date|updated|date|datetime|posted|meta|metadata|read(?:ing)?-?time",
  "standfirst|dek|deck|strapline|sub-?titles?|key-?points?|take-?aways?|in-(?:short|brief)|highlights?|tldr|at-a-glance",
  "pull-?quotes?|pullout|call-?outs?|breakouts?|standout|inset|fact-?box|infobox|sidenote|rail|asides?|widgets?",
  "galler(?:y|ies)|carousel|slideshow|slider|videos?|player|audio|podcasts?|listen|visually-hidden|sr-only|screen-reader(?:-text)?",
  "affiliate|mpu|leaderboard|billboard|banners?|toast|skip|skiplinks?|toolbar|tools|actions|utility|utilities|print|pagination|pager|search|ticker|breaking|weather|alerts?|emergency|stock-?ticker",
);
const picture = of(
  "captions?|caps?|credits?|photos?|images?|pictures?|thumbs?|thumbnails?|infographics?|graphics?|charts?|graphs?|dataviz|visuali[sz]ation|legend|axis",
);
// They say how something looks that is beside what is named, or what it is without.
const states = /^(?:has|with|no|without|is|not|show|hide|u|js|lazy)-|-(?:with|has|and|no)-/;

/** Returns what the name of a class, an id or an element says of what is in it; null if it names no furniture. */
export function furnitureNamed(name: string): Named | null {
  const parts = name
    .slice(0, 200)
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-|-$/g, "");
  if (parts === "" || states.test(parts)) return null;
  if (long.test(`-${parts}-`)) return "long";
  if (short.test(`-${parts}-`)) return "short";
  return picture.test(`-${parts}-`) ? "picture" : null;
}
