/** A name as written and, where it is not in Latin letters, its romanisation after a slash. */
export interface CountryPeople {
  country: string
  share: number
  female: readonly string[]
  male: readonly string[]
  last: readonly string[]
  /** Share of customers who write their name in their own script. */
  nativeScript: number
  /** City and weight. */
  cities: readonly (readonly [string, number])[]
  /** E.164 prefixes and how many digits follow; sources in `phones` below. */
  phones: readonly (readonly [string, number])[]
  stores: boolean
}

const words = (text: string) => text.split(' ')

/**
 * Phone prefixes: Ofcom's numbers for drama use (GB), Bundesnetzagentur's Mitteilung 148/2021 (DE), ARCEP's decision
 * 2018-0881 (FR), NANPA's 555-0100 to 555-0199 (US). China and Japan reserve none: prefixes no carrier has been assigned.
 */
export const countryPeople: readonly CountryPeople[] = [
  {
    country: 'United Kingdom',
    share: 0.4,
    female: words(
      'Olivia Amelia Isla Emily Grace Sophie Charlotte Hannah Lucy Megan Alice Ruby Eleanor Freya Katie Rebecca Laura Sarah Claire Fiona Priya Aisha Zara Gemma Holly Jessica Imogen Bethan Niamh Margaret Susan Helen',
    ),
    male: words(
      'Oliver George Harry Jack Thomas James William Daniel Samuel Joseph Adam Ryan Callum Rhys Ewan Liam Benjamin Edward Alexander Matthew David Andrew Stephen Imran Arjun Marcus Toby Hugh Gareth Patrick',
    ),
    last: words(
      'Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Khan Lewis Hughes Edwards Turner Hill Cooper Morris Ward Moore Clark Harrison Baker Allen Murphy Campbell Stewart Fraser Begum Okafor Bailey Shaw Fletcher Marsh Pryce',
    ),
    nativeScript: 0,
    cities: [
      ['London', 26],
      ['Manchester', 9],
      ['Birmingham', 8],
      ['Leeds', 6],
      ['Bristol', 7],
      ['Edinburgh', 7],
      ['Glasgow', 6],
      ['Sheffield', 4],
      ['Cardiff', 4],
      ['Newcastle upon Tyne', 4],
      ['Brighton', 4],
      ['Bath', 3],
      ['York', 3],
      ['Norwich', 3],
      ['Belfast', 3],
      ['Exeter', 2],
    ],
    phones: [
      ['+447700900', 3],
      ['+442079460', 3],
      ['+441614960', 3],
      ['+441214960', 3],
      ['+441174960', 3],
      ['+441314960', 3],
      ['+441632960', 3],
    ],
    stores: true,
  },
  {
    country: 'Germany',
    share: 0.18,
    female: words(
      'Anna Lena Lea Marie Sophie Hannah Laura Julia Katharina Sabine Petra Claudia Nina Franziska Johanna Greta Frieda Clara Heike Monika Elif Svenja Birgit Jana',
    ),
    male: words(
      'Lukas Leon Paul Jonas Felix Maximilian Moritz Tobias Sebastian Andreas Stefan Thomas Michael Jürgen Jörg Matthias Florian Benedikt Emre Niklas Henrik Uwe',
    ),
    last: words(
      'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Krause Lehmann Köhler Herrmann König Yilmaz Großmann',
    ),
    nativeScript: 1,
    cities: [
      ['Berlin', 20],
      ['Hamburg', 14],
      ['München', 14],
      ['Köln', 11],
      ['Frankfurt am Main', 9],
      ['Stuttgart', 7],
      ['Leipzig', 7],
      ['Düsseldorf', 6],
      ['Hannover', 5],
      ['Nürnberg', 4],
      ['Freiburg', 3],
    ],
    phones: [
      ['+493023125', 3],
      ['+496990009', 3],
      ['+494066969', 3],
      ['+492214710', 3],
      ['+498999998', 3],
    ],
    stores: true,
  },
  {
    country: 'France',
    share: 0.13,
    female: words(
      'Camille Manon Chloé Léa Inès Sarah Juliette Louise Élodie Céline Aurélie Nathalie Isabelle Sylvie Mathilde Margaux Pauline Océane Fatima Hélène Agathe',
    ),
    male: words(
      'Lucas Hugo Louis Gabriel Arthur Jules Nathan Théo Antoine Nicolas Julien Guillaume François Pierre Mathieu Sébastien Rémi Karim Olivier Jean-Luc Étienne',
    ),
    last: words(
      'Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David Bertrand Roux Vincent Fournier Morel Girard Mercier Lambert Bonnet Benali François Lefèvre Chevalier',
    ),
    nativeScript: 1,
    cities: [
      ['Paris', 30],
      ['Lyon', 14],
      ['Marseille', 10],
      ['Bordeaux', 9],
      ['Toulouse', 9],
      ['Nantes', 8],
      ['Lille', 8],
      ['Strasbourg', 6],
      ['Rennes', 5],
    ],
    phones: [
      ['+3319900', 4],
      ['+3326191', 4],
      ['+3335301', 4],
      ['+3346571', 4],
      ['+3353649', 4],
      ['+3363998', 4],
    ],
    stores: true,
  },
  {
    country: 'United States',
    share: 0.12,
    female: words(
      'Emma Ava Mia Madison Abigail Elizabeth Ashley Brittany Jennifer Amanda Stephanie Nicole Maria Guadalupe Destiny Kayla Rachel Morgan Taylor Linda Patricia Imani',
    ),
    male: words(
      'Noah Mason Ethan Jacob Logan Michael Christopher Joshua Anthony Brandon Tyler Jose Carlos Kevin Robert John Brian Darnell Austin Derek Scott Malik',
    ),
    last: words(
      "Johnson Miller Davis Garcia Rodriguez Martinez Hernandez Lopez Gonzalez Anderson Thomas Jackson Lee Harris Nguyen Washington Carter Mitchell Perez Rivera Kim Cohen O'Brien Sullivan Reed Cook Bell Cooper Diaz Hayes",
    ),
    nativeScript: 1,
    cities: [
      ['New York', 24],
      ['Los Angeles', 14],
      ['Chicago', 12],
      ['San Francisco', 11],
      ['Boston', 10],
      ['Seattle', 10],
      ['Austin', 8],
      ['Portland', 7],
      ['Atlanta', 6],
    ],
    phones: [
      ['+121255501', 2],
      ['+132355501', 2],
      ['+131255501', 2],
      ['+141555501', 2],
      ['+161755501', 2],
      ['+120655501', 2],
      ['+151255501', 2],
      ['+150355501', 2],
    ],
    stores: false,
  },
  {
    country: 'China',
    share: 0.11,
    female: words(
      '芳/Fang 敏/Min 静/Jing 丽/Li 雪/Xue 婷/Ting 欣怡/Xinyi 子涵/Zihan 雨桐/Yutong 思琪/Siqi 梦瑶/Mengyao 佳慧/Jiahui 晓燕/Xiaoyan 诗涵/Shihan 文静/Wenjing 丹/Dan 玉兰/Yulan 嘉怡/Jiayi 若曦/Ruoxi',
    ),
    male: words(
      '伟/Wei 强/Qiang 磊/Lei 洋/Yang 勇/Yong 杰/Jie 浩然/Haoran 子轩/Zixuan 宇航/Yuhang 俊杰/Junjie 志强/Zhiqiang 建国/Jianguo 明哲/Mingzhe 天宇/Tianyu 文博/Wenbo 鹏/Peng 晨/Chen 思远/Siyuan',
    ),
    last: words(
      '王/Wang 李/Li 张/Zhang 刘/Liu 陈/Chen 杨/Yang 黄/Huang 赵/Zhao 吴/Wu 周/Zhou 徐/Xu 孙/Sun 马/Ma 朱/Zhu 胡/Hu 郭/Guo 何/He 林/Lin 高/Gao 罗/Luo 郑/Zheng 梁/Liang 谢/Xie 宋/Song 唐/Tang 许/Xu 欧阳/Ouyang',
    ),
    nativeScript: 0.65,
    cities: [
      ['Shanghai', 28],
      ['Beijing', 22],
      ['Shenzhen', 13],
      ['Guangzhou', 11],
      ['Hangzhou', 10],
      ['Chengdu', 8],
      ['Nanjing', 5],
      ['Suzhou', 4],
    ],
    phones: [['+86129', 8]],
    stores: false,
  },
  {
    country: 'Japan',
    share: 0.06,
    female: words(
      '陽菜/Hina 結衣/Yui 美咲/Misaki 葵/Aoi さくら/Sakura 由美子/Yumiko 恵子/Keiko 明日香/Asuka 真由美/Mayumi 彩花/Ayaka 七海/Nanami 千尋/Chihiro',
    ),
    male: words(
      '蓮/Ren 大翔/Hiroto 翔太/Shota 健太/Kenta 拓也/Takuya 直樹/Naoki 浩/Hiroshi 誠/Makoto 悠斗/Yuto 大輔/Daisuke 和也/Kazuya',
    ),
    last: words(
      '佐藤/Sato 鈴木/Suzuki 高橋/Takahashi 田中/Tanaka 伊藤/Ito 渡辺/Watanabe 山本/Yamamoto 中村/Nakamura 小林/Kobayashi 加藤/Kato 吉田/Yoshida 山田/Yamada 佐々木/Sasaki 松本/Matsumoto 井上/Inoue 木村/Kimura',
    ),
    nativeScript: 0.5,
    cities: [
      ['Tokyo', 40],
      ['Osaka', 18],
      ['Yokohama', 14],
      ['Kyoto', 12],
      ['Nagoya', 9],
      ['Fukuoka', 7],
    ],
    phones: [['+81900', 7]],
    stores: false,
  },
]

export const emailDomains = ['example.com', 'example.org', 'example.net'] as const
