/**
 * Which of Harper's rules are asked, and the category each reports under. Only rules about mistakes a careful reader would
 * count are listed; its rules about style, capitals, typography, regional preference and brand names are not run at all.
 */
import type { MistakeCategory } from '../../domain/mistake.js'

function under(category: MistakeCategory, names: string): readonly (readonly [string, MistakeCategory])[] {
  return names
    .split(/\s+/)
    .filter(Boolean)
    .map((name) => [name, category] as const)
}

/** Harper rule name → category. */
export const HARPER_RULES: ReadonlyMap<string, MistakeCategory> = new Map([
  ...under(
    'agreement',
    `PronounVerbAgreement PronounInflectionBe IAmAgreement IDo HavePronoun OneOfTheSingular PronounAre
    AnotherThings AnotherOnes CriteriaPhenomena HumanBeings LinesOfCode PointsOfView PassersBy QuantifierNumeralConflict MostOfTheTimes`,
  ),
  ...under(
    'conjugation',
    `DidPast WillNonLemma SimplePastToPastParticiple HelpedPast RegularIrregulars Payed IsKnownFor NowKnownAs WillContain
    MakeItSeem HowDoesCompared SupposedTo UseToUsedTo BeAllowed LookingForwardTo IfWouldve ShutdownVerb DontCan LooksLikes`,
  ),
  ...under(
    'homophone',
    `ItsPossessive TheirToThere TheirToTheyre TheyreToTheir TheyreConfusions Theres ThereOwn WereWhere
    PossessiveYour YourOutClauseAgreement LetsConfusion ThenThan MoreThatLikely ToTooIdioms WayTooAdjective
    ToLoseTooLoose ModalOf HadOf NounVerbConfusion SafeToSave SaveToSafe DoesOrDose ThoughThought ThingThink PronounKnew ExtendOrExtent
    PrincipleToPrincipalRoleNoun WasAloud PeaceOfMind BareInMind HalfAnHour BoarderBorder FindFine CeaseTo SeamToSeem TheWhetherWeather
    InDueCourse EverEvery EverSince AtLestToLeast AtLeasToLeast ApartFrom NoLonger NotIn HeartToHeard KnowNothingVerb FreePredicate WinPrize
    ExitedExcitedContext CaseInPoint FreeRein PiqueInterest ThrowAway AllReady RelayOnForRely HowMach LetAlone Bought`,
  ),
  ...under(
    'grammar',
    `RepeatedWords TheTheToThatThe TheMy TheAnother AnotherAn AnAnother SomeWithoutArticle AnA LookForwardTo InterestedIn
    DespiteOf Discuss ForFreeOfCharge SinceDuration InStock DoMistake AwareOf GoodAt MoreBetter AdjectiveDoubleDegree DoubleNegative
    HaveNegNoAny DoIAdjective WantBe IveGotTo CanBeSeen AllowTo LetToDo FewUnitsOfTimeAgo ForAWhile SimilarLike SameAs ExceptOf InNeedOf WhomSubjectOfVerb
    AfterLater ThereMissingIsClause SingleBe WorthToDo TakeALookTo AdvantageOf ReasonForDoing ToAdverb VeryLess AsComparedTo AsOpposedTo
    AnotherThingComing NotOnlyInversion NotBeAfterNot DespiteItIs WithoutOut Respond ComplainAsNoun NeedHelp ASomeTime Unless UnderneathOf
    ThreatenVerb FriendOfMe Impressed FascinatedBy PassionateAbout ImplementIn GoToSleep TakePrideIn HaveAHardTime`,
  ),
  ...under(
    'spelling',
    `EveryTime InAnyWay AfterAll AllThough Whereas Albeit Hereby Notwithstanding Nonetheless Misspell Didnt The KindRegards BestRegards
    AsFollows BeenThere ColdModalTypo ForNoun ItCan GoingTo AndIn CorrectNumberSuffix CapitalizePersonalPronouns SomebodyElses OnesSelf EachOthersPossessive
    AheadAnd AsLongAs Cant Nowadays ThereAfterCompound InThe IAm WrongApostrophe`,
  ),
])
