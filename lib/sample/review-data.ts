/** Mood of a review: 0 unhappy (1–2 stars), 1 mixed (3), 2 content (4), 3 delighted (5). */
export type Mood = 0 | 1 | 2 | 3

/** `{noun}` is the shelf's word for the product, `{title}` its name, `{city}` the customer's city. */
export interface ReviewPhrases {
  titles: Record<Mood, readonly string[]>
  openings: Record<Mood, readonly string[]>
  closings: Record<Mood, readonly string[]>
  service: { good: readonly string[]; bad: readonly string[] }
}

export const english: ReviewPhrases = {
  titles: {
    0: [
      'Disappointed',
      'Not for me',
      'Sent it back',
      'Expected better',
      'Not worth the price',
      'Hmm, no',
      'Poor quality control',
    ],
    1: [
      'It is fine',
      'Mixed feelings',
      'Okay for the money',
      'Good and bad',
      'Decent, not special',
      'Three stars, just',
    ],
    2: ['Very nice', 'Happy with it', 'Good {noun}', 'Nearly perfect', 'Would buy again', 'Solid quality'],
    3: [
      'Love it',
      'Best {noun} I own',
      'Perfect',
      'Exactly what I wanted',
      'A joy to use',
      'Five stars from our house',
      'Better than the photos',
      'Bought a second one',
    ],
  },
  openings: {
    0: [
      'I really wanted to like the {title}, but it let me down.',
      'Not what the description promised.',
      'Second order from here and the first one that went wrong.',
      'I had read good things, so this was a surprise.',
      'Sorry to say this {noun} is going back.',
      'For this price I expected more.',
      'Used it four times before giving up.',
      'The photos are kinder than the real thing.',
    ],
    1: [
      'It does the job, no more and no less.',
      'I am in two minds about the {title}.',
      'A decent {noun}, with a catch or two.',
      'Looks lovely, but I have some reservations.',
      'Fine for every day, though I would not give it as a present.',
      'Took me a while to warm to it.',
      'Good idea, average result.',
    ],
    2: [
      'Very pleased with this {noun} overall.',
      'I have had the {title} for about a month now.',
      'A good buy, all things considered.',
      'Bought on a whim, and glad I did.',
      'My sister recommended it and she was mostly right.',
      'It replaced an old one that had seen better days.',
      'Arrived quickly and looks just like the picture.',
      'Does what it should, and looks good doing it.',
    ],
    3: [
      'Absolutely love the {title}.',
      'This is the best {noun} I have bought in years.',
      'I use it every single day.',
      'Gave one to my mother and then had to order another for myself.',
      'Everyone who visits asks where it is from.',
      'I was sceptical about the price. I was wrong.',
      'Our third order, and the standard never slips.',
      'Bought in the {city} shop after picking it up three times.',
      'It makes an ordinary Tuesday a bit better.',
      'Such a small thing, such a big difference.',
    ],
  },
  closings: {
    0: [
      'Customer service refunded me quickly, to be fair.',
      'I would not order it again.',
      'Save your money.',
      'A pity, because the rest of the range is good.',
      'One star for the box it came in.',
      'Please fix this, I want to come back.',
    ],
    1: [
      'I will keep it, but I would wait for the sale.',
      'Might try a different one next time.',
      'Not bad, just not special.',
      'My partner likes it more than I do.',
      'Three stars feels right.',
    ],
    2: [
      'Would recommend.',
      'Only a small thing kept it from five stars.',
      'I will be back for another.',
      'Good value in the sale.',
      'Happy customer.',
      'The delivery took a week, hence four stars.',
    ],
    3: [
      'Cannot recommend it enough.',
      'Please never stop making it.',
      'Already planning what to order next.',
      'Worth every penny.',
      'Ten out of ten.',
      'It has become our standard present.',
      'Thank you for the handwritten note!',
      'I only wish I had bought it sooner.',
    ],
  },
  service: {
    good: [
      'It came well packed, with no plastic.',
      'Delivery to {city} took two days.',
      'The shop assistant in {city} was lovely.',
      'They answered my question within the hour.',
    ],
    bad: [
      'The parcel to {city} took twelve days.',
      'Nobody answered my e-mail.',
      'It came with far too much packaging.',
      'The courier left it in the rain.',
    ],
  },
}

export const chinese: ReviewPhrases = {
  titles: {
    0: ['失望', '不太满意', '已退货', '性价比低', '和描述不符'],
    1: ['一般般', '还可以吧', '中规中矩', '有好有坏'],
    2: ['不错', '挺满意的', '值得购买', '质量很好', '会回购'],
    3: ['非常喜欢', '超出预期', '强烈推荐', '完美', '已经回购第二次', '送礼很有面子'],
  },
  openings: {
    0: [
      '期待了很久，收到后有点失望。',
      '和图片上的差距不小。',
      '这个价位买到这样的{noun}，真的不值。',
      '第二次在这家买，没想到翻车了。',
      '用了几次就不想再用了。',
    ],
    1: [
      '{noun}整体还行，没有特别惊艳。',
      '颜值可以，实用性一般。',
      '日常用够了，送人就算了。',
      '有优点也有缺点，说说我的感受。',
    ],
    2: [
      '用了一个月来评价，总体很满意。',
      '朋友推荐买的，确实不错。',
      '这款{noun}做工挺好的。',
      '活动的时候入手，价格合适。',
      '物流很快，实物和图片一致。',
    ],
    3: [
      '太喜欢这款{noun}了！',
      '每天都在用，心情都变好了。',
      '这是我买过最满意的{noun}。',
      '给妈妈买的，她特别喜欢，我又给自己下了一单。',
      '已经是第三次购买了，品质一直很稳定。',
      '来家里的朋友都问是在哪儿买的。',
    ],
  },
  closings: {
    0: ['不会再买了。', '好在客服退款很快。', '希望商家改进。', '建议大家谨慎下单。'],
    1: ['先用着看吧。', '打折的时候可以考虑。', '给三星不过分。', '下次换一款试试。'],
    2: ['会推荐给朋友。', '下次还会再来。', '扣一星是因为物流慢了点。', '总体值得入手。'],
    3: ['强烈推荐！', '会一直回购。', '希望不要停产。', '物超所值，五星好评。', '手写卡片很用心，谢谢店家。'],
  },
  service: {
    good: ['包装很用心，没有用塑料。', '客服回复很快。', '发货速度快，两天就到了。'],
    bad: ['物流等了快两个星期。', '客服一直没回复。', '外箱破了。'],
  },
}
