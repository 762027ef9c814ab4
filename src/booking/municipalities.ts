/**
 * Names of Flemish cities and municipalities (merged ones too) and Brussels, without accents and in lower case:
 * people in a chat leave out capitals, and `in gent` must still be a place. Names that are also everyday words
 * (Lint, Mol, Peer, As, Geel, Ham, Halen, Boom, Vorst, Schilde) only count with a capital.
 */
const NAMES = `
aalst aalter aarschot aartselaar affligem alken alveringem antwerpen anzegem ardooie arendonk asse assenede
avelgem baarle-hertog balen beernem beerse beersel begijnendijk bekkevoort beringen berlaar berlare bertem bever
beveren bierbeek bilzen bilzen-hoeselt blankenberge bocholt boechout bonheiden boortmeerbeek borgloon bornem
borsbeek boutersem brakel brasschaat brecht bredene bree brugge brussel brussels buggenhout damme de-haan
de-panne de-pinte deerlijk deinze denderleeuw dendermonde dentergem dessel destelbergen diepenbeek diest
diksmuide dilbeek dilsen-stokkem drogenbos duffel edegem eeklo erpe-mere essen evergem galmaarden gavere genk
gent geetbets geraardsbergen gingelom gistel glabbeek gooik grimbergen grobbendonk haacht haaltert halle
hamme hamont-achel harelbeke hasselt hechtel-eksel heers heist-op-den-berg hemiksem herent herentals herenthout
herk-de-stad herne herselt herstappe herzele heusden-zolder heuvelland hoegaarden hoeilaart hoeselt holsbeek
hooglede hoogstraten horebeke houthalen-helchteren houthulst hove huldenberg hulshout ichtegem ieper ingelmunster
izegem jabbeke kalmthout kampenhout kapellen kapelle-op-den-bos kaprijke kasterlee keerbergen kinrooi kluisbergen
knesselare knokke-heist koekelare koksijde kontich kortemark kortenaken kortenberg kortrijk kraainem kruibeke
kruisem kuurne laakdal laarne lanaken landen langemark-poelkapelle lebbeke lede ledegem lendelede lennik
leopoldsburg leuven lichtervelde liedekerke lier lierde lievegem lille linkebeek linter lochristi lokeren lommel
londerzeel lovendegem lubbeek lummen maarkedal maaseik maasmechelen machelen maldegem malle mechelen meerhout
meise melle menen merchtem merelbeke merelbeke-melle merksplas mesen meulebeke middelkerke moerbeke moorslede
mortsel nazareth nazareth-de-pinte neerpelt niel nieuwerkerken nieuwpoort nijlen ninove olen oostende oosterzele
oostkamp oostrozebeke opglabbeek opwijk oud-heverlee oud-turnhout oudenaarde oudenburg oudsbergen overijse
overpelt pajottegem pelt pepingen pittem poperinge putte puurs-sint-amands puurs ranst ravels retie riemst
rijkevorsel roeselare ronse roosdaal rotselaar ruiselede rumst schelle scherpenheuvel-zichem schoten
sint-genesius-rode sint-gillis-waas sint-katelijne-waver sint-laureins sint-lievens-houtem sint-martens-latem
sint-niklaas sint-pieters-leeuw sint-truiden spiere-helkijn stabroek staden steenokkerzeel stekene temse ternat
tervuren tessenderlo tessenderlo-ham tielt tielt-winge tienen tongeren tongeren-borgloon torhout tremelo turnhout
veurne vilvoorde vleteren voeren vorselaar vosselaar waarschoot waasmunster wachtebeke waregem wellen wemmel
wervik westerlo wetteren wevelgem wezembeek-oppem wichelen wielsbeke wijnegem willebroek wingene wommelgem
wortegem-petegem wuustwezel zandhoven zaventem zedelgem zele zelzate zemst zoersel zomergem zonhoven zonnebeke
zottegem zoutleeuw zuienkerke zulte zutendaal zwalm zwevegem zwijndrecht ghent antwerp bruges ostend ypres`

const KNOWN = new Set(NAMES.trim().split(/\s+/))

/** Whether a word (lower case, no accents, parts joined by `-`) names a Flemish municipality. */
export function isMunicipality(word: string): boolean {
  return KNOWN.has(word)
}
