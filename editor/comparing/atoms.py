"""What is never cut in two: figures, dates, document numbers, 《titles》, short “quoted names”, Latin words.

The patterns are for shadows (see shadow.py): half-width digits, full-width marks.
"""

import re

_HAN_NUMBER = "[一二三四五六七八九十百千万亿零〇两]{1,16}"
_NUMBER = r"\d+(?:，\d{3}(?!\d))*(?:\.\d+)?"
TIME = "个工作日|工作日|个自然日|个月|周年|小时|分钟|秒钟|年|月|日|天|周"
_COUNT = (
    "个百分点|m2|m²|㎡|km|kg|平方公里|平方米|立方米|公里|千米|毫米|厘米|公顷|公斤|千克|美元|港元|欧元|千瓦时|千瓦|兆瓦|[人场批班亩台件户架车]次|[课学]时|"
    "大类|[元亩吨米度克辆台套座栋幢户家件项条款类种名人处所场次批期轮层级倍成岁个门间组支份册例宗笔张页部只头株路号折篇块堂节班册棵株片封]"
)
_UNIT = f"(?:%|‰|[万亿千百]{{0,3}}[多余]?(?:{TIME}|{_COUNT})|[万亿]+)"
_EACH = "(?:/(?:平方米|立方米|千瓦时|公里|小时|个月|[人户月年日天亩吨套次件辆台个]))?"
"""What a price or a rate is for: 元/平方米."""
_PART = "(?:[上中下]旬|年?[底末]|上半年|下半年|第?[一二三四]季度)?(?:以?前)?"
_YEAR = r"(?:\d{4}|[一二][〇零一二三四五六七八九]{3})年"
DATE = rf"{_YEAR}(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?{_PART}|\d{{1,2}}月(?:\d{{1,2}}日|份)?{_PART}|(?:[上下]半年|第?[一二三四]季度)[底末]?(?:以?前)?"
PERIOD = "“十[一二三四五六七八九]五”|十[一二三四五六七八九]五(?=期间|时期|规划|以来|末)"
"""A five-year plan's years."""
RANGE = rf"{_NUMBER}{_UNIT}?[-—~至：×/]{_NUMBER}{_UNIT}?{_EACH}"
QUANTITY = rf"{_NUMBER}[多余]?{_UNIT}?{_EACH}"
_HAN_UNIT = f"(?:{TIME}|{_COUNT})"
_SEVERAL = "(?:[一二三四五六七八九两][十百千万亿]|十)[一二三四五六七八九十百千万亿零〇]{0,14}"
"""A Han number of ten and more."""
_TENS = f"(?:[近上][百千万亿]|数[十百千万亿])[万亿]?[多余]?{_HAN_UNIT}|[十百千万]{{1,4}}[多余]{_HAN_UNIT}|{_SEVERAL}[多余]?{_HAN_UNIT}"
HAN_QUANTITY = (
    rf"(?<!第)(?:{_HAN_NUMBER}分之{_HAN_NUMBER}|[一二三四五六七八九两]成(?![员功果为立效本长人型品就绩])|翻[一两三]番"
    rf"|{_HAN_NUMBER}[至到]{_HAN_NUMBER}(?:{_HAN_UNIT}|成|个百分点)|(?:{_TENS}|{_HAN_NUMBER}(?:{TIME}|个百分点|[万亿]?元|倍))(?![之线流度期])"
    rf"|[两三四五六七八九][家名所场处户座套台辆](?!之)|半年|一半(?=以上))"
)
DOCUMENT_NUMBER = r"〔\d{4}〕第?\d+号"
TITLE = r"《[^《》]{1,60}(?:《[^《》]{1,60}》[^《》]{0,60})?》"
QUOTED = "“[^“”]{1,14}”"
_LATIN = r"[A-Za-z][A-Za-z0-9+._-]*"
_GENERATION = "[1-9](?:[GKD]|A{1,5})(?![A-Za-z0-9])"
"""5G, 4K, 3D, 5A: names, though a digit begins them."""
ORDINAL = rf"第(?:\d+|{_HAN_NUMBER}|（{_HAN_NUMBER}）|（\d+）)[条款项批届章节]"
"""What is counted off: 第三条, 第二批; a name, no figure."""

_FIRST = "(?=[0-9A-Za-z〔《“第近上下数翻半一二三四五六七八九十百千万亿零〇两])"
"""Every atom begins with one of these; asking first makes the search seven times faster."""
_NAME = "|".join((DOCUMENT_NUMBER, TITLE, QUOTED, _LATIN, _GENERATION, ORDINAL))
ATOM = re.compile(
    rf"{_FIRST}(?:(?P<period>{PERIOD})|(?P<name>{_NAME})|(?P<range>{RANGE})|(?P<date>{DATE})"
    rf"|(?P<quantity>{QUANTITY}|{HAN_QUANTITY}))"
)
"""An atom; its `lastgroup` tells names from figures: period, name, range, date, quantity."""
WHOLE = re.compile(rf"({_FIRST}(?:{PERIOD}|{_NAME}|{RANGE}|{DATE}|{QUANTITY}|{HAN_QUANTITY}))")
"""The same, to split a text by."""
NUMBER = re.compile(rf"{_NUMBER}|{_HAN_NUMBER}")
"""A bare number within a figure."""
