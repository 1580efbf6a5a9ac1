// Base, past and participle of the verbs that do not take -ed; a slash between forms in use side by side.
const verbs = `
arise arose arisen|awake awoke awoken|bear bore borne/born|beat beat beaten|become became become|befall befell befallen
begin began begun|bend bent bent|bet bet bet|bid bid bid/bidden|bind bound bound|bite bit bitten|bleed bled bled
blow blew blown|break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast
build built built|burn burnt burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught
choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt
dig dug dug|draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown
forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten
forgive forgave forgiven|forgo forwent forgone|freeze froze frozen|get got got/gotten|give gave given|go went gone
grind ground ground|grow grew grown|hang hung hung|hear heard heard|hide hid hidden|hit hit hit|hold held held
hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|leap leapt leapt
learn learnt learnt|leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost
make made made|mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken
misunderstand misunderstood misunderstood|offset offset offset|outdo outdid outdone|outsell outsold outsold
overcome overcame overcome|overrun overran overrun|oversee oversaw overseen|overtake overtook overtaken
overthrow overthrew overthrown|pay paid paid|prepay prepaid prepaid|prove proved proven|put put put|quit quit quit
read read read|rebuild rebuilt rebuilt|repay repaid repaid|resell resold resold|reset reset reset|rid rid rid
ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought
sell sold sold|send sent sent|set set set|sew sewed sewn|shake shook shaken|shed shed shed|shine shone shone
shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat
sleep slept slept|slide slid slid|sling slung slung|slit slit slit|sow sowed sown|speak spoke spoken|speed sped sped
spell spelt spelt|spend spent spent|spill spilt spilt|spin spun spun|split split split|spoil spoilt spoilt
spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung
stride strode stridden|strike struck struck/stricken|string strung strung|strive strove striven|sublet sublet sublet
swear swore sworn|sweep swept swept|swell swelled swollen|swim swam swum|swing swung swung|take took taken
teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|thrust thrust thrust
tread trod trodden|undergo underwent undergone|underpin underpinned underpinned|understand understood understood
undertake undertook undertaken|undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken
wear wore worn|weave wove woven|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn
withhold withheld withheld|withstand withstood withstood|wring wrung wrung|write wrote written
be was/were been|have had had|do did done`;

const nouns = `
men man|women woman|children child|people person|feet foot|teeth tooth|geese goose|mice mouse|oxen ox|lives life
wives wife|knives knife|thieves thief|halves half|shelves shelf|leaves leaf|loaves loaf|wolves wolf|selves self
calves calf|scarves scarf|hooves hoof|criteria criterion|phenomena phenomenon|bacteria bacterium|media medium
data datum|indices index|matrices matrix|vertices vertex|crises crisis|analyses analysis|bases basis|theses thesis
oases oasis|hypotheses hypothesis|diagnoses diagnosis|axes axis|stimuli stimulus|nuclei nucleus|fungi fungus
alumni alumnus|memoranda memorandum|policemen policeman|policewomen policewoman|spokesmen spokesman
spokeswomen spokeswoman|businessmen businessman|fishermen fisherman|congressmen congressman|gunmen gunman
salesmen salesman|craftsmen craftsman|servicemen serviceman|aircraft aircraft|series series|species species
troops troop|potatoes potato|tomatoes tomato|heroes hero|echoes echo|vetoes veto|embargoes embargo|cargoes cargo
movies movie|cookies cookie|calories calorie|zombies zombie|ties tie|pies pie|lies lie|dies die|buses bus|gases gas
lenses lens|news news|means means|headquarters headquarters|barracks barracks|corps corps|goods goods|shoes shoe
toes toe|foes foe|canoes canoe|caches cache|aches ache|axes axe`;

/** Base of each irregular past and participle, in lower case. */
export const irregularVerbs = new Map<string, {lemma: string; past: boolean; participle: boolean}>();
for (const verb of verbs.trim().split(/[|\n]/)) {
  const [lemma, past, participle] = verb.split(" ");
  for (const form of new Set([...past.split("/"), ...participle.split("/")]))
    if (!irregularVerbs.has(form))
      irregularVerbs.set(form, {
        lemma,
        past: past.split("/").includes(form),
        participle: participle.split("/").includes(form),
      });
}

/** Singular of each plural that is not made by rule. */
export const irregularNouns = new Map(
  nouns
    .trim()
    .split(/[|\n]/)
    .map((noun) => noun.split(" ") as [string, string]),
);
