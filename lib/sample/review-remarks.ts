/** What reviewers say about one shelf's products: good and bad, in English and in Chinese. */
export interface ShelfRemarks {
  good: readonly string[]
  bad: readonly string[]
  goodZh: readonly string[]
  badZh: readonly string[]
}

/** For products that are not typical of their shelf. */
export const plainRemarks: ShelfRemarks = {
  good: [
    'It feels well made.',
    'It looks good on the shelf, too.',
    'Simple, useful and nicely finished.',
    'It is clear that somebody thought about the details.',
  ],
  bad: [
    'The finish is rough in places.',
    'It arrived with a dent.',
    'It feels lighter and cheaper than I thought.',
  ],
  goodZh: ['做工很扎实。', '简单实用，细节到位。', '摆着也好看。'],
  badZh: ['做工有点粗糙。', '收到时有磕碰。', '比想象中轻薄。'],
}

/** By the last part of the category path. */
export const shelfRemarks: Readonly<Record<string, ShelfRemarks>> = {
  Beans: {
    good: [
      'The morning cup is rich without being bitter.',
      'The aroma fills the whole flat.',
      'Even my espresso-snob brother approved.',
      'You can really taste what it says on the bag.',
      'It was roasted three days before it arrived.',
      'Lovely with milk, even better without.',
    ],
    bad: [
      'The roast date on the bag was six weeks old.',
      'It tasted flat and a bit burnt to me.',
      'It was weaker than I hoped.',
      'The bag had split in the post.',
    ],
    goodZh: [
      '香气浓郁，入口不苦，回甘很好。',
      '早上来一杯，整个屋子都是香味。',
      '烘焙日期很新鲜。',
      '加奶好喝，黑咖更好喝。',
    ],
    badZh: ['烘焙日期不新鲜，喝着有点焦味。', '味道偏淡。', '袋子破了个口。'],
  },
  Brewers: {
    good: [
      'It gives a clean, full cup.',
      'Brewing has become my favourite five minutes.',
      'It is easy to take apart and wash.',
      'It looks lovely next to the stove.',
      'Better coffee than my old machine ever made.',
    ],
    bad: [
      'The lid does not sit tight.',
      'It drips when you pour.',
      'The handle gets hot.',
      'It is smaller than it looks.',
    ],
    goodZh: ['操作简单，清洗也方便。', '出品稳定，比咖啡机做的还好喝。', '摆在厨房很好看。'],
    badZh: ['盖子盖不严。', '倒的时候会滴水。', '比图片里小。'],
  },
  'Grinders & tools': {
    good: [
      'It feels solid and precise.',
      'It does one thing, and does it very well.',
      'My brewing has become much more even.',
      'Small enough to take on holiday.',
    ],
    bad: [
      'It stopped working properly after two weeks.',
      'It is fiddly to clean.',
      'The finish scratches easily.',
    ],
    goodZh: ['手感扎实，做工精细。', '小巧，旅行也能带。', '用了以后冲煮稳定多了。'],
    badZh: ['用了两周就出问题了。', '不太好清洗。'],
  },
  'Loose leaf': {
    good: [
      'The leaves open beautifully and can be steeped three times.',
      'Fragrant, but never perfumed.',
      'My four o’clock tea is sorted.',
      'The colour in the cup is gorgeous.',
      'The tin is too pretty to throw away.',
    ],
    bad: [
      'There was a lot of dust in the tin.',
      'It turns bitter after two minutes.',
      'The tin was dented.',
      'I could hardly taste it.',
    ],
    goodZh: [
      '茶汤清亮，香气持久，泡三四次还有味道。',
      '香味很自然，不冲鼻。',
      '叶片完整，没有碎末。',
      '罐子也很好看，舍不得扔。',
    ],
    badZh: ['碎末有点多。', '泡久一点就发苦。', '罐子压瘪了。'],
  },
  Teaware: {
    good: [
      'It makes a small ceremony of every pot.',
      'Beautifully finished, inside and out.',
      'Exactly the right size for two of us.',
      'It is in use from breakfast to bedtime.',
    ],
    bad: [
      'It is smaller than it looks.',
      'Tea stains it after a week.',
      'There was a flaw on the underside.',
    ],
    goodZh: ['手感温润，喝茶的仪式感一下就有了。', '两个人用大小正好。', '做工精致，里外都很光滑。'],
    badZh: ['比想象中小。', '底部有一处瑕疵。', '用一周就有茶渍了。'],
  },
  Pans: {
    good: [
      'Heat spreads evenly, right to the edge.',
      'The weight gives you confidence.',
      'It went from hob to oven without complaint.',
      'Nothing sticks, once you learn how hot to go.',
      'I have put three old ones in the charity bag.',
    ],
    bad: [
      'Food sticks whatever I do.',
      'The handle gets too hot to touch.',
      'It rusted after one night in the sink.',
      'It is heavier than I can manage.',
    ],
    goodZh: ['受热均匀，几乎不粘。', '分量足，握着很稳。', '煎炒炖都好用。'],
    badZh: ['还是会粘锅。', '手柄很烫。', '太重了，单手拿不动。'],
  },
  'Knives & boards': {
    good: [
      'It is beautifully balanced.',
      'Supper is ready ten minutes sooner.',
      'The finish is superb.',
      'It feels like something to hand down.',
      'A pleasure to hold.',
    ],
    bad: [
      'There was a scratch on it out of the box.',
      'The wood dried out within a week.',
      'The edge did not last.',
    ],
    goodZh: ['手感很好，做饭省力多了。', '做工细致，能用一辈子的感觉。', '拿着很平衡。'],
    badZh: ['拆开就有划痕。', '用一周就开始开裂了。'],
  },
  Storage: {
    good: [
      'My cupboard is finally in order.',
      'It keeps everything fresh for days longer.',
      'It looks good enough to leave out.',
      'It is easy to wipe clean.',
    ],
    bad: ['It does not close properly.', 'It takes more room than I thought.', 'It came with a dent.'],
    goodZh: ['厨房终于整齐了。', '保鲜效果明显。', '摆在台面上也好看。'],
    badZh: ['盖不紧。', '比想象的占地方。'],
  },
  'Tins & moulds': {
    good: [
      'Cakes come out clean every time.',
      'The edges are crisp and the middle is soft.',
      'It is sturdy and has not warped at 230 degrees.',
      'It washes up in seconds.',
    ],
    bad: [
      'The coating is already flaking.',
      'It is narrower than the size given.',
      'Everything stuck in the corners.',
    ],
    goodZh: ['脱模很干净，边缘漂亮。', '用料厚实，高温也不变形。', '很好清洗。'],
    badZh: ['涂层用了几次就掉了。', '尺寸比标的小。'],
  },
  "Bakers' tools": {
    good: [
      'My baking has improved overnight.',
      'The children use it as much as I do.',
      'Simple, sturdy and easy to clean.',
      'Clear enough even for a beginner.',
    ],
    bad: [
      'It wore out faster than expected.',
      'It is hard to clean.',
      'The instructions leave out the difficult part.',
    ],
    goodZh: ['新手也能用好。', '孩子也爱跟着一起做。', '简单结实，好打理。'],
    badZh: ['不太好清洗。', '不如想象中耐用。'],
  },
  Mugs: {
    good: [
      'It sits well in the hand and keeps its heat.',
      'It has survived the dishwasher, and my teenagers.',
      'The finish is even prettier in daylight.',
      'Nobody in the house wants any other.',
    ],
    bad: ['It arrived chipped.', 'The colour is greyer than on the website.', 'It gets too hot to hold.'],
    goodZh: ['大小刚好，拿着舒服。', '颜色比照片还好看。', '放洗碗机也没问题。'],
    badZh: ['收到时磕了个口。', '颜色比图片暗。', '有点烫手。'],
  },
  Glasses: {
    good: [
      'The glass is thin and elegant, but not fragile.',
      'It makes tap water feel like an occasion.',
      'It catches the evening light beautifully.',
    ],
    bad: ['It clouded after two washes.', 'There was a bubble in the rim.', 'It broke on the third evening.'],
    goodZh: ['杯壁薄而不脆，很有质感。', '灯光下特别好看。'],
    badZh: ['洗两次就不透亮了。', '杯口有气泡。'],
  },
  'Plates & bowls': {
    good: [
      'It makes leftovers look like a restaurant meal.',
      'It survived two dinner parties and the dishwasher.',
      'Each piece is slightly different, which I like.',
      'The size is just right.',
    ],
    bad: ['It shows every mark.', 'The colour is greyer than on the website.', 'It wobbles on a flat table.'],
    goodZh: ['摆上桌，剩菜都变高级了。', '每一件都略有不同，很喜欢。', '尺寸正合适。'],
    badZh: ['用几次就有划痕。', '放桌上有点不稳。'],
  },
  Linen: {
    good: [
      'It gets softer with every wash.',
      'No ironing, and it still looks good.',
      'The stitching is immaculate.',
      'It makes the kitchen look looked-after.',
    ],
    bad: ['It shrank in the first wash.', 'A seam opened after two weeks.', 'It is thinner than I expected.'],
    goodZh: ['越洗越软。', '走线工整，没有线头。', '不用熨也好看。'],
    badZh: ['第一次洗就缩水了。', '比想象中薄。'],
  },
  Candles: {
    good: [
      'It fills the hallway without giving me a headache.',
      'It burns evenly down to the last centimetre.',
      'It makes November bearable.',
      'It smells expensive.',
      'The dinner table looks twice as nice.',
    ],
    bad: [
      'I can hardly smell it from the next room.',
      'It tunnels, whatever I do with the wick.',
      'It was gone in a fortnight.',
      'It arrived broken.',
    ],
    goodZh: ['味道淡雅，不刺鼻，很高级。', '燃烧均匀，能用很久。', '晚上点一支，特别放松。'],
    badZh: ['几乎闻不到味道。', '烧得太快了。', '到的时候碎了。'],
  },
  Diffusers: {
    good: [
      'Friends think we have repainted, the room feels so fresh.',
      'The scent is subtle and grown-up.',
      'It is the first thing visitors notice.',
      'It lasts and lasts.',
    ],
    bad: ['It is much too sweet for me.', 'The scent was gone after ten days.', 'It leaked in the box.'],
    goodZh: ['客厅里都是清新的味道。', '香味持久，不冲鼻。', '客人一进门就问是什么味道。'],
    badZh: ['味道太甜了，不太习惯。', '十天就没味了。'],
  },
  Bedding: {
    good: [
      'I have never slept better.',
      'It stays cool in summer.',
      'The quality is that of a good hotel.',
      'It washes well and dries fast.',
    ],
    bad: [
      'It shrank in the first wash, at 30 degrees.',
      'It is scratchier than I expected.',
      'A seam opened after two weeks.',
    ],
    goodZh: ['睡着很舒服，夏天也不闷。', '有酒店的感觉。', '洗后不变形。'],
    badZh: ['第一次洗就缩水了。', '摸着有点扎。'],
  },
  'Throws & cushions': {
    good: [
      'It is soft and just warm enough.',
      'The colour matches the photos exactly.',
      'The cat has claimed it already.',
      'The sofa looks new again.',
    ],
    bad: [
      'It sheds fluff everywhere.',
      'The dye rubbed off on my shirt.',
      'It looks smaller on a real sofa.',
    ],
    goodZh: ['颜色和图片一样，没有色差。', '柔软暖和，猫已经霸占了。', '沙发一下子好看了。'],
    badZh: ['掉毛比较严重。', '有点掉色。'],
  },
  Lighting: {
    good: [
      'The light is warm and easy on the eyes.',
      'It changes the whole corner of the room.',
      'It was up in ten minutes.',
      'It looks far dearer than it was.',
    ],
    bad: ['It flickers at the lowest setting.', 'The cable is too short.', 'It is not as bright as I need.'],
    goodZh: ['光线柔和，不刺眼。', '房间氛围马上不一样了。', '安装很简单。'],
    badZh: ['最低档会闪。', '线有点短。', '不够亮。'],
  },
  'Soap & hand care': {
    good: [
      'My hands no longer feel tight.',
      'The scent is fresh, not medicinal.',
      'A little goes a long way.',
      'Kind to the skin, even in winter.',
    ],
    bad: [
      'It left my hands dry.',
      'The scent is too strong for a small bathroom.',
      'It was used up in no time.',
    ],
    goodZh: ['用完不紧绷，很滋润。', '味道清新，不像药。', '用量很省。'],
    badZh: ['用完手还是干。', '香味太浓。'],
  },
  Skincare: {
    good: [
      'It soaks in quickly and leaves no film.',
      'My eczema did not mind it, which is rare.',
      'My skin looks calmer after two weeks.',
      'I have stopped buying anything else.',
    ],
    bad: ['It brought me out in a rash.', 'I saw no difference after a month.', 'The packaging leaks.'],
    goodZh: ['吸收快，不油腻。', '敏感肌用着也没问题。', '两周后皮肤状态好多了。'],
    badZh: ['用了过敏。', '一个月没看出变化。'],
  },
  'Towels & bath': {
    good: [
      'It is thick, thirsty and dries fast.',
      'It feels like a weekend away.',
      'The colour has not faded in ten washes.',
      'It makes our small bathroom feel special.',
    ],
    bad: ['It pulls threads already.', 'It sheds in every wash.', 'It never quite dries.'],
    goodZh: ['吸水好，干得也快。', '厚实柔软，洗了十次没褪色。'],
    badZh: ['已经开始勾丝了。', '每次洗都掉毛。'],
  },
  'Pots & planters': {
    good: [
      'It came through the frost without a crack.',
      'The balcony looks like a real garden now.',
      'My basil has doubled in size.',
      'The colour is lovely with green leaves.',
    ],
    bad: [
      'It cracked in the first cold night.',
      'It arrived with soil marks, as if used.',
      'It leaks onto the sill.',
    ],
    goodZh: ['冬天放外面也没裂。', '阳台一下子有了生气。', '颜色配绿植很好看。'],
    badZh: ['第一场霜就裂了。', '会漏水到窗台上。'],
  },
  Tools: {
    good: [
      'It feels solid and well balanced.',
      'It fits my small hands.',
      'It has had a hard season and shows no wear.',
      'I reach for it every Saturday.',
    ],
    bad: [
      'It started to rust in the first rain.',
      'It is stiff and awkward to use.',
      'It came apart within a month.',
    ],
    goodZh: ['质感很好，女生用也不累。', '用了一季还跟新的一样。'],
    badZh: ['淋一次雨就生锈了。', '有点僵，不好用。'],
  },
  Seeds: {
    good: [
      'Almost every seed came up within ten days.',
      'The packet explains everything.',
      'We ate and picked from it all summer.',
      'The bees are delighted.',
    ],
    bad: [
      'Fewer than half came up.',
      'The packet was open when it arrived.',
      'There are very few seeds for the price.',
    ],
    goodZh: ['出芽率很高，十天左右就全冒出来了。', '说明写得很清楚。'],
    badZh: ['发芽的不到一半。', '量太少了。'],
  },
  Stationery: {
    good: [
      'It makes me want to write by hand again.',
      'The quality is a cut above.',
      'It lives on my desk.',
      'Beautifully made and not at all flashy.',
    ],
    bad: [
      'The corner was bent in the post.',
      'It is plainer than the photos.',
      'Quality has slipped since the last one.',
    ],
    goodZh: ['质感很好，让人想动笔写字。', '每天都放在桌上用。'],
    badZh: ['运输中压弯了角。', '比图片普通。'],
  },
  Wrapping: {
    good: [
      'The print is crisp and the colours are calm.',
      'Too pretty to tear open.',
      'It folds neatly and does not split.',
    ],
    bad: ['It is thinner than the last edition.', 'Part of it was missing.', 'It creased badly in the post.'],
    goodZh: ['印刷精美，颜色很耐看。', '包出来的礼物特别好看。'],
    badZh: ['比上次的薄。', '运输中压皱了。'],
  },
  'Gift sets': {
    good: [
      'The box alone made her smile.',
      'Everything inside was full size, not samples.',
      'It arrived wrapped, with the card written by hand.',
      'It saved me an afternoon in town.',
    ],
    bad: [
      'One item was missing from the box.',
      'The box came crushed, so I could not give it away.',
      'It arrived two days after the birthday.',
    ],
    goodZh: ['包装精致，收到的人很开心。', '里面都是正装，不是小样。', '过年送长辈特别合适。'],
    badZh: ['盒子压坏了，没法送人。', '少了一件东西。'],
  },
  Children: {
    good: [
      'Our two-year-old carries it everywhere.',
      'It keeps them busy for an hour, a small miracle.',
      'Much nicer than plastic.',
      'The new parents were touched.',
    ],
    bad: [
      'It did not survive the first week.',
      'It is smaller than in the picture.',
      'It had a chemical smell at first.',
    ],
    goodZh: ['宝宝走到哪儿带到哪儿。', '材质安全，没有异味。', '比塑料的好太多。'],
    badZh: ['一周就坏了。', '比图片里小很多。'],
  },
}

/** Titles that `plainRemarks` fit better than their shelf's. */
export const oddProducts: ReadonlySet<string> = new Set([
  'Wick Trimmer, Brass',
  'Steel Tea Strainer',
  'Paper Filters, Pack of 100',
  'Bath Salts, Lavender',
  'Cedar Bath Mat',
  'Jute Twine in a Tin',
  'Quilted Tea Cosy',
  'Desk Tray, Walnut',
  'Woven Placemats, Set of 4',
])
