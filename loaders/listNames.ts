/** The lists that the parser's rules ask for: each is a row of word-lists.csv. */
export const listNames: readonly string[] = `
  abbreviations aboardWords addForms afterAge afterAppositionAge afterInversion afterResult afterScore
  afterUnit ageClauseLeads ageClauseStarts ageCopulas ageGroupNouns ageHedges ageLeads agePredicates
  ageUnits aims allWords allegingWords amountVerbs animals arrivalPasts askingWords attributiveNouns
  awards bareClauseStarts bareObjects bareStops baseVerbLeads baseVerbStops beForms befallen
  befallenLeads beforeAll beforeHalf beforeOneLabel beforeScale bodyNouns broadNouns calendarNouns
  callWords cameTo capacityWords changeNouns citationLeads citationWords citedNouns citingVerbs
  claimNouns clausePronouns clockNumbers codeLeads comparatives comparedLevels comparingWords
  comparisonBases comparisonWords compoundHeads compoundParts containers contractNouns contractSigns
  countPronouns dateNouns dateOfOthers datePrepositions dateStarts datedNouns dayParts dearer
  degreeLeads deictics denials designationOpens dimensionWords dismissals dollarForms domainEndings
  doubleNouns doubleObjectVerbs downFollowers durationLeads elapsedComparatives endInSNotPlural
  extentNouns extentThings extents fahrenheitCountries farYearLeads feeNouns fewLeads fillers
  finishingVerbs finiteLeads firmNouns forecastCues forecastWords foreseen foreseers frequencyAdverbs
  givingGerunds goForms governorBounds governorPrepositions governorStops gradableAdjectives
  groupsOfPeople groupsWithNumber halfHedges halfNouns halfPlaces halfwayWords halves handVerbs
  harmedAfter harmedFillers harmedGroups harmedStates harmedVerbs harmingBeforeOne harmingForms
  harmingVerbs havingVerbs heatWords hedgeEnds heightVerbs hyphenatedSpans inPhraseHeads inheritLinks
  intentBoundaries intentStops intentWords invertingVerbs inwardTrade irregularPasts
  irregularPastsAlone kin knownSuffixes labelDeterminers labelsOfOne lastingVerbs leadsToContract
  levelNouns lifeVerbs lightVerbs longPeriods longSpans majorityVerbs marketVerbs matchSpans
  meaningVerbs measureAdjectives metreFollowers millionFollowers millionSubjects modals modelStops
  moneyMatters moreMarkers moreWords motionVerbs movedUp movers moves multipliedWords nameLinks
  nameParticles namedGoods nearAll negations notCounted notDenied notInherited notNouns notPersons
  nounVerbs numberLabels numberPredicates numberStarts officeNouns officerNouns orderForms ordinalEnds
  ordinals outOfVerbs outcomes outletNouns outwardTrade pageAbbreviations pageLabels paperNouns
  parents partNouns partitiveDeterminers partitiveWords partyLeadNouns partyLeads partyVerbs passedOn
  payingWords peopleFollowers peopleLeads peopleNouns peopleOfAge peopleOfAge2 peopleVerbs
  percentMarks percentNouns periodNouns periodWords personPronouns persons phoneLeads phrasalVerbs
  phraseEndings pictureWords placesOfHarmed plainSayVerbs planTerms plannedCues pluralAbbreviations
  pluralSpeakers pointForms pointsIndexes pollWords pollingVerbs polls possessives possessivesAfterAs
  possessivesAll previousWords priceVerbs pricedUnits programmes purposes putOrStood quoteVerbs
  quoteVerbsPresent rangeHedges rangeWords ratePeriods reachingForms reachingVerbs records
  regularlyPlural relativeStarts relativeWordsAll repeatedSpans resolves results sayingNouns
  seatedParticiples sellVerbs sequenceAdjectives sequenceWords shareComparatives shareSpans
  signedVerbs singularsInS slotVerbs speakerPronouns sportNouns spreadVerbs standingVerbs stillWords
  streets strengthNouns stretchAdjectives stretchEnds sufferedParticiples sumVerbs survivalWords
  suspectNouns takenParticiples tellingVerbs thirdPersons timeAdjectives timeAfterBare timeLeads
  timeNouns timeZones titleVerbs tollNouns tradeInfinitives transitives turnForms unitsAfterYear
  vagueAdjectives vagueDeterminers vagueNouns vagueNumbers voteVerbs wantingVerbs weakAfterNumber
  weakBeforeNumber weakSayVerbs weighing whenAfter works yearLeads yearlyNouns
`
  .trim()
  .split(/\s+/);
