const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/**
 * Names written with a capital inside that news writes often. Not complete and need not be: what is missing gives a
 * hint at most, unless its parts are common words of the article's language, and a project's dictionary adds its own.
 */
export const BRANDS: ReadonlySet<string> = new Set(
  words(`
  YouTube YouTuber YouTubers TikTok TikToker TikTokers FaceTime WhatsApp WeChat WeWork LinkedIn PayPal SnapChat OnlyFans SoundCloud BuzzFeed
  GitHub GitLab JavaScript TypeScript WordPress PowerPoint OneDrive OneNote OneCoin OnePlus AirBnB AirAsia AirTag AirPods AirPod AirDrop AirPlay MacBook
  HomePod HomeKit CarPlay AppStore PlayStation PlayStore GameStop GameBoy GeForce MySpace MySQL NoSQL YouGov YouPorn MoveOn RedState BlackBerry
  BlackRock SpaceX SpaceShip OpenAI DeepMind DeepSeek ChatGPT DoorDash DreamWorks ExxonMobil FedEx FireEye FireFox GoDaddy GoFundMe GoPro GoTo GoPay
  GoFood GoRide GoCar GoSend HarperCollins HelloFresh HubSpot HuffPost InterContinental InterCity InfoWars InstaPay JetBlue JetBrains KitKat LiveLeak LiveScience
  LexisNexis MasterCard MasterChef MediaTek MeToo MidJourney MoneyGram NetEase NetJets NewsGuard NewsMax OxyContin PepsiCo PetroChina PetroVietnam
  PetroVietNam PhoneArena PolitiFact PornHub PowerBall PricewaterhouseCoopers ProPublica QuickTime RapidKL RealPlayer ReliefWeb SafeSport SalesForce SeaWorld
  ShopeePay ShopeeFood SkyNews SmackDown SmartThings SnapDragon SolarWinds StarCraft StarHub StreetView StubHub SunTrust SuperTuxKart SwiftKey
  TechCrunch TeamViewer TeleSUR ThinkPad ThinkProgress TimesNow TransJakarta TransMilenio TripAdvisor TruthOut UberEats UnionPay UnitedHealth UnitedHealthcare
  VentureBeat VietJet VietJetAir VietNamNet VietinBank VietinBankSchool VinFast VinGroup VinHomes VinMart VinUni VnExpress VietCredit VietBank   SeABank SaigonBank ZaloPay MoMo ViettelPay WarnerMedia WebMD WikiLeaks WikiHow WinRAR WordStar WorldCom YooMoney ZipCar ZoomInfo
  detikNews detikSport detikHealth detikFinance detikTravel detikFood detikHot detikOto detikInet detikBali detikJatim detikJabar detikJateng detikSumut detikSulsel
  detikSumbagsel detikProperti detikEdu detikX kumparanNews kumparanMOM kumparanBISNIS kumparanTECH tvOne tvOnenews MetroTV SindoNews OkeZone KapanLagi LiputanEnam
  AntaraNews TribunNews TribunJakarta JawaPos BeritaSatu InewsTV GoNews SuaraMerdeka MedCom IndoBarometer LippoMall LinkAja BukaLapak TokoPedia
  BliBli TraveLoka KrisFlyer CommuterLine CommuterLink TransSemarang TransJogja BisKita JakLingko GoPlay PeduliLindungi SatuSehat   SoftBank SoftLayer SmackDown StarTimes MultiChoice EuroNews EuroCup EuroLeague EuroVision EuroStar EuroStat EuroMillions BioNTech AstraZeneca GlaxoSmithKline
  CureVac CoronaVac SinoVac SinoPharm HeLa McAfee iPhone iPad iPod iMac iCloud iTunes iOS iPadOS macOS watchOS tvOS visionOS eBay eSIM eSports eID eVTOL
  LeBron LaMarcus LaLiga LaPorta LaVine LaCroix LeSean LeVert LeMond LuLu JoAnn JoJo DeAndre DeMar DeRozan DeSantis DeVos DeGeneres DeChambeau DeNiro DeLillo DeLorean DeMint
  DiCaprio DiMaggio DiNapoli DuBois DuPont DuVernay VanDerBeek VanVleet FitzGerald MaKayla ReShonda TaShaun SanDisk StoryCorps KwaZulu isiZulu isiXhosa amaXhosa
  PyeongChang KaiserSlautern RasenBallsport HanseMerkur BahnCard BayernLB CinemaxX DekaBank MeckPomm ProSieben ProSiebenSat SuperIllu ThyssenKrupp
  BfV BaFin BvD AfD GmbH GbR StGB BaWü KfW`),
);

/** Lower-case: what precedes the inner capital in names of people, and in a few families of brands. */
export const NAME_PREFIXES: ReadonlySet<string> = new Set(
  words(
    'mc mac fitz de di du la le lo da del van von der ter ben bin al el ap o st san re ta sha ja je jo ka ki mo ray ro ty na ni',
  ),
);

/** Lower-case first parts of families of brands: detikNews, kumparanBisnis, VinSchool, EuroBasket. */
export const BRAND_FAMILIES: ReadonlySet<string> = new Set(
  words(
    'detik kumparan liputan tirto trans viet vin vn euro micro mini multi inter bio eco agri petro tele auto web info net cyber smart air face you insta',
  ),
);
