"""What is never cut in two: figures, dates, document numbers, 《titles》, short “quoted names”, Latin words.

The patterns are for shadows (see shadow.py): half-width digits, full-width marks.
"""

import re

_HAN_NUMBER = "[一二三四五六七八九十百千万亿零〇两]+"
_NUMBER = r"\d+(?:，\d{3}(?!\d))*(?:\.\d+)?"
_TIME = "个工作日|工作日|个自然日|个月|周年|小时|分钟|秒钟|年|月|日|天|周"
_COUNT = (
    "个百分点|m2|m²|㎡|km|kg|平方公里|平方米|立方米|公里|千米|毫米|厘米|公顷|公斤|千克|美元|港元|欧元|千瓦时|千瓦|兆瓦|人次|场次|"
    "大类|[元亩吨米度克辆台套座栋幢户家件项条款类种名人处所场次批期轮层级倍成岁个门间组支份册例宗笔张页部只头株路号]"
)
_UNIT = f"(?:%|‰|[万亿千百]{{0,3}}(?:{_TIME}|{_COUNT})|[万亿]+)"
_PART = "(?:[上中下]旬|年?[底末]|上半年|下半年|第?[一二三四]季度)?(?:以?前)?"
_YEAR = r"(?:\d{4}|[一二][〇零一二三四五六七八九]{3})年"
DATE = rf"{_YEAR}(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?{_PART}|\d{{1,2}}月(?:\d{{1,2}}日|份)?{_PART}"
RANGE = rf"{_NUMBER}{_UNIT}?[-—~至：]{_NUMBER}{_UNIT}?"
QUANTITY = rf"{_NUMBER}[多余]?{_UNIT}?"
HAN_QUANTITY = rf"百分之{_HAN_NUMBER}|{_HAN_NUMBER}(?:{_TIME}|个百分点|[万亿]?元|倍)(?![之线流度期])"
DOCUMENT_NUMBER = r"〔\d{4}〕第?\d+号"
TITLE = r"《[^《》]{1,60}(?:《[^《》]{1,60}》[^《》]{0,60})?》"
QUOTED = "“[^“”]{1,14}”"
_LATIN = r"[A-Za-z][A-Za-z0-9+._-]*"
_GENERATION = "[1-9][GKD](?![A-Za-z0-9])"
"""5G, 4K, 3D: names, though a digit begins them."""

_FIRST = "(?=[0-9A-Za-z〔《“一二三四五六七八九十百千万亿零〇两])"
"""Every atom begins with one of these; asking first makes the search seven times faster."""
_NAME = "|".join((DOCUMENT_NUMBER, TITLE, QUOTED, _LATIN, _GENERATION))
ATOM = re.compile(
    rf"{_FIRST}(?:(?P<name>{_NAME})|(?P<range>{RANGE})|(?P<date>{DATE})|(?P<quantity>{QUANTITY}|{HAN_QUANTITY}))"
)
"""An atom; its `lastgroup` tells names from figures: name, range, date, quantity."""
WHOLE = re.compile(rf"({_FIRST}(?:{_NAME}|{RANGE}|{DATE}|{QUANTITY}|{HAN_QUANTITY}))")
"""The same, to split a text by."""
NUMBER = re.compile(rf"{_NUMBER}|{_HAN_NUMBER}")
"""A bare number within a figure."""
