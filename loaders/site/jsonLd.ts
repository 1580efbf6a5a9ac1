import type {Settings} from "../story.js";
import type {PageFacts, SiteFacts} from "./pageFacts.js";

/** What a page's words say of it, beside what is told of it. */
export interface Described {
  /** Address from the site's root: “/charts/harvest.html”, “/charts/”. */
  path: string;
  title: string;
  description: string;
  /** Address of its picture; null if it has none, or the site's address is not known. */
  image: string | null;
}

export interface JsonLdOptions {
  page: Described;
  facts: PageFacts | undefined;
  site: SiteFacts;
  settings: Settings;
  /** Address of the site with a slash at its end, or null if it is not known. */
  url: string | null;
}

/** Pages of the engine's that are the tables in another form. */
const dataPages: readonly string[] = ["/explore.html", "/claims/"];

/** Pages of the engine's that tell no story. */
const plainPages: readonly string[] = [
  "/charts/",
  "/sources/",
  "/method.html",
  "/search.html",
  "/licences.html",
  "/404.html",
  ...dataPages,
];

/** Whether a page is one that somebody wrote of the story's matter: the first, and others that the engine has not, docs apart. */
export const isStory = ({path}: Pick<Described, "path">, facts: PageFacts | undefined): boolean =>
  !facts && !plainPages.includes(path) && !path.startsWith("/docs/");

/**
 * Returns what a page is in the words of schema.org: an Article, a Dataset, the picture of
 * a chart, or our note on a report; null for any other page. What needs an
 * absolute address is left out where that of the site is not known.
 */
export function jsonLd(options: JsonLdOptions): object | null {
  const {page, facts, site, settings, url} = options;
  const {title, description, image} = page;
  const context = {"@context": "https://schema.org"};
  const own = {
    ...(url ? {url: url + page.path.slice(1)} : {}),
    ...(settings.licence === "not stated" ? {} : {license: settings.licence}),
    ...(site.changed ? {dateModified: site.changed} : {}),
    inLanguage: "en",
  };
  const credit = {author: authorOf(settings), publisher: organization(settings.name)};
  if (facts?.kind === "chart")
    return {
      ...context,
      "@type": "ImageObject",
      name: title,
      description,
      ...own,
      ...credit,
      ...(url
        ? {
            contentUrl: `${url}graphics/${facts.id}.svg`,
            encodingFormat: "image/svg+xml",
            thumbnailUrl: image,
            associatedMedia: {
              "@type": "DataDownload",
              contentUrl: `${url}graphics/${facts.id}.csv`,
              encodingFormat: "text/csv",
            },
          }
        : {}),
      isBasedOn: facts.reports,
    };
  if (facts?.kind === "source")
    return facts.isReport
      ? {...context, ...facts.report, description}
      : {
          ...context,
          "@type": "CreativeWork",
          name: title,
          description,
          ...own,
          ...credit,
          isBasedOn: facts.report,
        };
  if (dataPages.includes(page.path))
    return {
      ...context,
      "@type": "Dataset",
      name: `${settings.name}: ${title}`,
      description,
      ...own,
      creator: authorOf(settings),
      isAccessibleForFree: true,
      ...(url ? {distribution: distributions(url)} : {}),
      isBasedOn: site.reports,
    };
  if (!isStory(page, facts)) return null;
  return {
    ...context,
    "@type": "Article",
    headline: title,
    description,
    ...own,
    ...credit,
    ...(settings.published ? {datePublished: settings.published} : {}),
    ...(image ? {image} : {}),
    isBasedOn: site.reports,
  };
}

const organization = (name: string): object => ({"@type": "Organization", name});

// Whether a byline names a person or a newsroom, nobody says.
const authorOf = ({byline, name}: Settings): object =>
  byline === name ? organization(name) : {name: byline};

const distributions = (url: string): object[] =>
  ["facts", "figures", "articles", "derived"].map((table) => ({
    "@type": "DataDownload",
    name: table,
    contentUrl: `${url}data/${table}.csv`,
    encodingFormat: "text/csv",
  }));
